package hyperlab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hyperlab.data.DataSplit;
import hyperlab.nn.Activation;
import hyperlab.nn.ConvolutionSpec;
import hyperlab.nn.Loss;
import hyperlab.nn.layer.Initializer;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.optim.Adam;
import hyperlab.optim.Penalty;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import hyperlab.rule.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes to settings during training. */
class SettingsChangeTest {
    private static final DataSplit PARTS = TestPartitions.twoClouds();
    private static final TrainingSettings TRAINING = TrainingSettings.DEFAULT
            .withOptimizer(Sgd.DEFAULT)
            .withLearningRate(0.1)
            .withBatchSize(new BatchSize(7))
            .withEpochs(10);
    private static final ConvolutionSpec CONVOLUTION = new ConvolutionSpec(8, 3, 1, 1, 2);
    private static final Experiment EXPERIMENT = Experiment.DEFAULT
            .withNetwork(NetworkSettings.DEFAULT.withHidden(List.of(4)).withActivation(new Activation.Tanh()))
            .withTraining(TRAINING);

    private final TrainingRun run = new TrainingRun(EXPERIMENT, PARTS, null);
    private final TrainingRun same = new TrainingRun(EXPERIMENT, PARTS, null);

    private static void training(TrainingRun run, UnaryOperator<TrainingSettings> changed) {
        run.change(run.experiment().withTraining(changed.apply(run.experiment().training())));
    }

    private static void dropout(TrainingRun run, double dropout) {
        run.change(run.experiment().withNetwork(run.experiment().network().withDropout(dropout)));
    }

    private static double[] firstBlock(TrainingRun run) {
        return run.network().parameters().get(0).values();
    }

    private void steps(int count) {
        for (int step = 0; step < count; step++) {
            run.step();
            same.step();
        }
    }

    @Test
    void penaltyAppliesFromTheNextStep() {
        steps(3);
        double[] before = firstBlock(run).clone();
        training(run, settings -> settings.withPenalty(new Penalty(0.01, 0.5)));
        assertArrayEquals(before, firstBlock(run));
        steps(1);
        for (int i = 0; i < before.length; i++) {
            double pull = 0.1 * (0.01 * Math.signum(before[i]) + 0.5 * before[i]);
            assertEquals(firstBlock(same)[i] - pull, firstBlock(run)[i], 1e-15);
        }
    }

    @Test
    void dropoutAppliesFromTheNextStepAndMayEnd() {
        steps(3);
        dropout(run, 0.5);
        steps(1);
        assertNotEquals(same.stepReport().batchLoss(), run.stepReport().batchLoss());
        steps(1);
        dropout(run, 0);
        training(run, settings -> settings.withShuffle(false));
        TrainingRun undropped = new TrainingRun(
                EXPERIMENT.withTraining(TRAINING.withShuffle(false)),
                PARTS,
                run.ensemble().weights());
        run.step();
        undropped.step();
        assertArrayEquals(firstBlock(undropped), firstBlock(run));
    }

    @Test
    void scheduleAppliesToTheCurrentEpoch() {
        steps(5 + 5 + 2);
        training(run, settings -> settings.withSchedule(new Schedule.StepDecay(1, 0.5, 0)));
        assertEquals(0.025, run.learningRate(), "half of half in epoch 2, from 0");
        steps(1);
        assertEquals(0.025, run.stepReport().learningRate());
        training(run, settings -> settings.withSchedule(new Schedule.CosineAnnealing(0, 4)));
        assertEquals(0.1 * 3 / 4, run.learningRate(), 1e-17);
    }

    @Test
    void newOptimizerStartsWithFreshMoments() {
        steps(5);
        training(run, settings -> settings.withOptimizer(Adam.DEFAULT));
        List<List<LayerWeights>> now = run.ensemble().weights();
        run.step();
        double[] before = ((LayerWeights.Dense) now.get(0).get(0)).weights()[0];
        // The first step of Adam is the learning rate times the sign of the gradient, up to epsilon
        for (int i = 0; i < before.length; i++) {
            assertEquals(0.1, Math.abs(firstBlock(run)[i] - before[i]), 1e-6);
        }
    }

    @Test
    void optimizerRevertedBeforeAnyStepRetainsItsMoments() {
        training(run, settings -> settings.withOptimizer(new Sgd(0.9, false)));
        training(same, settings -> settings.withOptimizer(new Sgd(0.9, false)));
        steps(4);
        training(run, settings -> settings.withOptimizer(Adam.DEFAULT));
        training(run, settings -> settings.withOptimizer(new Sgd(0.9, false)));
        steps(3);
        assertArrayEquals(firstBlock(same), firstBlock(run));
    }

    @Test
    void shufflingChangesWithTheNextEpoch() {
        steps(2);
        training(run, settings -> settings.withShuffle(false));
        steps(3);
        assertEquals(same.report().trainLoss(), run.report().trainLoss());
        List<List<LayerWeights>> now = run.ensemble().weights();
        TrainingRun ordered = new TrainingRun(EXPERIMENT.withTraining(TRAINING.withShuffle(false)), PARTS, now);
        for (int step = 0; step < 5; step++) {
            run.step();
            ordered.step();
        }
        assertArrayEquals(firstBlock(ordered), firstBlock(run));
    }

    @Test
    void moreEpochsExtendTheRunAndFewerEndItAfterTheEpoch() {
        steps(7);
        training(run, settings -> settings.withEpochs(1));
        assertNull(run.outcome(), "within epoch 2");
        steps(3);
        assertEquals(new TrainingOutcome.Completed(2, run.outcome().bestEpoch(), false), run.outcome());
        training(same, settings -> settings.withEpochs(2));
        assertEquals(run.outcome(), same.outcome(), "between two epochs at once");
        training(run, settings -> settings.withEpochs(20));
        assertEquals(TRAINING.withEpochs(1), run.experiment().training(), "nothing once there is an outcome");
    }

    @Test
    void patienceCountsFromTheExistingBestEpoch() {
        TrainingRun eager = new TrainingRun(
                EXPERIMENT.withTraining(TRAINING.withOptimizer(Adam.DEFAULT).withEpochs(3000)), PARTS, null);
        while (eager.epoch() - bestEpoch(eager) < 4) {
            eager.step();
        }
        int epoch = eager.epoch();
        training(eager, settings -> settings.withPatience(5));
        assertNull(eager.outcome());
        training(eager, settings -> settings.withPatience(4));
        assertEquals(new TrainingOutcome.Completed(epoch, epoch - 4, true), eager.outcome());
    }

    private static int bestEpoch(TrainingRun run) {
        return run.isBetweenEpochs() ? run.snapshot().best().epoch() : run.epoch();
    }

    static Stream<Map.Entry<String, Experiment>> others() {
        NetworkSettings network = EXPERIMENT.network();
        TrainingSettings squared = new TrainingSettings(
                Loss.SQUARED_ERROR,
                Sgd.DEFAULT,
                0.1,
                Schedule.ConstantRate.DEFAULT,
                BatchSize.FULL,
                true,
                10,
                Penalty.NONE,
                0);
        return Stream.of(
                Map.entry("seed", EXPERIMENT.withSeed(43)),
                Map.entry("ensemble", EXPERIMENT.withEnsemble(2)),
                Map.entry("data", EXPERIMENT.withData(EXPERIMENT.data().withNoise(0.3))),
                Map.entry(
                        "network.convolutions", EXPERIMENT.withNetwork(network.withConvolutions(List.of(CONVOLUTION)))),
                Map.entry("network.hidden", EXPERIMENT.withNetwork(network.withHidden(List.of(5)))),
                Map.entry("network.activation", EXPERIMENT.withNetwork(network.withActivation(new Activation.Relu()))),
                Map.entry(
                        "network.initializer", EXPERIMENT.withNetwork(network.withInitializer(new Initializer.Zero()))),
                Map.entry("network.initialWeights", EXPERIMENT.withNetwork(network.withInitialWeights("w.json"))),
                Map.entry("training.loss", EXPERIMENT.withTraining(squared)));
    }

    @ParameterizedTest
    @MethodSource("others")
    void initialSettingsOfTheRunAreUnchanged(Map.Entry<String, Experiment> other) {
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> run.change(other.getValue()));
        assertEquals(other.getKey() + " must stay as it was when the run began", error.getMessage());
        assertEquals(EXPERIMENT, run.experiment());
        assertThrows(InvalidInputException.class, () -> TrainingRun.resume(run.snapshot(), other.getValue()));
    }
}
