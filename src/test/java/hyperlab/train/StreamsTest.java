package hyperlab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import hyperlab.data.DataSettings;
import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.data.SplitOrder;
import hyperlab.nn.Activation;
import hyperlab.nn.layer.Initializer;
import hyperlab.nn.layer.ParameterBlock;
import hyperlab.optim.Sgd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One seed with named random streams: random draws for one setting do not change the draws for others. Each property is
 * tested in a setup in which only its own stream can have an effect.
 */
class StreamsTest {
    private static final int ROWS = 48;
    private static final Experiment BASE = Experiment.DEFAULT
            .withData(DataSettings.DEFAULT.withSamples(60))
            .withNetwork(new NetworkSettings(
                    List.of(), List.of(5, 4), new Activation.Tanh(), 0.4, Initializer.Auto.DEFAULT, null))
            .withTraining(TrainingSettings.DEFAULT
                    .withOptimizer(Sgd.DEFAULT)
                    .withBatchSize(new BatchSize(7))
                    .withEpochs(3));

    private static Named<UnaryOperator<Experiment>> change(String name, UnaryOperator<Experiment> made) {
        return Named.of(name, made);
    }

    private static UnaryOperator<Experiment> training(UnaryOperator<TrainingSettings> made) {
        return experiment -> experiment.withTraining(made.apply(experiment.training()));
    }

    static Stream<Named<UnaryOperator<Experiment>>> changes() {
        return Stream.of(
                change("dropout", e -> e.withNetwork(e.network().withDropout(0))),
                change("more dropout", e -> e.withNetwork(e.network().withDropout(0.5))),
                change("batch size", training(t -> t.withBatchSize(BatchSize.FULL))),
                change("rate", training(t -> t.withLearningRate(0.5))),
                change("epochs", training(t -> t.withEpochs(9))),
                change("patience", training(t -> t.withPatience(1))),
                change("ensemble", e -> e.withEnsemble(2)),
                change("standardize", e -> e.withData(e.data().withStandardize(true))));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void settingChangePreservesDataSplitAndWeights(UnaryOperator<Experiment> change) {
        Experiment other = change.apply(BASE);
        assertNotEquals(BASE, other);
        DataSplit parts = DataSplitter.loadAndSplit(BASE.data(), BASE.seed(), null);
        DataSplit otherParts = DataSplitter.loadAndSplit(other.data(), other.seed(), null);
        assertArrayEquals(parts.all().features().data, otherParts.all().features().data);
        assertArrayEquals(parts.trainRows(), otherParts.trainRows());
        assertEquals(weights(BASE, parts), weights(other, otherParts));
    }

    private static List<String> weights(Experiment experiment, DataSplit parts) {
        return new TrainingRun(experiment, parts, null)
                .network().parameters().stream()
                        .map(ParameterBlock::values)
                        .map(Arrays::toString)
                        .toList();
    }

    @Test
    void noisePreservesSplitAndWeightsAndMovesTheSamePoints() {
        DataSettings still = BASE.data().withNoise(0);
        DataSettings noisy = BASE.data().withNoise(0.2);
        DataSettings twice = BASE.data().withNoise(0.4);
        DataSplit calm = DataSplitter.loadAndSplit(still, 42, null);
        DataSplit moved = DataSplitter.loadAndSplit(noisy, 42, null);
        DataSplit further = DataSplitter.loadAndSplit(twice, 42, null);
        assertArrayEquals(calm.trainRows(), moved.trainRows());
        assertArrayEquals(calm.all().targets(), moved.all().targets());
        assertEquals(weights(BASE, calm), weights(BASE, moved));
        double[] places = calm.all().features().data;
        for (int i = 0; i < places.length; i++) {
            double step = moved.all().features().data[i] - places[i];
            assertNotEquals(0, step);
            assertEquals(2 * step, further.all().features().data[i] - places[i], 1e-14);
        }
    }

    @Test
    void splitPreservesDataAndWeights() {
        DataSplit few = DataSplitter.loadAndSplit(BASE.data().withTrainFraction(0.5), 42, null);
        DataSplit many = DataSplitter.loadAndSplit(BASE.data(), 42, null);
        assertArrayEquals(few.all().features().data, many.all().features().data);
        assertArrayEquals(few.trainRows(), Arrays.copyOf(many.trainRows(), 30), "and goes through the same order");
        assertEquals(weights(BASE, few), weights(BASE, many));
    }

    @Test
    void networkAndDropoutPreserveTheOrderOfTheRows() {
        NetworkSettings still = BASE.network().withDropout(0);
        NetworkSettings zero = still.withInitializer(new Initializer.Zero());
        List<Integer> order = order(BASE.withNetwork(still));
        assertEquals(order, order(BASE.withNetwork(still.withHidden(List.of(9)))));
        assertEquals(order, order(BASE.withNetwork(still.withInitializer(new Initializer.Uniform(0.1)))));
        assertEquals(order, order(BASE.withNetwork(zero)));
        // With zero weights the output is 0, whichever units are dropped
        assertEquals(order, order(BASE.withNetwork(zero.withDropout(0.5))));
        assertNotEquals(order, order(BASE.withNetwork(still).withSeed(43)));
        assertNotEquals(order.subList(0, ROWS), order.subList(ROWS, 2 * ROWS), "each epoch draws its own");
    }

    /**
     * The order of the rows in two epochs, identified by their losses. The learning rate is so small that no weight
     * changes.
     */
    private static List<Integer> order(Experiment experiment) {
        DataSplit parts = DataSplitter.loadAndSplit(
                new DataSettings("sine", 60, 0.1, 0.8, SplitOrder.SHUFFLED, false, null, null), 42, null);
        TrainingRun run = new TrainingRun(
                experiment.withTraining(experiment
                        .training()
                        .withLearningRate(Double.MIN_VALUE)
                        .withBatchSize(new BatchSize(1))
                        .withEpochs(2)),
                parts,
                null);
        List<Double> losses = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            double[] target = {parts.train().targets()[row]};
            losses.add(run.network()
                    .evaluate(parts.train().rows(new int[] {row}).features(), target)
                    .loss());
        }
        List<Integer> order = new ArrayList<>();
        while (run.outcome() == null) {
            run.step();
            order.add(losses.indexOf(run.stepReport().batchLoss()));
        }
        assertFalse(order.contains(-1));
        return order;
    }
}
