package hyperlab.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import hyperlab.data.DataSet;
import hyperlab.nn.Activation;
import hyperlab.nn.Loss;
import hyperlab.nn.Network;
import hyperlab.nn.NetworkProbe;
import hyperlab.nn.NetworkShape;
import hyperlab.nn.ParameterVector;
import hyperlab.nn.ReferenceNetworks;
import hyperlab.nn.layer.Initializer;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.random.RandomStream;
import hyperlab.rule.InvalidInputException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with PyTorch's per-sample gradients (reference.py), closed forms, and an enumeration of all batches. */
class NoiseScaleTest {
    private static final JsonNode REFERENCE =
            ReferenceNetworks.read("/hyperlab/diagnosis/reference.json").get("cases");

    static Stream<Integer> places() {
        return ReferenceNetworks.denseCaseIndices();
    }

    @ParameterizedTest
    @MethodSource("places")
    void exactNoiseAgreesWithPyTorch(int place) {
        Network network = ReferenceNetworks.network(place, 0.5);
        DataSet part =
                SharpnessTest.data(ReferenceNetworks.features().data, 3, ReferenceNetworks.targets(place), network);
        NoiseScale noise =
                NoiseScale.exact(new NetworkProbe(network), part, () -> false).orElseThrow();
        double trace = REFERENCE.get(place).get("trace").asDouble();
        double mean = REFERENCE.get(place).get("squaredMean").asDouble();
        assertEquals(trace, noise.trace(), 1e-9 * trace);
        assertEquals(mean - trace / 11, noise.squaredGradient(), 1e-9 * mean);
        // Eleven batches of one row cover the whole part, so the estimate is exact.
        NoiseScale estimated = NoiseScale.estimate(
                        new NetworkProbe(network), part, 1, 11, RandomStream.named(1, "rows"), () -> false)
                .orElseThrow();
        assertEquals(trace, estimated.trace(), 1e-9 * trace);
    }

    @Test
    void bothEstimatesAreUnbiased() {
        // For y = wx + b with x = 1, w = b = 0 and a target t ~ N(2, 1.5²), a sample's gradient is (−t, −t):
        // |G|² = 2·2² = 8 and tr Σ = 2·1.5² = 4.5.
        Network network = constant();
        NetworkProbe probe = new NetworkProbe(network);
        RandomStream stream = RandomStream.named(5, "targets");
        int repetitions = 4_000;
        double[] sums = new double[4];
        double[] squares = new double[4];
        for (int i = 0; i < repetitions; i++) {
            double[] targets = new double[8];
            for (int row = 0; row < targets.length; row++) {
                targets[row] = 2 + 1.5 * stream.nextGaussian();
            }
            DataSet part = SharpnessTest.data(new double[] {1, 1, 1, 1, 1, 1, 1, 1}, 1, targets, network);
            NoiseScale exact = NoiseScale.exact(probe, part, () -> false).orElseThrow();
            NoiseScale few =
                    NoiseScale.estimate(probe, part, 2, 3, stream, () -> false).orElseThrow();
            double[] found = {exact.squaredGradient(), exact.trace(), few.squaredGradient(), few.trace()};
            for (int k = 0; k < 4; k++) {
                sums[k] += found[k];
                squares[k] += found[k] * found[k];
            }
        }
        double[] expected = {8, 4.5, 8, 4.5};
        for (int k = 0; k < 4; k++) {
            double mean = sums[k] / repetitions;
            double error = Math.sqrt((squares[k] / repetitions - mean * mean) / repetitions);
            assertEquals(expected[k], mean, 4 * error, "estimate " + k);
            assertTrue(error < 0.1, "the test can tell: " + error);
        }
    }

    @Test
    void varianceMatchesAllPossibleBatches() {
        Network network = ReferenceNetworks.network(3, 0);
        DataSet all = SharpnessTest.data(ReferenceNetworks.features().data, 3, ReferenceNetworks.targets(3), network);
        DataSet part = all.rows(new int[] {0, 1, 2, 3, 4, 5});
        NetworkProbe probe = new NetworkProbe(network);
        NoiseScale noise = NoiseScale.exact(probe, part, () -> false).orElseThrow();
        ParameterVector whole = ParameterVector.zeros(network);
        probe.gradient(part.features(), part.targets(), whole);
        double[] sums = new double[7];
        int[] batches = new int[7];
        for (int chosen = 1; chosen < 1 << 6; chosen++) {
            int mask = chosen;
            int[] rows =
                    IntStream.range(0, 6).filter(row -> (mask >> row & 1) == 1).toArray();
            ParameterVector gradient = ParameterVector.zeros(network);
            probe.gradient(part.rows(rows).features(), part.rows(rows).targets(), gradient);
            gradient.addScaled(-1, whole);
            sums[rows.length] += gradient.dot(gradient);
            batches[rows.length]++;
        }
        for (int batch = 1; batch <= 6; batch++) {
            assertEquals(sums[batch] / batches[batch], noise.variance(batch), 1e-12, "batches of " + batch);
        }
    }

    @Test
    void valueIsQuotientAndInfiniteWithoutGradient() {
        assertEquals(0.5, new NoiseScale(10, 8, 4).value());
        assertEquals(Double.POSITIVE_INFINITY, new NoiseScale(10, -0.1, 4).value());
        assertEquals(Double.NaN, new NoiseScale(10, 0, 0).value());
        assertEquals(Double.NaN, new NoiseScale(10, Double.NaN, 1).value());
    }

    /** With a Hessian of 1, the best rate decreases the loss by ½|G|⁴/(|G|² + tr Σ/b) in expectation. */
    @Test
    void progressOfDoubledBatchIsThatOfTheBestRate() {
        NoiseScale noise = new NoiseScale(1_000, 8, 4);
        for (int batch = 1; batch <= 64; batch *= 2) {
            double once = 0.5 * 8 * 8 / (8 + 4.0 / batch);
            double twice = 0.5 * 8 * 8 / (8 + 4.0 / (2 * batch));
            assertEquals(twice / once, noise.progressOfDoubledBatch(batch), 1e-12);
        }
        assertEquals(1.333, new NoiseScale(1_000, 1, 32).progressOfDoubledBatch(32), 5e-4);
        assertEquals(1.5, new NoiseScale(1_000, 1, 64).progressOfDoubledBatch(32), 5e-4);
        assertEquals(1.833, new NoiseScale(1_000, 1, 320).progressOfDoubledBatch(32), 5e-4);
        assertEquals(2, new NoiseScale(10, -0.1, 4).progressOfDoubledBatch(2));
    }

    @Test
    void isEmptyWhenCancelledAndRejectsMissingBatches() {
        Network network = constant();
        NetworkProbe probe = new NetworkProbe(network);
        DataSet part = SharpnessTest.data(new double[] {1, 1, 1, 1}, 1, new double[] {1, 2, 3, 4}, network);
        RandomStream stream = RandomStream.named(1, "rows");
        assertTrue(NoiseScale.exact(probe, part, () -> true).isEmpty());
        assertTrue(NoiseScale.estimate(probe, part, 1, 2, stream, () -> true).isEmpty());
        assertThrows(InvalidInputException.class, () -> NoiseScale.estimate(probe, part, 2, 3, stream, () -> false));
        assertThrows(InvalidInputException.class, () -> NoiseScale.estimate(probe, part, 3, 1, stream, () -> false));
        assertThrows(InvalidInputException.class, () -> NoiseScale.exact(probe, part.rows(new int[] {0}), () -> false));
        assertThrows(InvalidInputException.class, () -> new NoiseScale(4, 1, 1).variance(5));
    }

    private static Network constant() {
        Network network = new Network(
                new NetworkShape(1, List.of(), 1, new Activation.Linear(), 0, Loss.SQUARED_ERROR),
                new Initializer.Zero(),
                1);
        network.load(List.of(new LayerWeights.Dense(new double[][] {{0}}, new double[1])));
        return network;
    }
}
