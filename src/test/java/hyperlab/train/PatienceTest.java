package hyperlab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.DataSplit;
import hyperlab.nn.Activation;
import hyperlab.nn.layer.Initializer;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.optim.Sgd;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs whose validation loss is known in closed form: one weight, y = w·x, full batches. */
class PatienceTest {
    private static final NetworkSettings LINEAR =
            new NetworkSettings(List.of(), List.of(), new Activation.Linear(), 0, new Initializer.Zero(), null);

    private static TrainingRun run(DataSplit parts, double weight, double rate, int epochs, int patience) {
        TrainingSettings training = TrainingSettings.DEFAULT
                .withOptimizer(Sgd.DEFAULT)
                .withLearningRate(rate)
                .withBatchSize(BatchSize.FULL)
                .withEpochs(epochs)
                .withPatience(patience);
        LayerWeights start = new LayerWeights.Dense(new double[][] {{weight}}, new double[1]);
        return new TrainingRun(
                Experiment.DEFAULT.withNetwork(LINEAR).withTraining(training), parts, List.of(List.of(start)));
    }

    private static List<EpochReport> history(TrainingRun run) {
        List<EpochReport> reports = new ArrayList<>();
        run.train(reports::add, () -> false);
        return reports;
    }

    /**
     * Trains y = x on two rows at x = ±1, so that the bias stays 0, and validates y = target·x on one row at {@code x}.
     */
    private static DataSplit parts(double x, double target) {
        return TestPartitions.of(new double[][] {{1}, {-1}, {x}}, new double[] {1, -1, target * x}, 2, 0);
    }

    /**
     * w − 1 halves in every epoch, starting at w = 0. The validation loss of y = 0.7·x falls until epoch 2 (w = 0.75)
     * and then rises.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void stopsSoManyEpochsAfterTheLowestValidationLoss(int patience) {
        TrainingRun run = run(parts(1, 0.7), 0, 0.5, 100, patience);
        List<EpochReport> reports = history(run);

        assertEquals(new TrainingOutcome.Completed(2 + patience, 2, true), run.outcome());
        assertEquals(2 + patience + 1, reports.size(), "and so ends the history");
        assertEquals(0.5 * 0.05 * 0.05, reports.get(2).validationLoss(), 1e-16);
        assertEquals(0.75, weight(run.resultingWeights()));
        assertEquals(1 - Math.pow(0.5, 2 + patience), weight(run.ensemble().weights()), "it went on");
    }

    private static double weight(List<List<LayerWeights>> weights) {
        return ((LayerWeights.Dense) weights.get(0).get(0)).weights()[0][0];
    }

    @Test
    void trainsToTheEndAndUsesNewestWeightsWithoutPatience() {
        TrainingRun run = run(parts(1, 0.7), 0, 0.5, 20, 0);
        assertEquals(21, history(run).size());
        assertEquals(new TrainingOutcome.Completed(20, 2, false), run.outcome());
        assertEquals(1 - Math.pow(0.5, 20), weight(run.resultingWeights()));
    }

    @Test
    void bestIsTheEarliestOfEqualLosses() {
        TrainingRun run = run(parts(0, 0), 0, 0.5, 100, 4);
        List<EpochReport> reports = history(run);
        assertEquals(0, reports.get(4).validationLoss());
        assertEquals(new TrainingOutcome.Completed(4, 0, true), run.outcome());
        assertEquals(0, weight(run.resultingWeights()));
    }

    @Test
    void stoppingAtTheLastEpochIsNotEarly() {
        TrainingRun run = run(parts(1, 0.7), 0, 0.5, 5, 3);
        history(run);
        assertEquals(new TrainingOutcome.Completed(5, 2, false), run.outcome());
        assertEquals(0.75, weight(run.resultingWeights()), "the best all the same");
    }

    @Test
    void manualStopAlsoRestoresTheBest() {
        TrainingRun run = run(parts(1, 0.7), 0, 0.5, 100, 50);
        run.train(report -> {}, () -> run.stepCount() == 9);
        assertEquals(new TrainingOutcome.Stopped(9, 2), run.stop());
        assertEquals(0.75, weight(run.resultingWeights()));
    }

    @Test
    void divergenceRestoresTheBest() {
        TrainingRun run = run(parts(1, 0.7), 0, 1e3, 1000, 900);
        history(run);
        assertInstanceOf(TrainingOutcome.Diverged.class, run.outcome());
        assertEquals(0, run.outcome().bestEpoch());
        assertEquals(0, weight(run.resultingWeights()));
    }

    /** At x = 1e160 every validation loss is infinite, and infinity is never lower than infinity. */
    @Test
    void infiniteLossesExhaustPatience() {
        TrainingRun run = run(parts(1e160, 0.7), 0, 0.5, 100, 3);
        List<EpochReport> reports = history(run);
        assertEquals(Double.POSITIVE_INFINITY, reports.get(3).validationLoss());
        assertEquals(new TrainingOutcome.Completed(3, 0, true), run.outcome());
    }

    /** At x = ∞ a weight of 0 gives a NaN loss, and any other weight an infinite loss. */
    @Test
    void anyNumberIsLowerThanNone() {
        DataSplit parts = TestPartitions.of(
                new double[][] {{1}, {-1}, {Double.POSITIVE_INFINITY}}, new double[] {1, -1, 0}, 2, 0);
        LayerWeights start = new LayerWeights.Dense(new double[][] {{0}}, new double[1]);
        TrainingSettings training = TrainingSettings.DEFAULT
                .withOptimizer(Sgd.DEFAULT)
                .withLearningRate(1)
                .withBatchSize(BatchSize.FULL)
                .withEpochs(100)
                .withPatience(6);
        TrainingRun run = new TrainingRun(
                Experiment.DEFAULT.withNetwork(LINEAR).withTraining(training), parts, List.of(List.of(start)));
        List<EpochReport> reports = history(run);
        assertTrue(Double.isNaN(reports.get(0).validationLoss()));
        assertEquals(Double.POSITIVE_INFINITY, reports.get(1).validationLoss());
        assertEquals(new TrainingOutcome.Completed(7, 1, true), run.outcome());

        TrainingRun never = run(parts(Double.NaN, 1), 0, 0.5, 100, 3);
        history(never);
        assertTrue(Double.isNaN(never.report().validationLoss()));
        assertEquals(new TrainingOutcome.Completed(3, 0, true), never.outcome());
    }

    @Test
    void bestWeightsMatchARunEndingAtThatEpoch() {
        Experiment patient = Experiment.DEFAULT.withTraining(TrainingSettings.DEFAULT
                .withLearningRate(0.1)
                .withBatchSize(new BatchSize(7))
                .withEpochs(3000)
                .withPatience(10));
        TrainingRun run = new TrainingRun(patient, TestPartitions.twoClouds(), null);
        history(run);
        int best = run.outcome().bestEpoch();
        assertTrue(best > 0);
        TrainingRun shorter = new TrainingRun(
                patient.withTraining(patient.training().withEpochs(best).withPatience(0)),
                TestPartitions.twoClouds(),
                null);
        history(shorter);
        assertNotEquals(best, run.epoch());
        for (int layer = 0; layer < 3; layer++) {
            LayerWeights.Dense expected =
                    (LayerWeights.Dense) shorter.resultingWeights().get(0).get(layer);
            LayerWeights.Dense kept =
                    (LayerWeights.Dense) run.resultingWeights().get(0).get(layer);
            assertArrayEquals(expected.weights(), kept.weights());
            assertArrayEquals(expected.bias(), kept.bias());
        }
    }
}
