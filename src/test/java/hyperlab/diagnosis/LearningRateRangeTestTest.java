package hyperlab.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.DataSplit;
import hyperlab.nn.Activation;
import hyperlab.nn.layer.Initializer;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.optim.Sgd;
import hyperlab.random.RandomStream;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.BatchSize;
import hyperlab.train.Experiment;
import hyperlab.train.NetworkSettings;
import hyperlab.train.TestPartitions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearningRateRangeTestTest {
    /** y = 3 without features: f(b) = ½(b − 3)² of the bias only, which is stable for rates below 2/1. */
    private static final DataSplit CONSTANT =
            TestPartitions.of(new double[][] {{0}, {0}, {0}}, new double[] {3, 3, 3}, 2, 0);

    private static final Experiment BOWL = experiment(List.of(), BatchSize.FULL);

    private static Experiment experiment(List<Integer> hidden, BatchSize batch) {
        return Experiment.DEFAULT
                .withNetwork(new NetworkSettings(
                        List.of(), hidden, new Activation.Tanh(), 0, new Initializer.Xavier(), null))
                .withTraining(Experiment.DEFAULT
                        .training()
                        .withOptimizer(Sgd.DEFAULT)
                        .withBatchSize(batch)
                        .withLearningRate(0.5));
    }

    private static LearningRateRangeTest run(Experiment experiment, DataSplit partition, LearningRateRange range) {
        return LearningRateRangeTest.run(experiment, partition, null, range, point -> {}, () -> false);
    }

    @Test
    void ratesGrowGeometricallyAndLossesFollowSteps() {
        LearningRateRange range = new LearningRateRange(0.01, 1, 11);
        LearningRateRangeTest test = run(BOWL, CONSTANT, range);
        assertEquals(LearningRateRangeTest.EndReason.COMPLETED, test.end());
        assertEquals(11, test.points().size());
        double off = 3;
        double average = 0;
        for (int step = 0; step < 11; step++) {
            LearningRateRangeTest.RangeTestPoint point = test.points().get(step);
            assertEquals(0.01 * Math.pow(10, step / 5.0), point.rate(), 1e-12);
            off *= 1 - point.rate();
            assertEquals(off * off / 2, point.loss(), 1e-12);
            average = 0.9 * average + 0.1 * point.loss();
            assertEquals(average / (1 - Math.pow(0.9, step + 1)), point.smoothed(), 1e-12);
        }
    }

    @Test
    void suggestsRatesBelowLimitOnQuadratic() {
        // ½(b − t)² with targets around 3, so that mini-batches keep b off its minimum; the stability limit is 2/1.
        RandomStream stream = RandomStream.named(1, "targets");
        double[] targets = new double[80];
        Arrays.setAll(targets, row -> 3 + stream.nextGaussian());
        DataSplit noisy = TestPartitions.of(new double[80][1], targets, 64, 0);
        LearningRateRangeTest test =
                run(experiment(List.of(), new BatchSize(8)), noisy, new LearningRateRange(1e-4, 100, 300));
        assertEquals(LearningRateRangeTest.EndReason.DIVERGED, test.end());
        double last = test.points().get(test.points().size() - 1).rate();
        assertTrue(last > 2 && last < 4, "broke at " + last);
        double lowest = test.rateOfLowestLoss().orElseThrow();
        assertTrue(lowest > 0.1 && lowest < 2.2, "lowest at " + lowest);
        LearningRateRangeTest.RateInterval suggestion = test.suggestion();
        assertNotNull(suggestion);
        assertTrue(suggestion.from() > 0.01 && suggestion.from() < suggestion.to(), suggestion.toString());
        assertTrue(suggestion.to() < 2, suggestion.toString());
    }

    @Test
    void resultDependsOnlyOnArgumentsAndSeed() {
        Experiment network = experiment(List.of(4), new BatchSize(7));
        LearningRateRange range = new LearningRateRange(1e-3, 1, 40);
        LearningRateRangeTest one = run(network, TestPartitions.twoClouds(), range);
        assertEquals(one, run(network, TestPartitions.twoClouds(), range));
        assertNotEquals(one, run(network.withSeed(7), TestPartitions.twoClouds(), range));
        // The rate and the number of epochs of the experiment have no effect.
        assertEquals(
                one,
                run(
                        network.withTraining(
                                network.training().withLearningRate(9).withEpochs(0)),
                        TestPartitions.twoClouds(),
                        range));
    }

    @Test
    void suggestsNothingIfLossOnlyRises() {
        LearningRateRangeTest test = run(BOWL, CONSTANT, new LearningRateRange(2.5, 100, 30));
        assertEquals(LearningRateRangeTest.EndReason.DIVERGED, test.end());
        assertNull(test.suggestion());
        assertTrue(test.rateOfLowestLoss().isEmpty());
        assertTrue(test.rateOfSteepestDescent().isEmpty());
        LearningRateRangeTest none = new LearningRateRangeTest(List.of(), LearningRateRangeTest.EndReason.CANCELLED);
        assertNull(none.suggestion());
    }

    @Test
    void endsAtNonFiniteLoss() {
        LearningRateRangeTest test = run(BOWL, CONSTANT, new LearningRateRange(1e200, 1e201, 30));
        assertEquals(LearningRateRangeTest.EndReason.DIVERGED, test.end());
        assertTrue(test.points().stream().allMatch(point -> Double.isFinite(point.smoothed())));
    }

    @Test
    void canceledBeforeItsStartBuildsNoNetwork() {
        List<List<LayerWeights>> ofNoNetwork = List.of(List.of());
        assertThrows(
                RuntimeException.class,
                () -> LearningRateRangeTest.run(
                        BOWL, CONSTANT, ofNoNetwork, LearningRateRange.DEFAULT, point -> {}, () -> false));
        LearningRateRangeTest test = LearningRateRangeTest.run(
                BOWL, CONSTANT, ofNoNetwork, LearningRateRange.DEFAULT, point -> {}, () -> true);
        assertEquals(LearningRateRangeTest.EndReason.CANCELLED, test.end());
    }

    @Test
    void reportsEachPointAndStopsWhenCancelled() {
        List<LearningRateRangeTest.RangeTestPoint> heard = new ArrayList<>();
        LearningRateRangeTest test = LearningRateRangeTest.run(
                BOWL, CONSTANT, null, new LearningRateRange(0.01, 1, 50), heard::add, () -> heard.size() == 5);
        assertEquals(LearningRateRangeTest.EndReason.CANCELLED, test.end());
        assertEquals(5, test.points().size());
        assertEquals(heard, test.points());
    }

    @Test
    void rejectsRangeThatDoesNotIncrease() {
        assertThrows(InvalidInputException.class, () -> new LearningRateRange(0, 1, 50));
        assertThrows(InvalidInputException.class, () -> new LearningRateRange(1, 1, 50));
        assertThrows(InvalidInputException.class, () -> new LearningRateRange(1, Double.POSITIVE_INFINITY, 50));
        assertThrows(InvalidInputException.class, () -> new LearningRateRange(0.1, 1, 9));
        assertEquals(1e-6, LearningRateRange.DEFAULT.rate(0));
        assertEquals(10, LearningRateRange.DEFAULT.rate(199), 1e-12);
    }
}
