package hyperlab.playground;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.DataSet;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.train.EpochReport;
import hyperlab.train.TrainingOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class PlaygroundRunTest {
    private final List<EpochReport> reports = new ArrayList<>();

    private static PlaygroundRun run(String keys, int epochs) {
        return new PlaygroundRun(
                new PlaygroundExperiment(PlaygroundLink.parse("#seed=0.5&" + keys, () -> Double.NaN), epochs));
    }

    @Test
    void partialBatchCarriesOverIntoTheNextEpoch() {
        PlaygroundRun run = run("percTrainData=5&batchSize=10", 2);
        run.train(reports::add, () -> false);

        assertEquals(
                List.of(0L, 2L, 4L), reports.stream().map(EpochReport::step).toList(), "25 points");
        assertEquals(0.03, reports.get(2).learningRate());
    }

    @Test
    void batchThatIsNeverFullTrainsNothing() {
        PlaygroundRun run = run("percTrainData=5&batchSize=26", 3);
        List<LayerWeights> start = run.resultingWeights().get(0);
        run.train(reports::add, () -> false);

        assertEquals(0, run.stepCount());
        assertArrayEquals(
                ((LayerWeights.Dense) start.get(0)).weights(),
                ((LayerWeights.Dense) run.resultingWeights().get(0).get(0)).weights());
        assertEquals(reports.get(0).trainLoss(), reports.get(3).trainLoss());
    }

    @Test
    void zeroEpochsYieldOnlyTheStart() {
        assertEquals(new TrainingOutcome.Completed(0, 0, false), run("", 0).train(reports::add, () -> false));
        assertEquals(1, reports.size());
    }

    @Test
    void baselineIsHalfTheVarianceOfLabels() {
        PlaygroundRun run = run("", 0);
        double positive =
                Arrays.stream(run.partition().train().targets()).average().orElseThrow();

        assertEquals(2 * positive * (1 - positive), run.baselineLoss(), 1e-12, "labels −1 and 1");
    }

    @Test
    void knowsItsOutcome() {
        PlaygroundRun run = run("", 1);
        assertNull(run.outcome());
        TrainingOutcome outcome = run.train(reports::add, () -> false);

        assertEquals(outcome, run.outcome());
    }

    @Test
    void stopsBetweenTwoSteps() {
        PlaygroundRun run = run("", 100);
        TrainingOutcome outcome = run.train(reports::add, () -> run.stepCount() == 30);

        assertEquals(30, run.stepCount());
        assertInstanceOf(TrainingOutcome.Stopped.class, outcome);
        assertEquals(1, outcome.epochs(), "25 steps an epoch");
        assertEquals(2, reports.size());
    }

    @Test
    void countsAnEpochCompletedWhenStopped() {
        PlaygroundRun run = run("", 100);
        TrainingOutcome outcome = run.train(reports::add, () -> run.stepCount() == 25);

        assertEquals(new TrainingOutcome.Stopped(1, outcome.bestEpoch()), outcome);
        assertEquals(2, reports.size());
    }

    @Test
    void bestEpochHasTheLowestTestLoss() {
        TrainingOutcome outcome = run("dataset=spiral&noise=50&learningRate=0.3&networkShape=8,8", 40)
                .train(reports::add, () -> false);
        double best =
                reports.stream().mapToDouble(EpochReport::validationLoss).min().orElseThrow();

        assertTrue(outcome.bestEpoch() > 0 && outcome.bestEpoch() < 40, outcome.toString());
        assertEquals(best, reports.get(outcome.bestEpoch()).validationLoss());
    }

    @Test
    void divergedRunUsesItsBestEpoch() {
        PlaygroundRun run = run("problem=regression&learningRate=3&activation=relu", 50);
        TrainingOutcome outcome = run.train(reports::add, () -> false);

        TrainingOutcome.Diverged diverged = assertInstanceOf(TrainingOutcome.Diverged.class, outcome);
        assertEquals(diverged.epochs() + 1, reports.size());
        assertTrue(!Double.isFinite(diverged.loss()), outcome.toString());
        double best = reports.get(diverged.bestEpoch()).validationLoss();
        assertEquals(best, loss(run, run.partition().validation()), 1e-15 * best);
    }

    @Test
    void probabilitiesAndAccuracyFollowTheOutput() {
        PlaygroundRun run = run("noise=30", 20);
        run.train(reports::add, () -> false);
        DataSet validation = run.partition().validation();
        DMatrixRMaj predictions = run.predict(validation.features());

        int right = 0;
        for (int row = 0; row < validation.samples(); row++) {
            assertEquals(1, predictions.get(row, 0) + predictions.get(row, 1), 1e-15);
            right += predictions.get(row, (int) validation.targets()[row]) > 0.5 ? 1 : 0;
        }
        assertEquals((double) right / validation.samples(), reports.get(20).validationAccuracy());
        assertEquals(List.of("-1", "1"), validation.classNames());
        double loss = reports.get(20).validationLoss();
        assertEquals(loss, loss(run, validation), 1e-14 * loss);
    }

    @Test
    void regressionHasNoAccuracy() {
        run("problem=regression", 1).train(reports::add, () -> false);

        assertTrue(Double.isNaN(reports.get(1).trainAccuracy()));
    }

    /** The mean of ½(o − t)² from predictions, with o = 2p − 1 for classes. */
    private static double loss(PlaygroundRun run, DataSet data) {
        DMatrixRMaj predictions = run.predict(data.features());
        double sum = 0;
        for (int row = 0; row < data.samples(); row++) {
            double output = predictions.numCols == 2 ? 2 * predictions.get(row, 1) - 1 : predictions.get(row, 0);
            double error = output - PlaygroundPartition.label(data, row);
            sum += error * error / 2;
        }
        return sum / data.samples();
    }
}
