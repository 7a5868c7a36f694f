package hyperlab.lab.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.file.RunsFormat;
import hyperlab.lab.training.inspection.PlaygroundPageState;
import hyperlab.lab.training.run.ComparedRun;
import hyperlab.lab.training.run.DisplayedRun;
import hyperlab.lab.training.run.PlaygroundWeightHistory;
import hyperlab.lab.training.run.RunHistory;
import hyperlab.lab.training.run.StageChart;
import hyperlab.lab.training.settings.LocalizedText;
import hyperlab.lab.training.settings.NearestExperiment;
import hyperlab.lab.training.settings.NearestExperiment.Difference;
import hyperlab.playground.PlaygroundExperiment;
import hyperlab.playground.PlaygroundLink;
import hyperlab.playground.PlaygroundPage;
import hyperlab.playground.PlaygroundRun;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PlaygroundRunsTest {
    private final TrainingViewModel lab = new TrainingViewModel((name, work) -> work.run(), Runnable::run);

    private static PlaygroundExperiment link(String text) {
        return new PlaygroundExperiment(PlaygroundLink.parse(text, () -> 0.5), 100);
    }

    @Test
    void linkReproducesTheOriginalTraining() {
        lab.open(link("#seed=0.59704"));
        DisplayedRun original = lab.viewStateProperty().get().runs().get(1);
        assertTrue(original.run().isPlayground());
        assertTrue(original.run().pinned());
        assertEquals(100, original.run().history().newest().epoch());
        // Values of the original Playground after 100 epochs.
        assertEquals(0.010395673188064355, original.run().history().newest().trainLoss(), 1e-12);
        assertEquals(0.011562363897663278, original.run().history().newest().validationLoss(), 1e-12);
        assertEquals(LocalizedText.of("training.original"), original.name());
    }

    @Test
    void linkSetsTheControlsAndOneUndoTakesBackSettingsAndRun() {
        lab.playback().stepForward();
        RunHistory before = lab.runs().live().history();
        lab.open(link("#seed=1&dataset=xor&networkShape=3&regularization=L2&regularizationRate=0.01&batchSize=30"));
        Experiment taken = lab.experiment();
        assertEquals("xor", taken.data().source());
        assertEquals(0.5, taken.data().trainFraction());
        assertEquals(List.of(3), taken.network().hidden());
        assertEquals("tanh", taken.network().activation().name());
        assertEquals("sgd", taken.training().optimizer().name());
        assertEquals(30, taken.training().batchSize().samples());
        assertEquals(0.01, taken.training().penalty().l2());
        assertEquals(taken, lab.runs().live().experiment());
        assertFalse(lab.runs().reference().isPlayground());
        assertEquals(
                List.of(Difference.RANDOM, Difference.OUTPUT, Difference.LAST_BATCH),
                NearestExperiment.of(
                                lab.viewStateProperty()
                                        .get()
                                        .playgroundRun()
                                        .run()
                                        .playground(),
                                0)
                        .differences());
        lab.undo().undo();
        assertEquals(Experiment.DEFAULT, lab.experiment());
        assertEquals(before, lab.runs().live().history());
        assertTrue(lab.viewStateProperty().get().runs().stream()
                .noneMatch(run -> run.run().isPlayground()));
        lab.undo().redo();
        assertEquals(taken, lab.experiment());
        assertEquals(
                1,
                lab.viewStateProperty().get().runs().stream()
                        .filter(run -> run.run().isPlayground())
                        .count());
    }

    @Test
    void saysWhatALinkHasThatTheControlsDoNot() {
        assertEquals(
                List.of(Difference.RANDOM, Difference.NOISE, Difference.INPUTS, Difference.OUTPUT, Difference.L1),
                NearestExperiment.of(
                                link("#xTimesY=true&noise=20&regularization=L1&regularizationRate=0.1&batchSize=10"), 1)
                        .differences());
        NearestExperiment numbers = NearestExperiment.of(link("#problem=regression&learningRate=0&batchSize=0"), 1);
        assertEquals(List.of(Difference.RANDOM, Difference.NUMBERS), numbers.differences());
        assertEquals("plane", numbers.experiment().data().source());
        assertEquals(1200, numbers.experiment().data().samples());
    }

    @Test
    void drawsPageAtTheDisplayedEpochBitForBit() {
        PlaygroundExperiment original = link("#seed=0.59704");
        lab.playgroundPage().setVisible(true);
        assertNull(lab.playgroundPage().stateProperty().get());
        lab.open(original);
        assertEquals(100, pageState().report().epoch());
        assertEquals(0.011562363897663278, pageState().report().validationLoss(), 1e-12);
        assertArrayEquals(outputs(original, 100), pageState().map().predictions().data);
        assertEquals(250, pageState().points().size());
        for (int k = 0; k < 9; k++) {
            lab.playback().stepForward();
        }
        assertEquals(9, pageState().report().epoch());
        lab.playback().seek(4);
        assertEquals(4, pageState().report().epoch());
        assertArrayEquals(outputs(original, 4), pageState().map().predictions().data);
        lab.setCursor(60);
        assertEquals(60, pageState().report().epoch());
        assertArrayEquals(outputs(original, 60), pageState().map().predictions().data);
    }

    private PlaygroundPageState pageState() {
        return Objects.requireNonNull(lab.playgroundPage().stateProperty().get());
    }

    /** The outputs after a run of this many epochs. */
    private static double[] outputs(PlaygroundExperiment original, int epochs) {
        PlaygroundRun run = new PlaygroundRun(new PlaygroundExperiment(original.link(), epochs));
        run.train(report -> {}, () -> false);
        return new PlaygroundPage(original.link())
                .outputs(run.resultingWeights().get(0))
                .data;
    }

    @Test
    void pageAppearsAndDisappearsWithItsRun() {
        assertFalse(shown().contains(StageChart.PLAYGROUND));
        lab.open(link("#seed=1"));
        assertEquals(List.of(StageChart.LOSS, StageChart.BOUNDARY, StageChart.PLAYGROUND), shown());
        lab.undo().undo();
        assertEquals(List.of(StageChart.LOSS, StageChart.BOUNDARY, StageChart.ACCURACY), shown());
        assertNull(lab.playgroundPage().stateProperty().get());
        lab.undo().redo();
        assertTrue(shown().contains(StageChart.PLAYGROUND));
        lab.runs()
                .setVisible(lab.viewStateProperty().get().playgroundRun().run().id(), false);
        assertFalse(shown().contains(StageChart.PLAYGROUND));
    }

    private List<StageChart> shown() {
        return lab.layout().visibleCharts(lab.viewStateProperty().get().facts());
    }

    @Test
    void retrainsARestoredRunForInspection() {
        PlaygroundExperiment original = link("#seed=3&dataset=spiral");
        lab.open(original);
        String kept = RunsFormat.write(lab.runStore().all().get());
        TrainingViewModel later = new TrainingViewModel((name, work) -> work.run(), Runnable::run);
        later.playgroundPage().setVisible(true);
        later.layout().ensureVisible(StageChart.PLAYGROUND);
        later.runStore().restore(kept);
        assertEquals(kept, RunsFormat.write(later.runStore().all().get()));
        PlaygroundPageState back =
                Objects.requireNonNull(later.playgroundPage().stateProperty().get());
        assertEquals(100, back.report().epoch());
        assertArrayEquals(outputs(original, 100), back.map().predictions().data);
    }

    @Test
    void restoringAnInterruptedRunResumesIt() {
        List<Runnable> waiting = new ArrayList<>();
        TrainingViewModel slow = new TrainingViewModel(
                (name, work) -> {
                    if (name.equals("training-playground")) {
                        waiting.add(work);
                    } else {
                        work.run();
                    }
                },
                Runnable::run);
        slow.open(link("#seed=5"));
        slow.undo().undo();
        waiting.remove(0).run();
        slow.undo().redo();
        ComparedRun back = slow.viewStateProperty().get().playgroundRun().run();
        assertEquals(0, back.history().newest().epoch());
        assertNull(back.history().outcome());
        waiting.remove(0).run();
        assertEquals(100, back.history().newest().epoch());
        assertEquals(101, back.history().rows(1_000).size());
        assertInstanceOf(TrainingOutcome.Completed.class, back.history().outcome());
    }

    @Test
    void snapshotMemoryIsBoundedAndRetainsTheNewest() {
        PlaygroundWeightHistory weights = new PlaygroundWeightHistory(20_000);
        PlaygroundRun run = new PlaygroundRun(link("#seed=6"));
        run.train(
                report -> {
                    weights.add(report, run.resultingWeights().get(0));
                    assertTrue(weights.bytes() <= 20_000);
                    assertEquals(report, weights.atOrBefore(report.epoch()).report());
                },
                () -> false);
        assertEquals(0, weights.atOrBefore(0).report().epoch());
        int before = weights.atOrBefore(50).report().epoch();
        assertTrue(before > 30 && before <= 50, before + "");
        assertEquals(100, weights.atOrBefore(1_000).report().epoch());
        assertTrue(weights.bytes() > 5_000);
    }
}
