package hyperlab.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hyperlab.nn.layer.DropoutLayer;
import hyperlab.nn.layer.Initializer;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.nn.layer.ParameterBlock;
import hyperlab.random.RandomStream;
import hyperlab.rule.InvalidInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkTest {
    private static NetworkShape shape(Activation activation, double dropout, Loss loss, int outputs) {
        return new NetworkShape(2, List.of(3), outputs, activation, dropout, loss);
    }

    private static Network prelu() {
        return new Network(shape(Activation.Prelu.DEFAULT, 0, Loss.CROSS_ENTROPY, 2), Initializer.Auto.DEFAULT, 1);
    }

    @Test
    void predictsTheWorkedExample() {
        Network network =
                new Network(shape(new Activation.Relu(), 0, Loss.SQUARED_ERROR, 1), new Initializer.Zero(), 1);
        network.load(List.of(
                new LayerWeights.Dense(new double[][] {{1, 0}, {0, -1}, {2, 1}}, new double[] {0, 0.5, -1}),
                new LayerWeights.Dense(new double[][] {{1, 10, 100}}, new double[] {0.25})));
        DMatrixRMaj predicted = network.predict(new DMatrixRMaj(new double[][] {{1, 2}, {-1, -1}}));
        assertEquals(1 + 0 + 300 + 0.25, predicted.get(0, 0));
        assertEquals(0 + 15 + 0 + 0.25, predicted.get(1, 0));
    }

    @Test
    void maxoutUnitOwnsAdjacentRowsAndTiesGoToTheLowestPiece() {
        Network network =
                new Network(shape(new Activation.Maxout(2), 0, Loss.SQUARED_ERROR, 1), new Initializer.Zero(), 1);
        double[][] rows = {{1, 0}, {1, 0}, {0, 1}, {0, -1}, {3, 0}, {0, 3}};
        network.load(List.of(
                new LayerWeights.Dense(rows, new double[6]),
                new LayerWeights.Dense(new double[][] {{1, 10, 100}}, new double[1])));
        DMatrixRMaj x = new DMatrixRMaj(new double[][] {{1, -2}});
        assertEquals(1 + 20 + 300, network.predict(x).get(0, 0));
        network.gradient(x, new double[] {320});
        double[] gradient = network.parameters().get(0).gradient();
        assertArrayEquals(new double[] {1, -2, 0, 0, 0, 0, 10, -20, 100, -200, 0, 0}, gradient);
    }

    @Test
    void kinksUseTheNegativeSideAtZero() {
        for (Activation activation :
                List.of(new Activation.Relu(), new Activation.LeakyRelu(0.5), new Activation.Prelu(0.5))) {
            Network network = new Network(shape(activation, 0, Loss.SQUARED_ERROR, 1), new Initializer.Zero(), 1);
            List<LayerWeights> weights = new ArrayList<>(List.of(
                    new LayerWeights.Dense(new double[3][2], new double[3]),
                    new LayerWeights.Dense(new double[][] {{1, 1, 1}}, new double[1])));
            if (activation instanceof Activation.Prelu) {
                weights.add(1, new LayerWeights.Prelu(new double[] {0.5}));
            }
            network.load(weights);
            network.gradient(new DMatrixRMaj(new double[][] {{1, 1}}), new double[] {-1});
            double expected = activation instanceof Activation.Relu ? 0 : 0.5;
            assertEquals(expected, network.parameters().get(0).gradient()[0]);
        }
    }

    @Test
    void crossEntropyStaysFiniteForHugeOutputs() {
        Network network = new Network(
                new NetworkShape(1, List.of(), 2, new Activation.Linear(), 0, Loss.CROSS_ENTROPY),
                new Initializer.Zero(),
                1);
        network.load(List.of(new LayerWeights.Dense(new double[][] {{1000}, {-1000}}, new double[2])));
        DMatrixRMaj x = new DMatrixRMaj(new double[][] {{1}});
        assertEquals(2000, network.evaluate(x, new double[] {1}).loss());
        assertEquals(0, network.evaluate(x, new double[] {0}).loss());
        assertArrayEquals(new double[] {1, 0}, network.predict(x).data);
    }

    @Test
    void evaluationInChunksMatchesRowByRowEvaluation() {
        Network network = new Network(
                new NetworkShape(2, List.of(3), 3, new Activation.Tanh(), 0, Loss.CROSS_ENTROPY),
                Initializer.Auto.DEFAULT,
                1);
        int rows = 1337;
        RandomStream stream = RandomStream.named(1, "x");
        DMatrixRMaj x = new DMatrixRMaj(rows, 2);
        double[] targets = new double[rows];
        for (int row = 0; row < rows; row++) {
            x.set(row, 0, stream.nextGaussian());
            x.set(row, 1, stream.nextGaussian());
            targets[row] = stream.nextInt(3);
        }
        DMatrixRMaj predicted = network.predict(x);
        double loss = 0;
        double right = 0;
        for (int row = 0; row < rows; row++) {
            double p = predicted.get(row, (int) targets[row]);
            loss -= Math.log(p);
            boolean largest = true;
            for (int c = 0; c < 3; c++) {
                largest &= predicted.get(row, c) <= p;
            }
            right += largest ? 1 : 0;
            DMatrixRMaj alone = network.predict(new DMatrixRMaj(new double[][] {{x.get(row, 0), x.get(row, 1)}}));
            assertEquals(alone.get(0, 1), predicted.get(row, 1), 1e-15);
        }
        Evaluation evaluation = network.evaluate(x, targets);
        assertEquals(loss / rows, evaluation.loss(), 1e-12);
        assertEquals(right / rows, evaluation.accuracy());
    }

    @Test
    void dropoutDropsItsShareAndPreservesTheMean() {
        DropoutLayer layer = new DropoutLayer(0.3, RandomStream.named(1, "dropout"));
        DMatrixRMaj ones = new DMatrixRMaj(200, 500);
        Arrays.fill(ones.data, 1);
        DMatrixRMaj dropped = layer.forward(ones, true);
        double zeros = 0;
        double sum = 0;
        for (double value : dropped.data) {
            zeros += value == 0 ? 1 : 0;
            sum += value;
            assertEquals(value == 0 ? 0 : 1 / 0.7, value, 1e-15);
        }
        // 100,000 draws: the standard deviation of the share is 0.0015
        assertEquals(0.3, zeros / ones.data.length, 0.006);
        assertEquals(1, sum / ones.data.length, 0.01);
        assertArrayEquals(dropped.data, layer.backward(ones).data);
        assertEquals(ones, layer.forward(ones, false));
    }

    @Test
    void dropoutIsOffInPredictionAndReproducibleBySeed() {
        NetworkShape dropping = shape(new Activation.Tanh(), 0.5, Loss.CROSS_ENTROPY, 2);
        DMatrixRMaj x = new DMatrixRMaj(new double[][] {{1, 2}, {3, -1}, {0.5, 0.5}});
        double[] targets = {0, 1, 1};
        Network one = new Network(dropping, Initializer.Auto.DEFAULT, 7);
        Network same = new Network(dropping, Initializer.Auto.DEFAULT, 7);
        Network plain =
                new Network(shape(new Activation.Tanh(), 0, Loss.CROSS_ENTROPY, 2), Initializer.Auto.DEFAULT, 7);
        assertArrayEquals(plain.predict(x).data, one.predict(x).data);
        double first = one.gradient(x, targets);
        assertEquals(first, same.gradient(x, targets));
        assertNotEquals(first, one.gradient(x, targets));
    }

    static Stream<Arguments> initializers() {
        double glorot = Math.sqrt(6.0 / 300) / Math.sqrt(3);
        double he = Math.sqrt(2.0 / 100);
        return Stream.of(
                Arguments.of(new Initializer.Xavier(), new Activation.Relu(), glorot),
                Arguments.of(new Initializer.He(), new Activation.Tanh(), he),
                Arguments.of(new Initializer.Auto(), new Activation.Tanh(), glorot),
                Arguments.of(new Initializer.Auto(), new Activation.Relu(), he),
                Arguments.of(new Initializer.Uniform(0.3), new Activation.Relu(), 0.3 / Math.sqrt(3)),
                Arguments.of(new Initializer.Zero(), new Activation.Relu(), 0.0));
    }

    @ParameterizedTest
    @MethodSource("initializers")
    void initialWeightsHaveInitializerSpreadAndBiasesAreZero(
            Initializer initializer, Activation activation, double deviation) {
        Network network =
                new Network(new NetworkShape(100, List.of(200), 1, activation, 0, Loss.SQUARED_ERROR), initializer, 9);
        double[] weights = network.parameters().get(0).values();
        double mean = Arrays.stream(weights).average().orElseThrow();
        double spread = Math.sqrt(Arrays.stream(weights)
                .map(w -> (w - mean) * (w - mean))
                .average()
                .orElseThrow());
        // 20,000 draws: four standard errors of each
        assertEquals(0, mean, 4 * deviation / Math.sqrt(weights.length));
        assertEquals(deviation, spread, 4 * deviation / Math.sqrt(2.0 * weights.length));
        assertEquals(
                0,
                Arrays.stream(network.parameters().get(1).values())
                        .map(Math::abs)
                        .sum());
    }

    @Test
    void weightsSurviveExportAndImport() {
        Network from = prelu();
        Network to = new Network(from.shape(), Initializer.Auto.DEFAULT, 2);
        DMatrixRMaj x = new DMatrixRMaj(new double[][] {{1, -2}});
        assertNotEquals(from.predict(x).get(0, 0), to.predict(x).get(0, 0));
        to.load(from.weights());
        assertEquals(from.predict(x).get(0, 0), to.predict(x).get(0, 0));
    }

    static Stream<Arguments> misfits() {
        LayerWeights.Dense first = new LayerWeights.Dense(new double[3][2], new double[3]);
        LayerWeights.Prelu slope = new LayerWeights.Prelu(new double[] {0.1});
        LayerWeights.Dense top = new LayerWeights.Dense(new double[2][3], new double[2]);
        double[][] notANumber = {{1, 2}, {3, Double.NaN}, {5, 6}};
        double[][] ragged = {{1, 2}, {3}, {5, 6}};
        return Stream.of(
                Arguments.of(List.of(first, top), "layers must be 3 layers, got 2"),
                Arguments.of(List.of(slope, slope, top), "layers[0] must be dense, got prelu"),
                Arguments.of(List.of(first, first, top), "layers[1] must be prelu, got dense"),
                Arguments.of(
                        List.of(new LayerWeights.Dense(new double[3][5], new double[3]), slope, top),
                        "layers[0].weights must be 3 × 2, got 3 × 5"),
                Arguments.of(
                        List.of(new LayerWeights.Dense(new double[0][], new double[3]), slope, top),
                        "layers[0].weights must be 3 × 2, got 0 rows"),
                Arguments.of(
                        List.of(new LayerWeights.Dense(ragged, new double[3]), slope, top),
                        "layers[0].weights must be 3 × 2, got 3 × 1"),
                Arguments.of(
                        List.of(new LayerWeights.Dense(notANumber, new double[3]), slope, top),
                        "layers[0].weights must be finite, got NaN"),
                Arguments.of(
                        List.of(first, slope, new LayerWeights.Dense(new double[2][3], new double[1])),
                        "layers[2].bias must be 2 numbers, got 1"),
                Arguments.of(
                        List.of(first, new LayerWeights.Prelu(new double[2]), top),
                        "layers[1].slope must be 1 number, got 2"));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void rejectsMismatchedWeightsWithoutChangingState(List<LayerWeights> newWeights, String message) {
        Network network = prelu();
        double before = network.parameters().get(0).values()[0];
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> network.load(newWeights));
        assertEquals(message, error.getMessage());
        assertEquals(before, network.parameters().get(0).values()[0]);
    }

    @Test
    void rejectsCrossEntropyForOneOutput() {
        assertThrows(InvalidInputException.class, () -> shape(new Activation.Relu(), 0, Loss.CROSS_ENTROPY, 1));
    }

    @Test
    void onlyWeightsAreMarkedForThePenalty() {
        List<Boolean> marks =
                prelu().parameters().stream().map(ParameterBlock::isWeight).toList();
        assertEquals(List.of(true, false, false, true, false), marks);
    }
}
