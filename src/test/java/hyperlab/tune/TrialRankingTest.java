package hyperlab.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.train.Experiment;
import hyperlab.tune.TrialReplication.ReplicatedTrial;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TrialRankingTest {
    private static final List<TrialRecord> ROWS =
            List.of(row(0, 0.30), row(1, 0.10), row(2, 0.20), row(3, 0.40), row(4, Double.NaN));

    private static TrialRecord row(int trial, double value) {
        return new TrialRecord(
                trial,
                Double.isNaN(value) ? TrialRecord.TrialStatus.DIVERGED : TrialRecord.TrialStatus.COMPLETED,
                1,
                value,
                1,
                Map.of(),
                null);
    }

    private static TuningStudy study(TuningObjective objective) {
        return new TuningStudy(
                Experiment.DEFAULT,
                null,
                DefaultSearchSpace.space(),
                new SearchMethod.RandomSearch(),
                objective,
                5,
                1,
                1);
    }

    private static List<Integer> order(TrialRanking ranking) {
        return ranking.trials().stream().map(TrialRecord::trial).toList();
    }

    private static TrialRanking of(List<TrialRecord> rows, ReplicatedTrial... repeats) {
        return TrialRanking.of(study(TuningObjective.VALIDATION_LOSS), rows, List.of(repeats));
    }

    @Test
    void trialsWithOneSeedAreRankedByTheirOwnValues() {
        TrialRanking ranking = of(ROWS);
        assertEquals(List.of(1, 2, 0, 3), order(ranking));
        assertFalse(ranking.isDecidedByRepeats());
        assertEquals(OptionalDouble.empty(), ranking.median(ROWS.get(1)));
    }

    @Test
    void mediansOfRepeatsOrderTheRepeatedTrials() {
        TrialRanking ranking = of(
                ROWS,
                new ReplicatedTrial(ROWS.get(1), new double[] {0.5, 0.1, 0.6}),
                new ReplicatedTrial(ROWS.get(2), new double[] {0.2, 0.9, 0.3}));
        assertEquals(List.of(2, 1, 0, 3), order(ranking), "trial 1 had luck with its own seed");
        assertTrue(ranking.isDecidedByRepeats());
        assertEquals(OptionalDouble.of(0.3), ranking.median(ROWS.get(2)));
        assertEquals(OptionalDouble.of(0.5), ranking.median(ROWS.get(1)));
        assertEquals(OptionalDouble.empty(), ranking.median(ROWS.get(0)));
    }

    @Test
    void largerMediansComeFirstIfLargerIsBetter() {
        List<TrialRecord> rows = List.of(row(0, 0.9), row(1, 0.8));
        TrialRanking ranking = TrialRanking.of(
                study(TuningObjective.VALIDATION_ACCURACY),
                rows,
                List.of(
                        new ReplicatedTrial(rows.get(0), new double[] {0.6, 0.7}),
                        new ReplicatedTrial(rows.get(1), new double[] {0.7, 0.8})));
        assertEquals(List.of(1, 0), order(ranking));
    }

    @Test
    void divergedRepeatsCountAsTheWorst() {
        TrialRanking ranking = of(
                ROWS,
                new ReplicatedTrial(ROWS.get(1), new double[] {0.1, Double.NaN, Double.NaN, 0.1}),
                new ReplicatedTrial(ROWS.get(2), new double[] {0.4, 0.5, 0.4, Double.NaN}));
        assertEquals(List.of(2, 1, 0, 3), order(ranking), "half of the runs of trial 1 diverged");
        assertEquals(OptionalDouble.of(Double.POSITIVE_INFINITY), ranking.median(ROWS.get(1)));
        assertEquals(0.45, ranking.median(ROWS.get(2)).orElseThrow(), 1e-12);
    }

    @Test
    void repeatsDoNotDecideOnceALaterTrialDidBetter() {
        List<TrialRecord> more = List.of(ROWS.get(0), ROWS.get(1), ROWS.get(2), row(5, 0.15));
        TrialRanking ranking = of(
                more,
                new ReplicatedTrial(ROWS.get(1), new double[] {0.5, 0.1, 0.6}),
                new ReplicatedTrial(ROWS.get(2), new double[] {0.2, 0.9, 0.3}));
        assertEquals(List.of(1, 5, 2, 0), order(ranking));
        assertFalse(ranking.isDecidedByRepeats());
    }
}
