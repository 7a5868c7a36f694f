package hyperlab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.DataSplit;
import hyperlab.nn.Activation;
import hyperlab.nn.layer.Initializer;
import hyperlab.optim.Adam;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Penalty;
import hyperlab.optim.RmsProp;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares a resumed run with one that never stopped. With batches of 7, the last batch of the 30 rows is smaller. */
class SnapshotTest {
    private static final int EPOCHS = 9;
    private static final DataSplit PARTS = TestPartitions.twoClouds();
    private static final Experiment EXPERIMENT = Experiment.DEFAULT
            .withNetwork(new NetworkSettings(
                    List.of(), List.of(6, 5), Activation.Prelu.DEFAULT, 0.3, Initializer.Auto.DEFAULT, null))
            .withTraining(new TrainingSettings(
                    null,
                    Adam.DEFAULT,
                    0.02,
                    new Schedule.CosineAnnealing(0.001, 2),
                    new BatchSize(7),
                    true,
                    EPOCHS,
                    new Penalty(0.001, 0.01),
                    0));

    private static TrainingSettings training() {
        return EXPERIMENT.training();
    }

    /** Every optimizer with its defaults, and the other variants of SGD. */
    static Stream<Optimizer> optimizers() {
        Stream<Optimizer> defaults =
                Stream.of(Optimizer.class.getPermittedSubclasses()).map(SnapshotTest::standard);
        return Stream.concat(defaults, Stream.of(new Sgd(0.9, false), new Sgd(0.9, true)));
    }

    private static Optimizer standard(Class<?> kind) {
        try {
            return (Optimizer) kind.getField("DEFAULT").get(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.toString(), e);
        }
    }

    static Stream<Experiment> experiments() {
        TrainingSettings patient = new TrainingSettings(
                null, Adam.DEFAULT, 0.1, Schedule.ConstantRate.DEFAULT, BatchSize.FULL, true, 300, Penalty.NONE, 4);
        TrainingSettings ordered = new TrainingSettings(
                null,
                new RmsProp(0.9, 1e-8),
                0.01,
                new Schedule.StepDecay(2, 0.5, 1),
                new BatchSize(7),
                false,
                EPOCHS,
                Penalty.NONE,
                0);
        return Stream.of(
                        Stream.of(
                                EXPERIMENT.withEnsemble(3),
                                EXPERIMENT.withTraining(patient).withEnsemble(2)),
                        Stream.of(EXPERIMENT.withTraining(ordered), EXPERIMENT.withTraining(patient)),
                        optimizers()
                                .map(optimizer ->
                                        EXPERIMENT.withTraining(training().withOptimizer(optimizer))))
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void resumesFromAnyEpochAsIfNeverStopped(Experiment experiment) {
        List<List<Object>> expected = ReportedValues.untilEnd(new TrainingRun(experiment, PARTS, null));
        TrainingRun run = new TrainingRun(experiment, PARTS, null);
        List<Snapshot> snapshots = new ArrayList<>(List.of(run.snapshot()));
        while (run.outcome() == null) {
            if (run.step()) {
                snapshots.add(run.snapshot());
            }
        }
        assertEquals(expected.size(), snapshots.size());
        int every = Math.max(1, snapshots.size() / 10);
        for (int epoch = 0; epoch < snapshots.size(); epoch += every) {
            assertEquals(
                    expected.subList(epoch, expected.size()),
                    ReportedValues.untilEnd(TrainingRun.resume(snapshots.get(epoch))));
            assertEquals(epoch, snapshots.get(epoch).epoch());
        }
        assertEquals(
                expected,
                ReportedValues.untilEnd(TrainingRun.resume(snapshots.get(0))),
                "no run has changed what it went on from");
    }

    @Test
    void resumesBeyondTheEndLikeALongerRun() {
        Experiment constant = EXPERIMENT.withTraining(new TrainingSettings(
                null, Adam.DEFAULT, 0.02, Schedule.ConstantRate.DEFAULT, new BatchSize(7), true, 3, Penalty.NONE, 0));
        Experiment longer = constant.withTraining(constant.training().withEpochs(7));
        TrainingRun run = new TrainingRun(constant, PARTS, null);
        ReportedValues.untilEnd(run);
        List<List<Object>> expected = ReportedValues.untilEnd(new TrainingRun(longer, PARTS, null));
        List<List<Object>> actual = ReportedValues.untilEnd(TrainingRun.resume(run.snapshot(), longer));
        assertEquals(expected.subList(4, 8), actual.subList(1, 5));
        assertEquals(new TrainingOutcome.Completed(3, run.outcome().bestEpoch(), false), run.outcome());
    }

    @Test
    void secondsAccumulateAcrossTheSnapshot() {
        TrainingRun run = new TrainingRun(EXPERIMENT, PARTS, null);
        run.train(report -> {}, () -> run.epoch() == 4);
        TrainingRun resumed = TrainingRun.resume(atEpoch(EXPERIMENT, 4));
        double before = resumed.report().trainSeconds();
        assertTrue(before > 0);
        ReportedValues.untilEnd(resumed);
        assertTrue(resumed.report().trainSeconds() > before);
        assertTrue(resumed.report().seconds() > resumed.report().trainSeconds());
    }

    private static Snapshot atEpoch(Experiment experiment, int epoch) {
        TrainingRun run = new TrainingRun(experiment, PARTS, null);
        while (run.epoch() < epoch) {
            run.step();
        }
        return run.snapshot();
    }

    @Test
    void isTakenOnlyBetweenEpochs() {
        TrainingRun run = new TrainingRun(EXPERIMENT, PARTS, null);
        run.step();
        assertFalse(run.isBetweenEpochs());
        assertThrows(IllegalStateException.class, run::snapshot);
        TrainingRun diverged = new TrainingRun(EXPERIMENT, PARTS, null);
        diverged.network().parameters().get(0).values()[0] = Double.NaN;
        diverged.train(report -> {}, () -> false);
        assertThrows(IllegalStateException.class, diverged::snapshot);
    }

    @Test
    void countsTheBytesOfItsNumbers() {
        int weights = 2 * 6 + 6 + 1 + 6 * 5 + 5 + 1 + 5 * 2 + 2;
        Experiment falling = EXPERIMENT.withTraining(training().withOptimizer(Sgd.DEFAULT));
        Snapshot best = atEpoch(falling, 1);
        assertEquals(best.epoch(), best.best().epoch());
        long numbers = 8L * weights + 4 * 30;
        assertTrue(best.bytes() >= numbers && best.bytes() < numbers + 3000, "bytes " + best.bytes());
        Snapshot moments = atEpoch(EXPERIMENT, 1);
        assertEquals(8L * (2 * weights + 8), moments.bytes() - best.bytes(), "two moments and a count for 8 arrays");
        Snapshot three = atEpoch(EXPERIMENT.withEnsemble(3), 0);
        assertTrue(three.bytes() > 2.5 * moments.bytes());
    }
}
