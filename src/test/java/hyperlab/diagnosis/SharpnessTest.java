package hyperlab.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.DataSet;
import hyperlab.nn.Activation;
import hyperlab.nn.Loss;
import hyperlab.nn.Network;
import hyperlab.nn.NetworkProbe;
import hyperlab.nn.NetworkShape;
import hyperlab.nn.ParameterVector;
import hyperlab.nn.ReferenceNetworks;
import hyperlab.nn.layer.Initializer;
import hyperlab.random.RandomStream;
import hyperlab.train.TestPartitions;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with PyTorch's eigenvalues of the full Hessian (../nn/hessian.py) and with closed forms. */
class SharpnessTest {
    static Stream<Integer> places() {
        return ReferenceNetworks.caseIndices();
    }

    @ParameterizedTest
    @MethodSource("places")
    void isLargestEigenvalueOfFullHessian(int place) {
        Network network = ReferenceNetworks.network(place, 0);
        DataSet part = data(ReferenceNetworks.features().data, 3, ReferenceNetworks.targets(place), network);
        ParameterVector start = Sharpness.randomStart(network, RandomStream.named(place, "start"));
        Sharpness found = Sharpness.of(new NetworkProbe(network), part, 0, start, 1e-7, 100, () -> false);

        double[] eigenvalues =
                ReferenceNetworks.numbers(ReferenceNetworks.caseAt(place).get("eigenvalues"));
        double expected = eigenvalues[eigenvalues.length - 1];
        assertTrue(found.converged(), found.products() + " products, residual " + found.residual());
        assertEquals(expected, found.value(), 1e-10 * expected);
        assertEquals(1, found.direction().norm(), 1e-12);
    }

    @Test
    void isLargestMomentEigenvalueForLeastSquares() {
        // Rows (1, 2), (3, 0), (−1, 1), each with a 1 for the bias: XᵀX/3 of these three columns.
        double[] x = {1, 2, 3, 0, -1, 1};
        Network network = linear(2);
        DataSet part = data(x, 2, new double[] {5, -1, 2}, network);
        double a = 11 / 3.0;
        double b = 1 / 3.0;
        double c = 5 / 3.0;
        double d = 1;
        // det(M − λI) of the symmetric 3 × 3 matrix [a b d; b c d; d d 1] is 0 at the largest λ.
        Sharpness found = measured(network, part, 0);
        double l = found.value();
        double determinant =
                (a - l) * ((c - l) * (1 - l) - d * d) - b * (b * (1 - l) - d * d) + d * (b * d - d * (c - l));
        assertEquals(0, determinant, 1e-10);
        assertTrue(l > a, "the largest is above the largest diagonal number");
    }

    @Test
    void l2AffectsWeightsButNotBiases() {
        Network network = linear(1);
        // All rows have x = 0: the loss has curvature 1 along the bias and 0 along the weight.
        DataSet part = data(new double[] {0, 0}, 1, new double[] {5, 5}, network);
        assertEquals(1, measured(network, part, 0.25).value(), 1e-12);
        assertEquals(3, measured(network, part, 3).value(), 1e-12);
    }

    @Test
    void ignoresLargerNegativeEigenvalue() {
        assertEquals(2, found(times(-5, -1, 2), 100).value(), 1e-9);
        assertEquals(-1, found(times(-5, -3, -1), 100).value(), 1e-9);
        assertEquals(4, found(times(-4, 1, 4), 100).value(), 1e-9);
    }

    @Test
    void zeroHessianHasZeroSharpness() {
        Sharpness found = found(times(0, 0, 0), 100);
        assertEquals(0, found.value());
        assertTrue(found.converged());
        assertEquals(1, found.products());
    }

    @Test
    void reportsNonConvergence() {
        Sharpness once = found(times(-5, 1, 2), 1);
        assertFalse(once.converged());
        assertEquals(1, once.products());
        assertTrue(once.residual() > 0.1, "residual " + once.residual());
        Sharpness stopped = new Lanczos(times(1, 2, 3)).run(start(), 1e-9, 100, () -> true);
        assertEquals(0, stopped.products());
        assertEquals(Double.NaN, stopped.value());
        Sharpness infinite = found(times(1, Double.POSITIVE_INFINITY, 1), 100);
        assertEquals(Double.NaN, infinite.value());
        assertFalse(infinite.converged());
    }

    @Test
    void residualBoundsDistanceToEigenvalue() {
        for (int products = 1; products <= 3; products++) {
            Sharpness found = found(times(-5, 1, 2), products);
            double nearest = Math.min(
                    Math.abs(found.value() + 5), Math.min(Math.abs(found.value() - 1), Math.abs(found.value() - 2)));
            assertTrue(nearest <= found.residual() + 1e-12, nearest + " of " + found.residual());
        }
    }

    @Test
    void warmStartSavesProducts() {
        Network network = ReferenceNetworks.network(3, 0);
        DataSet part = data(ReferenceNetworks.features().data, 3, ReferenceNetworks.targets(3), network);
        NetworkProbe probe = new NetworkProbe(network);
        RandomStream stream = RandomStream.named(2, "start");
        Sharpness fresh = Sharpness.of(probe, part, 0, Sharpness.randomStart(network, stream), 1e-3, 100, () -> false);
        network.parameters().get(0).values()[0] += 1e-3;
        Sharpness warm = Sharpness.of(probe, part, 0, fresh.warmStart(stream), 1e-3, 100, () -> false);
        Sharpness again = Sharpness.of(probe, part, 0, Sharpness.randomStart(network, stream), 1e-3, 100, () -> false);
        assertTrue(warm.converged() && warm.products() < again.products(), warm.products() + " " + again.products());
        assertEquals(again.value(), warm.value(), 1e-3 * again.value());
    }

    @Test
    void restartsFromBestCombinationWhenMemoryIsFull() {
        // With 2²⁰ parameters, only eight vectors are stored. The eigenvalues cluster at 1 and extend to 1.2.
        Network network = new Network(
                new NetworkShape((1 << 20) - 1, List.of(), 1, new Activation.Linear(), 0, Loss.SQUARED_ERROR),
                new Initializer.Zero(),
                1);
        UnaryOperator<ParameterVector> operator = vector -> {
            ParameterVector result = vector.copy();
            double[] numbers = result.block(0);
            for (int i = 0; i < 20; i++) {
                numbers[i] *= 1 + 0.01 * (i + 1);
            }
            return result;
        };
        ParameterVector start = ParameterVector.zeros(network);
        for (int i = 0; i < 20; i++) {
            start.block(0)[i] = 1;
        }
        Sharpness found = new Lanczos(operator).run(start, 1e-4, 200, () -> false);
        assertTrue(found.converged());
        assertTrue(found.products() > 9, "it did begin anew: " + found.products());
        assertEquals(1.2, found.value(), 1e-4);
    }

    private static Sharpness found(UnaryOperator<ParameterVector> product, int most) {
        return new Lanczos(product).run(start(), 1e-9, most, () -> false);
    }

    private static ParameterVector start() {
        return Sharpness.randomStart(linear(2), RandomStream.named(1, "start"));
    }

    private static UnaryOperator<ParameterVector> times(double w1, double w2, double b) {
        return vector -> {
            ParameterVector result = vector.copy();
            result.block(0)[0] *= w1;
            result.block(0)[1] *= w2;
            result.block(1)[0] *= b;
            return result;
        };
    }

    private static Sharpness measured(Network network, DataSet part, double l2) {
        ParameterVector start = Sharpness.randomStart(network, RandomStream.named(1, "start"));
        return Sharpness.of(new NetworkProbe(network), part, l2, start, 1e-9, 100, () -> false);
    }

    private static Network linear(int inputs) {
        return new Network(
                new NetworkShape(inputs, List.of(), 1, new Activation.Linear(), 0, Loss.SQUARED_ERROR),
                Initializer.Auto.DEFAULT,
                1);
    }

    static DataSet data(double[] features, int width, double[] targets, Network network) {
        double[][] rows = new double[targets.length][width];
        for (int i = 0; i < targets.length * width; i++) {
            rows[i / width][i % width] = features[i];
        }
        int outputs = network.shape().outputs();
        return TestPartitions.of(rows, targets, targets.length - 1, outputs > 1 ? outputs : 0)
                .all();
    }
}
