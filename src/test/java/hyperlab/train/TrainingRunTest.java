package hyperlab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.DataSplit;
import hyperlab.nn.Activation;
import hyperlab.nn.Loss;
import hyperlab.nn.layer.Initializer;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.optim.Adam;
import hyperlab.optim.Penalty;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import hyperlab.rule.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class TrainingRunTest {
    private static final NetworkSettings SMALL =
            new NetworkSettings(List.of(), List.of(4), new Activation.Tanh(), 0, Initializer.Auto.DEFAULT, null);
    private static final TrainingSettings TRAINING =
            TrainingSettings.DEFAULT.withBatchSize(new BatchSize(7)).withEpochs(5);
    private static final Experiment EXPERIMENT =
            Experiment.DEFAULT.withNetwork(SMALL).withTraining(TRAINING);

    private static TrainingRun run(Experiment experiment) {
        return new TrainingRun(experiment, TestPartitions.twoClouds(), null);
    }

    private static TrainingRun run(TrainingSettings training) {
        return run(EXPERIMENT.withTraining(training));
    }

    private static List<EpochReport> history(TrainingRun run) {
        List<EpochReport> reports = new ArrayList<>();
        run.train(reports::add, () -> false);
        return reports;
    }

    private static double[] losses(TrainingRun run) {
        return history(run).stream()
                .flatMapToDouble(r -> DoubleStream.of(r.trainLoss(), r.validationLoss()))
                .toArray();
    }

    private static void change(TrainingRun run, UnaryOperator<TrainingSettings> changed) {
        run.change(run.experiment().withTraining(changed.apply(run.experiment().training())));
    }

    private static double firstWeight(TrainingRun run) {
        return run.network().parameters().get(0).values()[0];
    }

    private static NetworkSettings linear() {
        return new NetworkSettings(List.of(), List.of(), new Activation.Linear(), 0, new Initializer.Zero(), null);
    }

    private static NetworkSettings zero(double dropout) {
        return new NetworkSettings(List.of(), List.of(4), new Activation.Tanh(), dropout, new Initializer.Zero(), null);
    }

    @Test
    void learnsToSeparateTwoClusters() {
        TrainingRun run = run(TRAINING.withEpochs(60));
        TrainingOutcome outcome = run.train(report -> {}, () -> false);
        assertInstanceOf(TrainingOutcome.Completed.class, outcome);
        assertEquals(60, outcome.epochs());
        assertTrue(
                run.report().trainAccuracy() > 0.85, "accuracy " + run.report().trainAccuracy());
    }

    @Test
    void learnsAPlane() {
        Experiment experiment = EXPERIMENT
                .withNetwork(linear())
                .withTraining(TRAINING.withOptimizer(Sgd.DEFAULT)
                        .withLearningRate(0.3)
                        .withEpochs(200));
        TrainingRun run = new TrainingRun(experiment, TestPartitions.plane(), null);
        run.train(report -> {}, () -> false);
        LayerWeights.Dense dense = (LayerWeights.Dense) run.network().weights().get(0);
        assertArrayEquals(new double[] {1, -2}, dense.weights()[0], 1e-6);
        assertTrue(Double.isNaN(run.report().trainAccuracy()));
    }

    @Test
    void repeatsBitForBit() {
        NetworkSettings dropping = new NetworkSettings(
                List.of(), List.of(8, 8), new Activation.Relu(), 0.3, Initializer.Auto.DEFAULT, null);
        Experiment experiment = EXPERIMENT.withNetwork(dropping);
        TrainingRun one = run(experiment);
        TrainingRun same = run(experiment);
        assertArrayEquals(losses(one), losses(same));
        assertEquals(firstWeight(one), firstWeight(same));
        assertNotEquals(losses(run(experiment.withSeed(43)))[2], losses(run(experiment))[2]);
    }

    @Test
    void stepByStepMatchesFullSpeed() {
        TrainingRun fast = run(TRAINING);
        List<EpochReport> expected = history(fast);
        TrainingRun slow = run(TRAINING);
        List<EpochReport> actual = new ArrayList<>(List.of(slow.report()));
        while (slow.outcome() == null) {
            if (slow.step()) {
                actual.add(slow.report());
            }
        }
        assertEquals(fast.outcome(), slow.outcome());
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i).epoch(), actual.get(i).epoch());
            assertEquals(expected.get(i).step(), actual.get(i).step());
            assertEquals(expected.get(i).trainLoss(), actual.get(i).trainLoss());
            assertEquals(expected.get(i).validationLoss(), actual.get(i).validationLoss());
        }
    }

    @Test
    void changingOneSettingPreservesTheOtherDraws() {
        TrainingRun plain = run(TRAINING);
        TrainingRun otherOptimizer = run(TRAINING.withOptimizer(Sgd.DEFAULT).withPenalty(new Penalty(0.1, 0)));
        NetworkSettings dropping =
                new NetworkSettings(List.of(), List.of(4), new Activation.Tanh(), 0.5, Initializer.Auto.DEFAULT, null);
        TrainingRun dropped = run(EXPERIMENT.withNetwork(dropping));
        assertEquals(firstWeight(plain), firstWeight(otherOptimizer));
        assertEquals(firstWeight(plain), firstWeight(dropped));
        // With zero weights only the output bias is trained, with or without dropout, so the losses reveal the row
        // order
        assertArrayEquals(losses(run(EXPERIMENT.withNetwork(zero(0)))), losses(run(EXPERIMENT.withNetwork(zero(0.5)))));
    }

    @Test
    void shufflingReordersRowsDifferentlyEachEpoch() {
        TrainingSettings sgd = TRAINING.withOptimizer(Sgd.DEFAULT);
        TrainingSettings ordered = new TrainingSettings(
                null, sgd.optimizer(), 0.03, sgd.schedule(), sgd.batchSize(), false, 5, Penalty.NONE, 0);
        assertNotEquals(losses(run(sgd))[2], losses(run(ordered))[2]);
    }

    @Test
    void epochEndsWithASmallerBatch() {
        TrainingRun run = run(TRAINING);
        for (int step = 0; step < 4; step++) {
            assertFalse(run.step());
            assertEquals(7, run.stepReport().batchSamples());
        }
        assertTrue(run.step());
        assertEquals(2, run.stepReport().batchSamples());
        assertEquals(1, run.epoch());
        assertEquals(5, run.report().step());
    }

    @Test
    void oversizedBatchUsesTheWholeTrainingSet() {
        for (BatchSize size : List.of(new BatchSize(1000), BatchSize.FULL)) {
            TrainingRun run = run(TRAINING.withBatchSize(size));
            assertTrue(run.step());
            assertEquals(30, run.stepReport().batchSamples());
        }
    }

    @Test
    void learningRateAppliesFromTheNextStep() {
        Experiment experiment = EXPERIMENT.withNetwork(linear()).withTraining(TRAINING.withOptimizer(Sgd.DEFAULT));
        TrainingRun changed = run(experiment);
        TrainingRun kept = run(experiment);
        changed.step();
        kept.step();
        double before = firstWeight(kept);
        assertEquals(before, firstWeight(changed));
        change(changed, settings -> settings.withLearningRate(0.3));
        assertEquals(0.3, changed.learningRate());
        assertEquals(0.03, changed.stepReport().learningRate());
        changed.step();
        kept.step();
        assertEquals(10 * (firstWeight(kept) - before), firstWeight(changed) - before, 1e-15);
        assertEquals(0.3, changed.stepReport().learningRate());
    }

    @Test
    void batchSizeAppliesToTheRemainingRows() {
        TrainingRun run = run(TRAINING);
        run.step();
        change(run, settings -> settings.withBatchSize(new BatchSize(20)));
        assertFalse(run.step());
        assertEquals(20, run.stepReport().batchSamples());
        assertTrue(run.step());
        assertEquals(3, run.stepReport().batchSamples());
    }

    @Test
    void scheduleAppliesPerEpochAndToManualRate() {
        TrainingSettings settings = new TrainingSettings(
                null, Adam.DEFAULT, 0.1, new Schedule.StepDecay(1, 0.5, 0), BatchSize.FULL, true, 4, Penalty.NONE, 0);
        TrainingRun run = run(settings);
        assertEquals(0.1, run.report().learningRate());
        run.step();
        assertEquals(0.1, run.report().learningRate());
        run.step();
        assertEquals(0.05, run.report().learningRate());
        change(run, changed -> changed.withLearningRate(0.4));
        assertEquals(0.1, run.learningRate());
        run.step();
        assertEquals(0.1, run.report().learningRate());
    }

    @Test
    void zeroEpochsEvaluateAndComplete() {
        TrainingRun run = run(TRAINING.withEpochs(0));
        assertEquals(new TrainingOutcome.Completed(0, 0, false), run.outcome());
        List<EpochReport> reports = history(run);
        assertEquals(1, reports.size());
        assertTrue(reports.get(0).trainLoss() > 0);
        assertFalse(run.step());
        assertEquals(0, run.stepCount());
    }

    @Test
    void divergenceIsAnOutcomeAndHistoryEndsAtTheLastFiniteEpoch() {
        Experiment experiment = EXPERIMENT
                .withNetwork(linear())
                .withTraining(
                        TRAINING.withOptimizer(Sgd.DEFAULT).withLearningRate(50).withEpochs(1000));
        TrainingRun run = new TrainingRun(experiment, TestPartitions.plane(), null);
        List<EpochReport> reports = history(run);
        TrainingOutcome.Diverged diverged = assertInstanceOf(TrainingOutcome.Diverged.class, run.outcome());
        assertEquals(reports.size() - 1, diverged.epochs());
        assertFalse(Double.isFinite(diverged.loss()));
        assertEquals(0, diverged.bestEpoch());
        EpochReport last = reports.get(reports.size() - 1);
        assertTrue(Double.isFinite(last.trainLoss()));
        // A huge but finite loss did not end the run
        assertTrue(last.trainLoss() > 1e100, "loss " + last.trainLoss());
        assertEquals(last, run.report());
        assertFalse(run.step());
        assertEquals(0, ((LayerWeights.Dense) run.resultingWeights().get(0).get(0)).bias()[0]);
    }

    /** A ReLU unit that is never active hides the values of its weights. */
    @Test
    void nonFiniteWeightIsDivergenceEvenIfLossIsFinite() {
        double[][] positive = {{1, 2}, {2, 1}, {1, 1}, {2, 2}};
        Experiment experiment = Experiment.DEFAULT
                .withNetwork(NetworkSettings.DEFAULT.withActivation(new Activation.Relu()))
                .withTraining(TRAINING);
        TrainingRun run =
                new TrainingRun(experiment, TestPartitions.of(positive, new double[] {0, 1, 0, 1}, 2, 2), null);
        run.network().parameters().get(0).values()[0] = Double.NEGATIVE_INFINITY;
        TrainingOutcome outcome = run.train(report -> {}, () -> false);
        assertTrue(Double.isFinite(run.stepReport().batchLoss()));
        assertInstanceOf(TrainingOutcome.Diverged.class, outcome);
        assertEquals(0, outcome.epochs());
    }

    @Test
    void nonFiniteLossAtTheStartIsDivergence() {
        DataSplit huge = TestPartitions.of(new double[][] {{1}, {2}, {3}}, new double[] {1e200, 1, 1}, 2, 0);
        TrainingRun run = new TrainingRun(EXPERIMENT, huge, null);
        TrainingOutcome.Diverged diverged = assertInstanceOf(TrainingOutcome.Diverged.class, run.outcome());
        assertEquals(Double.POSITIVE_INFINITY, diverged.loss());
    }

    @Test
    void patienceEndsAStalledRunAndRestoresItsBestWeights() {
        TrainingSettings settings = new TrainingSettings(
                null, Adam.DEFAULT, 0.1, Schedule.ConstantRate.DEFAULT, BatchSize.FULL, true, 5000, Penalty.NONE, 3);
        TrainingRun run = run(settings);
        List<EpochReport> reports = history(run);
        TrainingOutcome.Completed outcome = assertInstanceOf(TrainingOutcome.Completed.class, run.outcome());
        assertTrue(outcome.early());
        assertEquals(outcome.bestEpoch() + 3, outcome.epochs());
        double lowest =
                reports.stream().mapToDouble(EpochReport::validationLoss).min().orElseThrow();
        assertEquals(lowest, reports.get(outcome.bestEpoch()).validationLoss());
        TrainingRun again = new TrainingRun(
                EXPERIMENT.withTraining(settings.withEpochs(0)), run.partition(), run.resultingWeights());
        assertEquals(lowest, again.report().validationLoss());
        assertEquals(
                lowest,
                new TrainingRun(EXPERIMENT, run.partition(), run.bestWeights())
                        .report()
                        .validationLoss());
    }

    @Test
    void usesNewestWeightsWithoutPatience() {
        TrainingRun run = run(TRAINING);
        history(run);
        double[][] newest = ((LayerWeights.Dense) run.network().weights().get(0)).weights();
        assertArrayEquals(
                newest, ((LayerWeights.Dense) run.resultingWeights().get(0).get(0)).weights());
    }

    @Test
    void cancelingStopsAfterTheCurrentStep() {
        TrainingRun run = run(TRAINING);
        TrainingOutcome outcome = run.train(report -> {}, () -> run.stepCount() == 7);
        assertEquals(new TrainingOutcome.Stopped(1, run.outcome().bestEpoch()), outcome);
        assertEquals(7, run.stepCount());
        assertEquals(outcome, run.stop());
        assertFalse(run.step());
    }

    @Test
    void stoppingBeforeTheFirstStepStopsAtZero() {
        TrainingRun run = run(TRAINING);
        assertNull(run.outcome());
        assertTrue(Double.isNaN(run.stepReport().batchLoss()));
        assertEquals(new TrainingOutcome.Stopped(0, 0), run.stop());
    }

    @Test
    void secondsAccumulateFromTheStart() {
        double trained = -1;
        double all = -1;
        for (EpochReport report : history(run(TRAINING))) {
            assertTrue(report.trainSeconds() >= trained && report.seconds() > all);
            assertTrue(report.seconds() > report.trainSeconds());
            trained = report.trainSeconds();
            all = report.seconds();
        }
    }

    @Test
    void penaltyShrinksWeightsButIsExcludedFromTheLoss() {
        TrainingRun free = run(TRAINING);
        TrainingRun penalized = run(TRAINING.withPenalty(new Penalty(0, 0.5)));
        assertEquals(free.report().trainLoss(), penalized.report().trainLoss());
        history(free);
        history(penalized);
        assertTrue(sumOfSquares(penalized) < sumOfSquares(free));
    }

    private static double sumOfSquares(TrainingRun run) {
        double sum = 0;
        for (double w : run.network().parameters().get(0).values()) {
            sum += w * w;
        }
        return sum;
    }

    private static TrainingSettings oneEpoch(Loss loss) {
        return new TrainingSettings(
                loss, Adam.DEFAULT, 0.05, Schedule.ConstantRate.DEFAULT, BatchSize.FULL, true, 1, Penalty.NONE, 0);
    }

    @Test
    void squaredErrorOnClassesUsesOneHotTargets() {
        TrainingSettings settings = oneEpoch(Loss.SQUARED_ERROR);
        TrainingRun run = run(EXPERIMENT.withNetwork(linear()).withTraining(settings));
        assertEquals(0.5, run.report().trainLoss());
        DMatrixRMaj predicted = run.network().predict(run.partition().train().features());
        assertEquals(2, predicted.numCols);
    }

    @Test
    void rejectsCrossEntropyForRegression() {
        TrainingSettings settings = oneEpoch(Loss.CROSS_ENTROPY);
        Experiment experiment = EXPERIMENT.withTraining(settings);
        InvalidInputException error = assertThrows(
                InvalidInputException.class, () -> new TrainingRun(experiment, TestPartitions.plane(), null));
        assertEquals(
                "training.loss must be auto or squaredError if the target is a number, got crossEntropy",
                error.getMessage());
    }

    @Test
    void rejectsInitialWeightsOfTheWrongShapeByName() {
        List<LayerWeights> wrong = List.of(new LayerWeights.Dense(new double[4][3], new double[4]));
        InvalidInputException error = assertThrows(
                InvalidInputException.class,
                () -> new TrainingRun(EXPERIMENT, TestPartitions.twoClouds(), List.of(wrong)));
        assertEquals("network.initialWeights.layers must be 2 layers, got 1", error.getMessage());
    }
}
