package hyperlab.nn.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import hyperlab.nn.Activation;
import hyperlab.nn.Evaluation;
import hyperlab.nn.Loss;
import hyperlab.nn.Network;
import hyperlab.nn.NetworkShape;
import hyperlab.nn.kernel.EjmlMatrixOps;
import hyperlab.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares many samples at once with single samples, which are computed layer by layer. */
class ColumnwiseForwardPassTest {
    private static final double TOLERANCE = 1e-14;

    static Stream<Arguments> networks() {
        List<Activation> activations =
                List.of(new Activation.Tanh(), new Activation.Relu(), new Activation.Gelu(), new Activation.Linear());
        List<List<Integer>> hidden = List.of(List.of(), List.of(1), List.of(4, 2), List.of(8, 8, 8), List.of(7, 31));
        return activations.stream()
                .flatMap(activation -> hidden.stream().map(units -> Arguments.of(activation, units)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void predictionMatchesSampleBySamplePrediction(Activation activation, List<Integer> hidden) {
        for (int inputs : new int[] {1, 2, 13}) {
            Network network = network(inputs, hidden, 3, activation, 0.5);
            DMatrixRMaj features = features(600, inputs);
            DMatrixRMaj together = network.predict(features);
            for (int row = 0; row < features.numRows; row++) {
                DMatrixRMaj one = network.predict(row(features, row));
                for (int c = 0; c < 3; c++) {
                    assertEquals(one.get(0, c), together.get(row, c), TOLERANCE, "row " + row);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void predictionMatchesEjmlProducts(Activation activation, List<Integer> hidden) {
        Network network = network(2, hidden, 3, activation, 0);
        Network reference = new Network(
                network.shape(),
                Initializer.Auto.DEFAULT,
                RandomStream.named(5, "weights"),
                RandomStream.named(5, "dropout"),
                workers -> new EjmlMatrixOps());
        DMatrixRMaj features = features(600, 2);
        DMatrixRMaj together = network.predict(features);
        for (int row = 0; row < features.numRows; row++) {
            DMatrixRMaj one = reference.predict(row(features, row));
            for (int c = 0; c < 3; c++) {
                assertEquals(one.get(0, c), together.get(row, c), TOLERANCE, "row " + row);
            }
        }
    }

    @Test
    void evaluationMatchesSampleBySampleEvaluation() {
        Network network = network(2, List.of(8, 8), 3, new Activation.Tanh(), 0);
        DMatrixRMaj features = features(545, 2);
        double[] targets = IntStream.range(0, 545).mapToDouble(row -> row % 3).toArray();
        double loss = 0;
        double right = 0;
        for (int row = 0; row < 545; row++) {
            Evaluation one = network.evaluate(row(features, row), new double[] {targets[row]});
            loss += one.loss();
            right += one.accuracy();
        }
        Evaluation all = network.evaluate(features, targets);
        assertEquals(loss / 545, all.loss(), 1e-13);
        assertEquals(right / 545, all.accuracy(), 1e-13);
    }

    @Test
    void appliesOnlyToNarrowDenseLayers() {
        assertNotNull(ColumnwiseForwardPass.of(
                network(31, List.of(31), 2, new Activation.Tanh(), 0).layers(), 100));
        assertNull(ColumnwiseForwardPass.of(
                network(32, List.of(4), 2, new Activation.Tanh(), 0).layers(), 100));
        assertNull(ColumnwiseForwardPass.of(
                network(2, List.of(4, 32), 2, new Activation.Tanh(), 0).layers(), 100));
        assertNull(ColumnwiseForwardPass.of(
                network(2, List.of(4), 32, new Activation.Tanh(), 0).layers(), 100));
        assertNull(ColumnwiseForwardPass.of(
                network(2, List.of(4), 2, new Activation.Maxout(2), 0).layers(), 100));
        assertNull(ColumnwiseForwardPass.of(
                network(2, List.of(4), 2, new Activation.Prelu(0.25), 0).layers(), 100));
    }

    private static Network network(
            int inputs, List<Integer> hidden, int outputs, Activation activation, double dropout) {
        NetworkShape shape =
                new NetworkShape(inputs, null, List.of(), hidden, outputs, activation, dropout, Loss.CROSS_ENTROPY);
        return new Network(shape, Initializer.Auto.DEFAULT, 5);
    }

    private static DMatrixRMaj features(int rows, int columns) {
        RandomStream stream = RandomStream.named(7, "features");
        DMatrixRMaj features = new DMatrixRMaj(rows, columns);
        Arrays.setAll(features.data, i -> stream.nextGaussian());
        return features;
    }

    private static DMatrixRMaj row(DMatrixRMaj features, int row) {
        double[] numbers = Arrays.copyOfRange(features.data, row * features.numCols, (row + 1) * features.numCols);
        return new DMatrixRMaj(1, features.numCols, true, numbers);
    }
}
