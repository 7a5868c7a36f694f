package hyperlab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.DataSettings;
import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.data.SplitOrder;
import hyperlab.nn.Activation;
import hyperlab.nn.layer.ParameterBlock;
import hyperlab.optim.L1Method;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Penalty;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The L1 penalty as a proximal step. The lasso weights are scikit-learn's: lasso.py, next to lasso.csv, generated them.
 */
class ProximalPenaltyTest {
    private static final double TOLERANCE = 1e-7;
    private static final int EPOCHS = 20_000;
    private static final DataSplit DIABETES = DataSplitter.loadAndSplit(
            new DataSettings("diabetes", null, 0, 0.8, SplitOrder.SEQUENTIAL, true, null, null), 1, null);

    private static Experiment linear(Optimizer optimizer, double rate, Penalty penalty) {
        return Experiment.DEFAULT
                .withNetwork(NetworkSettings.DEFAULT.withHidden(List.of()))
                .withTraining(TrainingSettings.DEFAULT
                        .withOptimizer(optimizer)
                        .withLearningRate(rate)
                        .withBatchSize(BatchSize.FULL)
                        .withPenalty(penalty)
                        .withEpochs(EPOCHS));
    }

    /** The bias and the weights after training; a full batch takes one step per epoch. */
    private static double[] trained(Experiment experiment) {
        TrainingRun run = new TrainingRun(experiment, DIABETES, null);
        run.train(report -> {}, () -> false);
        double[] weights = run.network().parameters().get(0).values();
        double bias = run.network().parameters().get(1).values()[0];
        return IntStream.rangeClosed(0, weights.length)
                .mapToDouble(k -> k == 0 ? bias : weights[k - 1])
                .toArray();
    }

    static Stream<double[]> lasso() throws IOException {
        try (InputStream stream = ProximalPenaltyTest.class.getResourceAsStream("lasso.csv")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray());
        }
    }

    private static void compareWithLasso(double[] expected, double[] actual) {
        assertEquals(expected.length - 1, actual.length);
        for (int k = 0; k < actual.length; k++) {
            double wanted = expected[k + 1];
            assertEquals(wanted, actual[k], TOLERANCE * Math.max(1, Math.abs(wanted)), "number " + k);
            assertEquals(wanted == 0, actual[k] == 0, "exact zero at " + k);
        }
    }

    @ParameterizedTest
    @MethodSource("lasso")
    void trainsTheLassoOfScikitLearn(double[] expected) {
        Penalty penalty = new Penalty(expected[0], 0, L1Method.PROXIMAL);
        compareWithLasso(expected, trained(linear(Sgd.DEFAULT, 0.3, penalty)));
    }

    @Test
    void withMomentumTheSameStrengthCountsLess() throws IOException {
        double[] expected = lasso().filter(row -> row[0] == 8).findFirst().orElseThrow();
        Penalty penalty = new Penalty(8 / (1 - 0.75), 0, L1Method.PROXIMAL);
        compareWithLasso(expected, trained(linear(new Sgd(0.75, false), 0.1, penalty)));
    }

    @Test
    void subgradientReachesNoZero() throws IOException {
        double[] expected = lasso().filter(row -> row[0] == 8).findFirst().orElseThrow();
        double[] actual = trained(linear(Sgd.DEFAULT, 0.3, new Penalty(8, 0)));
        assertTrue(Arrays.stream(expected).filter(number -> number == 0).count() > 3);
        assertTrue(Arrays.stream(actual).allMatch(number -> number != 0));
    }

    static Stream<Optimizer> optimizers() {
        return Optimizer.all().stream();
    }

    /** One epoch of one step with a cosine schedule and warm-up, so that the rate of the step is not the one set. */
    @ParameterizedTest
    @MethodSource("optimizers")
    void thresholdFollowsTheStepOfEveryOptimizer(Optimizer optimizer) {
        double rate = 0.02;
        double l1 = 5;
        Experiment plain = Experiment.DEFAULT
                .withNetwork(NetworkSettings.DEFAULT.withHidden(List.of(5)).withActivation(new Activation.Prelu(0.25)))
                .withTraining(TrainingSettings.DEFAULT
                        .withOptimizer(optimizer)
                        .withLearningRate(2 * rate)
                        .withSchedule(new Schedule.ConstantRate(2))
                        .withBatchSize(BatchSize.FULL)
                        .withPenalty(new Penalty(0, 0.3))
                        .withEpochs(3));
        TrainingRun without = new TrainingRun(plain, DIABETES, null);
        TrainingRun with = new TrainingRun(
                plain.withTraining(plain.training().withPenalty(new Penalty(l1, 0.3, L1Method.PROXIMAL))),
                DIABETES,
                null);
        without.step();
        with.step();
        assertEquals(rate, with.report().learningRate());
        int zeros = 0;
        for (int b = 0; b < with.network().parameters().size(); b++) {
            ParameterBlock block = without.network().parameters().get(b);
            double[] expected = block.values().clone();
            for (int i = 0; block.isWeight() && i < expected.length; i++) {
                expected[i] = Math.signum(expected[i]) * Math.max(Math.abs(expected[i]) - rate * l1, 0) + 0.0;
                zeros += expected[i] == 0 ? 1 : 0;
            }
            assertArrayEquals(expected, with.network().parameters().get(b).values());
        }
        assertTrue(zeros > 0, "some weights are closer to 0 than the threshold");
    }
}
