package hyperlab.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.cases.CaseScore.Configuration;
import hyperlab.cases.KeyContribution.Role;
import hyperlab.cases.ScoreComparison.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseContributionsTest {
    /** Deviations of five seeds, with mean 0. Their cyclic shifts differ by at most 0.04, with mean 0. */
    private static final double[] NOISE = {-0.02, -0.01, 0, 0.01, 0.02};

    private static List<Double> scores(double mean, int shift) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < NOISE.length; i++) {
            values.add(mean + NOISE[(i + shift) % NOISE.length]);
        }
        return values;
    }

    /**
     * Scores of two keys; every configuration has its own order of the deviations, so that no difference is constant.
     */
    private static CaseScores scores(
            double before, double after, double changedA, double setBackA, double changedB, double setBackB) {
        return CaseScores.of(scores(before, 0), scores(after, 1))
                .with(Configuration.changedAlone("a"), scores(changedA, 2))
                .with(Configuration.setBackAlone("a"), scores(setBackA, 3))
                .with(Configuration.changedAlone("b"), scores(changedB, 3))
                .with(Configuration.setBackAlone("b"), scores(setBackB, 4));
    }

    private static ScoreComparison compared(double[] first, double[] second, Metric metric) {
        return Objects.requireNonNull(ScoreComparison.of(first, second, metric));
    }

    /**
     * scipy.stats.ttest_rel([3, 5, 4, 8], [1, 2, 2, 3]).confidence_interval(0.95) is 3 ± 2.2502, with t = 3.18245 for 3
     * degrees of freedom and a standard deviation of √2 of the differences.
     */
    @Test
    void gainIsPositiveWhereTheSecondIsBetter() {
        double[] first = {1, 2, 2, 3};
        double[] second = {3, 5, 4, 8};

        ScoreComparison accuracy = compared(first, second, Metric.ACCURACY);
        assertEquals(3, accuracy.gain().mean(), 1e-12);
        assertEquals(3 - 3.182446 * Math.sqrt(2) / 2, accuracy.gain().from(), 1e-6);
        assertEquals(3 + 3.182446 * Math.sqrt(2) / 2, accuracy.gain().to(), 1e-6);
        assertEquals(Verdict.BETTER, accuracy.verdict());
        assertEquals(4, accuracy.betterCount());
        ScoreComparison error = compared(first, second, Metric.RMSE);
        assertEquals(-3, error.gain().mean(), 1e-12);
        assertEquals(Verdict.WORSE, error.verdict());
        assertEquals(4, error.worseCount());
    }

    @Test
    void equalDifferencesHaveNoInterval() {
        ScoreComparison same =
                compared(new double[] {0.1, 0.3, 0.7}, new double[] {0.2, 0.4, 0.1 + 0.7}, Metric.ACCURACY);
        assertEquals(Verdict.CONSTANT, same.verdict());
        assertEquals(
                Verdict.CONSTANT,
                compared(new double[] {1, 2}, new double[] {1, 2}, Metric.RMSE).verdict());
        assertEquals(
                Verdict.OPEN,
                compared(new double[] {1, 2, 3}, new double[] {1, 3, 3}, Metric.RMSE)
                        .verdict());
    }

    @Test
    void fewOrInfiniteScoresAreNotCompared() {
        assertNull(ScoreComparison.of(new double[] {1}, new double[] {2}, Metric.RMSE));
        assertNull(ScoreComparison.of(new double[] {1, 2}, new double[] {2}, Metric.RMSE));
        assertNull(ScoreComparison.of(new double[] {1, 2}, new double[] {2, Double.NaN}, Metric.RMSE));
        assertNull(ScoreComparison.of(new double[] {1, Double.POSITIVE_INFINITY}, new double[] {2, 2}, Metric.RMSE));
        CaseContributions none = CaseContributions.of(CaseScores.NONE, Metric.ACCURACY);
        assertNull(none.total());
        assertEquals(List.of(), none.keys());
        assertNull(none.linear());
        assertNull(none.largestAlone());
    }

    @ParameterizedTest
    @CsvSource({
        "0.7, 0.5, ALONE_AND_NEEDED",
        "0.6, 0.5, PART_AND_NEEDED",
        "0.7, 0.7, ALONE_BUT_REPLACEABLE",
        "0.7, 0.9, ALONE_BUT_REPLACEABLE",
        "0.5, 0.5, ONLY_TOGETHER",
        "0.3, 0.5, ONLY_TOGETHER",
        "0.3, 0.7, WORSE_ALONE",
        "0.3, 0.9, WORSE_ALONE_AND_TOGETHER",
        "0.5, 0.9, WORSE_TOGETHER",
        "0.5, 0.7, NONE_SEEN"
    })
    void roleFollowsFromTheIntervals(double changedAlone, double setBackAlone, Role role) {
        CaseContributions found =
                CaseContributions.of(scores(0.5, 0.7, changedAlone, setBackAlone, 0.5, 0.7), Metric.ACCURACY);

        assertEquals(role, found.keys().get(0).role());
        assertEquals(Role.NONE_SEEN, found.keys().get(1).role());
        assertEquals(
                (0.7 - setBackAlone) - (changedAlone - 0.5),
                Objects.requireNonNull(found.keys().get(0).interaction()).gain().mean(),
                1e-12,
                "what it is worth together, minus what it is worth alone");
    }

    @Test
    void equalDifferencesGiveNoRoleUnlessTheyAreZero() {
        CaseScores scores = CaseScores.of(scores(0.5, 0), scores(0.7, 1))
                .with(Configuration.changedAlone("a"), scores(0.6, 0))
                .with(Configuration.setBackAlone("a"), scores(0.5, 2));
        assertNull(CaseContributions.of(scores, Metric.ACCURACY).keys().get(0).role());
        CaseScores zero = scores.with(Configuration.changedAlone("a"), scores(0.5, 0));
        assertEquals(
                Role.ONLY_TOGETHER,
                CaseContributions.of(zero, Metric.ACCURACY).keys().get(0).role());
    }

    @Test
    void keyStandsOutOnlyIfItsIntervalIsAboveAllOthers() {
        CaseContributions clear = CaseContributions.of(scores(0.5, 0.8, 0.7, 0.5, 0.6, 0.7), Metric.ACCURACY);
        assertEquals("a", key(clear.largestAlone()));
        assertEquals("a", key(clear.largestSetBack()));
        CaseContributions close = CaseContributions.of(scores(0.5, 0.8, 0.63, 0.5, 0.61, 0.4), Metric.ACCURACY);
        assertNull(close.largestAlone(), "the intervals overlap");
        assertEquals("b", key(close.largestSetBack()));
        CaseContributions harmful = CaseContributions.of(scores(0.5, 0.5, 0.5, 0.5, 0.3, 0.7), Metric.ACCURACY);
        assertNull(harmful.largestAlone(), "above the other, but not above 0");
        CaseScores single = CaseScores.of(scores(0.5, 0), scores(0.8, 1))
                .with(Configuration.changedAlone("a"), scores(0.8, 1))
                .with(Configuration.setBackAlone("a"), scores(0.5, 0));
        assertNull(CaseContributions.of(single, Metric.ACCURACY).largestAlone(), "nothing to compare it with");
    }

    private static String key(KeyContribution found) {
        assertNotNull(found);
        return found.key();
    }

    @Test
    void comparesTheLinearReferenceWithBoth() {
        CaseContributions found = CaseContributions.of(
                CaseScores.of(scores(60, 0), scores(50, 1)).with(Configuration.LINEAR, scores(45, 2)), Metric.RMSE);

        assertEquals(10, Objects.requireNonNull(found.total()).gain().mean(), 1e-9);
        assertEquals(15, Objects.requireNonNull(found.linear()).gain().mean(), 1e-9);
        assertEquals(-5, Objects.requireNonNull(found.overLinear()).gain().mean(), 1e-9);
        assertTrue(found.total().isBetter());
        assertEquals(Verdict.WORSE, found.overLinear().verdict());
    }
}
