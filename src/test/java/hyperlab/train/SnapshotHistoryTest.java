package hyperlab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.nn.Activation;
import hyperlab.nn.layer.Initializer;
import hyperlab.optim.Adam;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Penalty;
import hyperlab.optim.RmsProp;
import hyperlab.optim.Schedule;
import hyperlab.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SnapshotHistoryTest {
    private static final int EPOCHS = 60;
    private static final DataSplit PARTS = TestPartitions.twoClouds();
    private static final Experiment EXPERIMENT = Experiment.DEFAULT
            .withNetwork(new NetworkSettings(
                    List.of(), List.of(4), new Activation.Tanh(), 0.2, Initializer.Auto.DEFAULT, null))
            .withTraining(
                    TrainingSettings.DEFAULT.withBatchSize(new BatchSize(7)).withEpochs(EPOCHS));

    private final TrainingRun run = new TrainingRun(EXPERIMENT, PARTS, null);
    private final long oneSnapshot = run.snapshot().bytes();
    private final List<List<Object>> seen = new ArrayList<>(List.of(ReportedValues.current(run)));
    private final List<Snapshot> all = new ArrayList<>(List.of(run.snapshot()));

    private SnapshotHistory room(double snapshots) {
        return SnapshotHistory.of(run, (long) (snapshots * oneSnapshot));
    }

    private void epoch() {
        int before = run.epoch();
        while (run.epoch() == before) {
            step();
        }
    }

    private void step() {
        if (run.step()) {
            seen.add(ReportedValues.current(run));
            all.add(run.snapshot());
        }
    }

    private void trainToTheEnd() {
        while (run.outcome() == null) {
            step();
        }
    }

    private static TrainingRun returned(SnapshotHistory snapshots, int epoch) {
        return snapshots.restore(epoch, () -> false).orElseThrow();
    }

    private void assertReturns(SnapshotHistory snapshots, int epoch) {
        assertEquals(seen.get(epoch), ReportedValues.current(returned(snapshots, epoch)), "epoch " + epoch);
    }

    @Test
    void restoresEveryEpochFromFewSnapshots() {
        SnapshotHistory snapshots = room(8);
        trainToTheEnd();
        int[] epochs = IntStream.rangeClosed(0, EPOCHS).toArray();
        RandomStream.named(1, "visits").shuffle(epochs);
        for (int epoch : epochs) {
            assertReturns(snapshots, epoch);
            assertTrue(snapshots.bytes() <= 8 * oneSnapshot, "bytes " + snapshots.bytes());
        }
        TrainingRun again = returned(snapshots, 13);
        assertEquals(seen.subList(13, EPOCHS + 1), ReportedValues.untilEnd(again));
    }

    @Test
    void replaysChangesAtTheSameStep() {
        SnapshotHistory snapshots = room(8);
        RandomStream draws = RandomStream.named(2, "changes");
        for (int step = 0; step < 3 * EPOCHS; step++) {
            if (draws.nextInt(4) == 0) {
                run.change(changed(draws));
                run.change(changed(draws));
            }
            step();
        }
        int epochs = run.epoch();
        trainToTheEnd();
        for (int visit = 0; visit < 60; visit++) {
            int epoch = draws.nextInt(epochs + 1);
            TrainingRun again = returned(snapshots, epoch);
            assertEquals(seen.get(epoch), ReportedValues.current(again), "epoch " + epoch);
            assertEquals(all.get(epoch).experiment(), again.experiment());
            assertEquals(
                    ReportedValues.untilEnd(TrainingRun.resume(all.get(epoch))),
                    ReportedValues.untilEnd(again),
                    "on from " + epoch);
        }
    }

    /** Draws a new value for one setting of the run. */
    private Experiment changed(RandomStream draws) {
        Experiment now = run.experiment();
        TrainingSettings training = now.training();
        return switch (draws.nextInt(7)) {
            case 0 -> now.withTraining(training.withLearningRate(draws.nextDouble(0.001, 0.1)));
            case 1 -> now.withTraining(training.withBatchSize(new BatchSize(1 + draws.nextInt(31))));
            case 2 -> now.withTraining(training.withPenalty(new Penalty(draws.nextDouble() / 100, 0)));
            case 3 -> now.withNetwork(now.network().withDropout(draws.nextInt(3) / 4.0));
            case 4 ->
                now.withTraining(training.withSchedule(new Schedule.ExponentialDecay(0.5 + draws.nextDouble(), 0)));
            case 5 -> now.withTraining(training.withShuffle(!training.shuffle()));
            default -> {
                List<Optimizer> optimizers = List.of(Adam.DEFAULT, RmsProp.DEFAULT);
                yield now.withTraining(training.withOptimizer(optimizers.get(draws.nextInt(2))));
            }
        };
    }

    @Test
    void memoryLimitHoldsAtEveryMoment() {
        SnapshotHistory snapshots = room(9);
        while (run.outcome() == null) {
            step();
            assertTrue(snapshots.bytes() <= 9 * oneSnapshot, "bytes " + snapshots.bytes());
        }
        assertTrue(snapshots.bytes() > 3 * oneSnapshot, "and is made use of");
        assertEquals(0, snapshots.firstEpoch());
        assertEquals(EPOCHS, snapshots.newestEpoch());
        assertEquals(0, snapshots.epochsToReplay(0));
        assertEquals(0, snapshots.epochsToReplay(EPOCHS), "the end is kept too");
        for (int epoch = 0; epoch <= EPOCHS; epoch++) {
            assertTrue(snapshots.epochsToReplay(epoch) < 32, "epoch " + epoch);
        }
    }

    @Test
    void storesEveryEpochWhileTheyFit() {
        SnapshotHistory snapshots = room(200);
        trainToTheEnd();
        for (int epoch = 0; epoch <= EPOCHS; epoch++) {
            assertEquals(0, snapshots.epochsToReplay(epoch));
            assertReturns(snapshots, epoch);
        }
    }

    @Test
    void restoresEpochsNextToThePreviousOneImmediately() {
        SnapshotHistory snapshots = room(20);
        trainToTheEnd();
        assertEquals(7, snapshots.epochsToReplay(31));
        assertReturns(snapshots, 31);
        for (int epoch = 25; epoch < 32; epoch++) {
            assertTrue(snapshots.epochsToReplay(epoch) < 4, epoch + " is " + snapshots.epochsToReplay(epoch) + " away");
        }
        assertReturns(snapshots, 30);
        assertReturns(snapshots, 45);
        assertEquals(6, snapshots.epochsToReplay(30), "what was passed there has made room");
    }

    @Test
    void storesAtLeastTheFirstAndTheLast() {
        SnapshotHistory snapshots = SnapshotHistory.of(run, 0);
        trainToTheEnd();
        assertEquals(0, snapshots.epochsToReplay(0));
        assertEquals(0, snapshots.epochsToReplay(EPOCHS));
        assertReturns(snapshots, 17);
    }

    @Test
    void restoresRunInProgressUpToItsCurrentEpoch() {
        SnapshotHistory snapshots = room(6);
        epoch();
        epoch();
        step();
        assertEquals(2, snapshots.newestEpoch());
        assertReturns(snapshots, 2);
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> snapshots.restore(3, () -> false));
        assertEquals("epoch must be from 0 to 2, got 3", refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> snapshots.restore(-1, () -> false));
    }

    @Test
    void restoredRunEndsAtEarlyStoppingOrDivergence() {
        TrainingRun wild =
                new TrainingRun(EXPERIMENT.withTraining(EXPERIMENT.training().withLearningRate(0.01)), PARTS, null);
        SnapshotHistory snapshots = SnapshotHistory.of(wild, 3 * oneSnapshot);
        for (int step = 0; step < 33; step++) {
            wild.step();
        }
        wild.network().parameters().get(0).values()[0] = Double.NaN;
        wild.train(report -> {}, () -> false);
        assertEquals(6, wild.outcome().epochs());
        assertEquals(6, snapshots.newestEpoch());
        assertEquals(wild.report().trainLoss(), returned(snapshots, 6).report().trainLoss());
        assertThrows(IllegalArgumentException.class, () -> snapshots.restore(7, () -> false));
    }

    @Test
    void restoringCanBeCanceled() {
        SnapshotHistory snapshots = SnapshotHistory.of(run, 0);
        trainToTheEnd();
        int[] asked = {0};
        assertEquals(Optional.empty(), snapshots.restore(EPOCHS - 1, () -> ++asked[0] == 12));
        assertEquals(12, asked[0]);
    }

    @Test
    void combinesChangesBetweenTheSameTwoSteps() {
        SnapshotHistory snapshots = room(8);
        epoch();
        for (int change = 0; change < SnapshotHistory.MAX_CHANGES + 5; change++) {
            rate(run, 0.01 + change * 1e-6);
        }
        epoch();
        assertEquals(0, snapshots.firstEpoch());
        assertReturns(snapshots, 2);
    }

    @Test
    void tooManyChangesDiscardEarlierEpochs() {
        TrainingRun restless = new TrainingRun(
                EXPERIMENT.withTraining(
                        EXPERIMENT.training().withBatchSize(new BatchSize(1)).withEpochs(400)),
                PARTS,
                null);
        SnapshotHistory snapshots = SnapshotHistory.of(restless, 8 * oneSnapshot);
        while (restless.stepCount() < SnapshotHistory.MAX_CHANGES + 1) {
            rate(restless, 0.01 + restless.stepCount() * 1e-7);
            restless.step();
        }
        assertEquals(snapshots.newestEpoch() + 1, snapshots.firstEpoch(), "until the next epoch's end");
        restless.train(report -> {}, () -> restless.epoch() == 350);
        int first = snapshots.firstEpoch();
        assertEquals(SnapshotHistory.MAX_CHANGES / 30 + 1, first);
        assertEquals(
                restless.report().trainLoss(), returned(snapshots, 350).report().trainLoss());
        assertEquals(first, returned(snapshots, first).epoch());
    }

    private static void rate(TrainingRun run, double rate) {
        run.change(run.experiment().withTraining(run.experiment().training().withLearningRate(rate)));
    }

    @Test
    void branchSharesEarlierEpochsAndThenDiverges() {
        SnapshotHistory snapshots = room(8);
        while (run.stepCount() < 52) {
            step();
        }
        rate(run, 0.005);
        trainToTheEnd();
        TrainingRun branch = returned(snapshots, 21);
        SnapshotHistory own = snapshots.branch(branch);
        List<Object> before = ReportedValues.current(branch);
        branch.change(
                branch.experiment().withTraining(branch.experiment().training().withLearningRate(0.2)));
        List<List<Object>> seenThere = ReportedValues.untilEnd(branch);
        seenThere.set(0, before);
        for (int epoch = 0; epoch < 21; epoch++) {
            assertReturns(own, epoch);
        }
        for (int epoch = 21; epoch <= EPOCHS; epoch++) {
            assertEquals(seenThere.get(epoch - 21), ReportedValues.current(returned(own, epoch)), "epoch " + epoch);
            assertReturns(snapshots, epoch);
        }
        assertTrue(own.bytes() <= 8 * oneSnapshot);
    }

    @Test
    void supportsAccessWhileTheRunTrainsOnAnotherThread() throws Exception {
        List<List<Object>> expected = ReportedValues.untilEnd(new TrainingRun(EXPERIMENT, PARTS, null));
        SnapshotHistory snapshots = room(8);
        ExecutorService worker = Executors.newSingleThreadExecutor();
        try {
            Future<?> training = worker.submit(() -> run.train(report -> {}, () -> false));
            int visits = 0;
            while (!training.isDone() || visits < 20) {
                int epoch = (7 * visits++) % (snapshots.newestEpoch() + 1);
                TrainingRun returned = returned(snapshots, epoch);
                assertEquals(
                        expected.get(epoch).subList(0, 7),
                        ReportedValues.current(returned).subList(0, 7));
            }
            training.get();
        } finally {
            worker.shutdown();
        }
    }

    @Test
    void defaultMemoryHoldsTheDocumentedNumberOfEpochs() {
        Experiment standard = Experiment.DEFAULT;
        TrainingRun usual =
                new TrainingRun(standard, DataSplitter.loadAndSplit(standard.data(), standard.seed(), null), null);
        usual.train(report -> {}, () -> false);
        long bytes = usual.snapshot().bytes();
        assertTrue(usual.outcome().bestEpoch() < usual.epoch(), "with other best weights");
        assertTrue(6000 * bytes <= SnapshotHistory.DEFAULT_BYTES / 4 * 3, "bytes " + bytes);
        assertTrue(50_000 / 8 * bytes <= SnapshotHistory.DEFAULT_BYTES / 4 * 3, "bytes " + bytes);
    }
}
