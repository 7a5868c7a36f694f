package hyperlab.lab.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.series.Curve;
import hyperlab.lab.training.run.SeedBands;
import hyperlab.lab.training.run.SeedComparisonText;
import hyperlab.lab.training.run.SeedStudyViewModel;
import hyperlab.lab.training.run.StageChart;
import hyperlab.lab.training.settings.LocalizedText;
import hyperlab.text.Language;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.train.EpochReport;
import hyperlab.train.PairedDifference;
import hyperlab.train.Quantiles;
import hyperlab.train.SeedRunResult;
import hyperlab.train.TrainingOutcome;
import hyperlab.ui.concurrent.StudyRunner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeedStudyViewModelTest {
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final TrainingViewModel lab = new TrainingViewModel((name, task) -> start(name, task), Runnable::run);
    private boolean held;

    private void start(String name, Runnable task) {
        if (held && name.equals("training-seeds")) {
            work.add(task);
        } else {
            task.run();
        }
    }

    private void twoRuns() {
        lab.settings().learning().epochs().set(4);
        lab.playback().stepForward();
        lab.settings().learning().learningRate().set(0.0001);
        lab.runController().restart();
        lab.seeds().countProperty().set(5);
    }

    @Test
    void trainsBothConfigurationsAndSummarizesTheirPairs() {
        twoRuns();
        lab.trainSeeds();
        assertEquals(
                StudyRunner.StudyState.DONE, lab.seeds().statusProperty().get().state());
        List<SeedRunResult> results = lab.seeds().statusProperty().get().results();
        assertEquals(10, results.size());
        double[] first = losses(results, 0);
        double[] second = losses(results, 1);
        PairedDifference expected = PairedDifference.of(first, second);
        SeedStudyViewModel.SeedComparison comparison = lab.seeds()
                .compare(lab.runs().reference().experiment(), lab.runs().live().experiment());
        assertEquals(expected, comparison.loss());
        assertEquals(accuracies(results), comparison.accuracy());
        String said = lab.summaries().seeds().get(0).format(Texts.in(Language.ENGLISH));
        assertEquals(
                "**Validation loss: learning rate 10⁻⁴ ends lower than learning rate 0.03 in 0 of 5 seeds.**"
                        .replace("10⁻⁴", shown()),
                said);
        String verdict = lab.summaries().seeds().get(1).format(Texts.in(Language.ENGLISH));
        assertTrue(
                verdict.startsWith("On average, learning rate 0.03 is lower by "
                        + NumberFormats.format(expected.mean(), 3)
                        + " (95\u00a0% interval "),
                verdict);
        assertTrue(lab.viewStateProperty().get().runs().stream().allMatch(run -> run.seeds() != null));
        SeedBands bands = lab.viewStateProperty().get().runs().get(1).seeds();
        assertEquals(Quantiles.of(second), bands.resulting());
        Curve middle = bands.loss().median();
        assertEquals(5, middle.size());
        assertEquals(4, middle.x(4));
        assertEquals(Quantiles.of(second).median(), middle.y(4));
    }

    private static String shown() {
        return LocalizedText.number(0.0001).format(Texts.in(Language.ENGLISH));
    }

    private static double[] losses(List<SeedRunResult> results, int subject) {
        return results.stream()
                .filter(run -> run.subject() == subject)
                .sorted((one, other) -> Integer.compare(one.seed(), other.seed()))
                .mapToDouble(run -> run.resulting().validationLoss())
                .toArray();
    }

    private static PairedDifference accuracies(List<SeedRunResult> results) {
        double[][] ofSubjects = new double[2][];
        for (int k = 0; k < 2; k++) {
            int subject = k;
            ofSubjects[k] = results.stream()
                    .filter(run -> run.subject() == subject)
                    .sorted((one, other) -> Integer.compare(one.seed(), other.seed()))
                    .mapToDouble(run -> run.resulting().validationAccuracy())
                    .toArray();
        }
        return PairedDifference.of(ofSubjects[0], ofSubjects[1]);
    }

    @Test
    void singleRunHasABandButNoComparison() {
        lab.settings().learning().epochs().set(2);
        lab.seeds().countProperty().set(3);
        lab.trainSeeds();
        assertEquals(3, lab.viewStateProperty().get().runs().get(0).seeds().seeds());
        assertEquals(List.of(), lab.summaries().seeds());
        lab.settings().learning().epochs().set(3);
        assertNull(lab.viewStateProperty().get().runs().get(0).seeds());
    }

    @Test
    void trainingAgainWhileRunningStopsTheStudy() {
        twoRuns();
        held = true;
        lab.trainSeeds();
        assertTrue(lab.seeds().statusProperty().get().isRunning());
        lab.trainSeeds();
        assertFalse(lab.seeds().statusProperty().get().isRunning());
        while (!work.isEmpty()) {
            work.remove().run();
        }
        assertEquals(
                StudyRunner.StudyState.STOPPED,
                lab.seeds().statusProperty().get().state());
        assertNull(lab.viewStateProperty().get().runs().get(0).seeds());
    }

    @Test
    void divergedRunCountsAsWorstAndIsExcludedFromInterval() {
        SeedBands bands = SeedBands.of(List.of(run(0, false, 3, 2, 1), run(1, true, 9), run(2, false, 5, 4, 3)));
        assertEquals(1, bands.diverged());
        assertEquals(3, bands.loss().median().size());
        assertEquals(5, bands.loss().median().y(0));
        assertEquals(4, bands.loss().median().y(1));
        assertEquals(3, bands.resulting().median());
        assertTrue(Double.isNaN(bands.resulting().maximum()));
        SeedStudyViewModel.SeedComparison comparison = new SeedStudyViewModel.SeedComparison(
                5,
                1,
                0,
                PairedDifference.of(new double[] {1, 2}, new double[] {1.5, 1.4}),
                PairedDifference.of(new double[] {0.5, 0.6}, new double[] {0.75, 0.86}));
        List<String> said = new SeedComparisonText(comparison, LocalizedText.literal("a"), LocalizedText.literal("b"))
                .all().stream()
                        .map(text -> text.format(Texts.in(Language.ENGLISH)).replace('\u00a0', ' '))
                        .toList();
        assertEquals("**Validation loss: b ends lower than a in 1 of 2 seeds.**", said.get(0));
        assertEquals(
                "On average, either may be lower: b minus a is −0.05 (95 % interval −7.04 to 6.94, paired t).",
                said.get(1));
        assertEquals("**Validation accuracy: b ends higher than a in 2 of 2 seeds.**", said.get(2));
        assertEquals("On average, b is higher by 25.5 points (95 % interval 19.1 to 31.9, paired t).", said.get(3));
        SeedStudyViewModel.SeedComparison turned = new SeedStudyViewModel.SeedComparison(
                5, 0, 0, PairedDifference.of(new double[] {1, 2}, new double[] {0.75, 1.74}), null);
        assertEquals(
                "On average, b is lower by 0.255 (95\u00a0% interval 0.191 to 0.319, paired t).",
                new SeedComparisonText(turned, LocalizedText.literal("a"), LocalizedText.literal("b"))
                        .all()
                        .get(1)
                        .format(Texts.in(Language.ENGLISH)));
        assertEquals("Of 5 seeds each, a diverged in 1 and b in 0; the interval leaves out such pairs.", said.get(4));
        assertEquals(
                said.subList(2, 5),
                new SeedComparisonText(comparison, LocalizedText.literal("a"), LocalizedText.literal("b"))
                        .forChart(StageChart.ACCURACY).stream()
                                .map(text ->
                                        text.format(Texts.in(Language.ENGLISH)).replace('\u00a0', ' '))
                                .toList());
        assertEquals(
                List.of(),
                new SeedComparisonText(comparison, LocalizedText.literal("a"), LocalizedText.literal("b"))
                        .forChart(StageChart.NETWORK));
    }

    @Test
    void pairsRunsBySeedRegardlessOfOrder() {
        SeedStudyViewModel.SeedComparison comparison = SeedStudyViewModel.compare(
                List.of(run(2, false, 9), run(0, false, 1), run(3, false, 5), run(1, true, 4)),
                List.of(run(1, false, 4), run(0, false, 2), run(2, false, 8)));
        assertEquals(3, comparison.pairs());
        assertEquals(1, comparison.firstDiverged());
        assertEquals(PairedDifference.of(new double[] {1, 9}, new double[] {2, 8}), comparison.loss());
        assertNull(SeedStudyViewModel.compare(List.of(run(0, false, 1)), List.of(run(0, false, 2), run(1, false, 3))));
    }

    private static SeedRunResult run(int seed, boolean diverged, double... losses) {
        List<EpochReport> rows = new ArrayList<>();
        IntStream.range(0, losses.length)
                .forEach(epoch ->
                        rows.add(new EpochReport(epoch, epoch, 0, losses[epoch], Double.NaN, Double.NaN, 0.1, 0, 0)));
        EpochReport last = rows.get(rows.size() - 1);
        assertNotNull(last);
        TrainingOutcome outcome = diverged
                ? new TrainingOutcome.Diverged(last.epoch(), 0, Double.NaN)
                : new TrainingOutcome.Completed(last.epoch(), 0, false);
        return new SeedRunResult(0, seed, rows, last, outcome);
    }
}
