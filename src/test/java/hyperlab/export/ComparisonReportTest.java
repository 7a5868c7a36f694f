package hyperlab.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.cases.DefaultComparison;
import hyperlab.cases.DefaultComparison.Evidence;
import hyperlab.chart.training.SeedsChart;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.tune.TuningObjective;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonReportTest {
    private static final List<Double> HIGH = List.of(0.20, 0.23, 0.20, 0.24, 0.21);
    private static final List<Double> LOW = List.of(0.10, 0.12, 0.11, 0.13, 0.12);

    private static ComparisonReport report(Evidence evidence, boolean test, List<Double> standard, List<Double> best) {
        return new ComparisonReport(
                new DefaultComparison(7, 41, evidence, test, standard, best),
                TuningObjective.VALIDATION_LOSS,
                Texts.in(Language.ENGLISH));
    }

    @Test
    void namesTheTestTheSampleAndTheInterval() {
        // Differences −0.10, −0.11, −0.09, −0.11, −0.09: mean −0.1, s = 0.01; t = 2.776445 for 4 degrees of freedom, so
        // the interval is −0.1 ± 2.776445·0.01/√5 = −0.1 ± 0.012417.
        assertEquals(
                "Difference in test loss, trial 7 minus default: mean −0.1, 95\u00a0% interval from −0.112 to −0.0876"
                        + " (paired t-test, n = 5 seeds from 41 on).",
                report(Evidence.HELD_OUT, true, HIGH, LOW).numbers());
    }

    @Test
    void onlyRowsWithoutAPartInTheChoiceProveThatTheTrialIsBetter() {
        for (Evidence evidence : List.of(Evidence.NEW, Evidence.HELD_OUT)) {
            assertTrue(report(evidence, false, HIGH, LOW).verdict().startsWith("**Yes.**"), evidence.name());
        }
        assertTrue(report(Evidence.SEEN, false, HIGH, LOW).verdict().startsWith("**Not proven.**"));
        assertTrue(report(Evidence.SEEN, false, HIGH, LOW).text().contains("Only test data can decide"));
        assertTrue(report(Evidence.HELD_OUT, true, HIGH, LOW).text().contains("chosen on the validation data"));
        for (Evidence evidence : Evidence.values()) {
            assertTrue(report(evidence, false, LOW, HIGH).verdict().startsWith("**No.**"), evidence.name());
            assertTrue(report(evidence, false, LOW, LOW).verdict().startsWith("**No.**"), evidence.name());
        }
    }

    @Test
    void withoutEnoughPairsOrSpreadThereIsNoVerdict() {
        double nan = Double.NaN;
        ComparisonReport few = report(Evidence.NEW, false, HIGH, List.of(0.1, nan, 0.1, nan, 0.12));
        assertEquals(
                "**Undecided.** Both have a value under 3 seeds only; a verdict needs 5. The best trial diverged under"
                        + " 2 of 5 seeds; these pairs do not count. Each seed draws new data, so the rows had no part in"
                        + " choosing the trial.",
                few.text());
        List<Double> mixed = List.of(0.1, 0.3, 0.1, 0.3, 0.2);
        String ahead =
                " is ahead under these seeds, but the interval contains 0: the difference may be luck with the seeds.";
        assertEquals(
                "**Undecided.** On average, the best trial" + ahead,
                report(Evidence.NEW, false, HIGH, mixed).verdict());
        assertEquals(
                "**Undecided.** On average, the default" + ahead,
                report(Evidence.NEW, false, mixed, HIGH).verdict());
        assertTrue(report(Evidence.NEW, false, List.of(1.0, 2.0, 1.0, 2.0), List.of(2.0, 1.0, 2.0, 1.0))
                .verdict()
                .startsWith("**Undecided.**"));
        List<Double> shifted = HIGH.stream().map(value -> value - 0.125).toList();
        ComparisonReport constant = report(Evidence.NEW, false, HIGH, shifted);
        assertTrue(constant.verdict().contains("the same under each of 5 seeds"));
        assertFalse(constant.numbers().contains("interval"));
    }

    @Test
    void theChartShowsAccuraciesInPercent() {
        SeedsChart.Model chart = new ComparisonReport(
                        new DefaultComparison(7, 41, Evidence.NEW, false, HIGH, LOW),
                        TuningObjective.VALIDATION_ACCURACY,
                        Texts.in(Language.ENGLISH))
                .chart();
        assertEquals("default", chart.rows().get(0).name());
        assertArrayEquals(new double[] {20, 23, 20, 24, 21}, chart.rows().get(0).values(), 1e-12);
        assertEquals("%", chart.unit());
        assertEquals(100, chart.upperLimit());
    }
}
