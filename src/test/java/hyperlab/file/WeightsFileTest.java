package hyperlab.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.nn.layer.LayerWeights;
import hyperlab.rule.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightsFileTest {
    private static final double[][] WEIGHTS = {{0.1 + 0.2, -0.0, Double.MIN_VALUE}, {Double.MAX_VALUE, -1e-300, 1.0 / 3}
    };

    @TempDir
    Path folder;

    @Test
    void roundTripsEveryNumberExactly() {
        Path file = folder.resolve("weights.json");
        double[] bias = {Math.PI, 2};
        WeightsFile.write(
                file, List.of(new LayerWeights.Dense(WEIGHTS, bias), new LayerWeights.Prelu(new double[] {0.25})));

        List<LayerWeights> read = WeightsFile.read(file);

        LayerWeights.Dense dense = assertInstanceOf(LayerWeights.Dense.class, read.get(0));
        assertArrayEquals(WEIGHTS[0], dense.weights()[0]);
        assertArrayEquals(WEIGHTS[1], dense.weights()[1]);
        assertArrayEquals(bias, dense.bias());
        assertArrayEquals(
                new double[] {0.25},
                assertInstanceOf(LayerWeights.Prelu.class, read.get(1)).slope());
    }

    @Test
    void roundTripsKernels() {
        Path file = folder.resolve("weights.json");
        double[][][][] weights = new double[2][3][4][5];
        double number = 0;
        for (double[][][] filter : weights) {
            for (double[][] channel : filter) {
                for (double[] row : channel) {
                    for (int i = 0; i < row.length; i++) {
                        row[i] = number++ / 7;
                    }
                }
            }
        }
        WeightsFile.write(file, List.of(new LayerWeights.Convolution(weights, new double[] {1, 2})));

        LayerWeights.Convolution read = assertInstanceOf(
                LayerWeights.Convolution.class, WeightsFile.read(file).get(0));

        assertTrue(Arrays.deepEquals(weights, read.weights()));
        assertArrayEquals(new double[] {1, 2}, read.bias());
    }

    @Test
    void acceptsKindAfterNumbers() throws IOException {
        Path file = folder.resolve("weights.json");
        Files.writeString(file, """
                {"format": "hyperlab-weights/1", "layers": [
                  {"weights": [[[[1, 2], [3, 4]]]], "bias": [5], "kind": "convolution"},
                  {"weights": [[6]], "bias": [7], "kind": "dense"}]}
                """);

        List<LayerWeights> read = WeightsFile.read(file);

        double[][][][] kernel = {{{{1, 2}, {3, 4}}}};
        assertTrue(Arrays.deepEquals(kernel, ((LayerWeights.Convolution) read.get(0)).weights()));
        assertArrayEquals(new double[] {6}, ((LayerWeights.Dense) read.get(1)).weights()[0]);
    }

    @Test
    void roundTripsLongRows() {
        Path file = folder.resolve("weights.json");
        double[] row = new double[1000];
        row[999] = 7;
        WeightsFile.write(file, List.of(new LayerWeights.Dense(new double[][] {row}, new double[1])));

        LayerWeights.Dense dense = (LayerWeights.Dense) WeightsFile.read(file).get(0);
        assertArrayEquals(row, dense.weights()[0]);
    }

    @Test
    void writesNonFiniteNumbersButRejectsReadingThem() throws IOException {
        Path file = folder.resolve("weights.json");
        WeightsFile.write(file, List.of(new LayerWeights.Prelu(new double[] {Double.NaN})));

        assertEquals("FILE layers[0].slope[0] must be a number, got \"NaN\"", error(Files.readString(file)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"kind": "dense", "weights": [[1, 2], [3]], "bias": [1, 2]}  | FILE layers[0].weights[1] must have 2 numbers, like the row before, got 1
                    {"kind": "dense", "weights": [[1, 2]], "bias": [1, 2]}       | FILE layers[0].bias must have 1 numbers, one per row of weights, got 2
                    {"kind": "dense", "weights": [], "bias": [1]}                | FILE layers[0].weights must have at least one row, got none
                    {"kind": "dense", "weights": [[]], "bias": [1]}              | FILE layers[0].weights[0] must have at least one number, got none
                    {"kind": "dense", "weights": [1], "bias": [1]}               | FILE layers[0].weights[0] must be a list of numbers in [ ], got 1
                    {"kind": "dense", "weights": [[[1]]], "bias": [1]}           | FILE layers[0].weights[0][0] must be a number, got a list
                    {"kind": "dense", "weights": [[NaN]], "bias": [1]}           | FILE layers[0].weights[0][0] must be a finite number, got NaN
                    {"kind": "dense", "weights": [[1e999]], "bias": [1]}         | FILE layers[0].weights[0][0] must be a finite number, got 1e999
                    {"kind": "dense", "weights": [["1"]], "bias": [1]}           | FILE layers[0].weights[0][0] must be a number, got "1"
                    {"kind": "dense", "weights": [[1]]}                          | FILE layers[0].bias must be given
                    {"kind": "dense", "weights": [[1]], "bias": {}}              | FILE layers[0].bias must be a list of numbers in [ ], got an object
                    {"kind": "dense", "weights": [[1]], "bias": [1], "slope": [1]} | FILE layers[0].slope is not a known key (nearest: kind)
                    {"kind": "dense", "weight": [[1]]}                           | FILE layers[0].weight is not a known key (nearest: weights)
                    {"kind": "dense", "kind": "dense"}                           | FILE layers[0].kind is given twice
                    {"kind": "convolution", "weights": [[[[1]]], [[[1], [2]]]], "bias": [1]} | FILE layers[0].weights[1][0] must have 1 lists, like the one before, got 2
                    {"kind": "convolution", "weights": [[[[1], [1, 2]]]], "bias": [1]} | FILE layers[0].weights[0][0][1] must have 1 numbers, like the row before, got 2
                    {"kind": "convolution", "weights": [[[[1]]]], "bias": [1, 2]} | FILE layers[0].bias must have 1 numbers, one per filter, got 2
                    {"kind": "convolution", "weights": [[1]], "bias": [1]}       | FILE layers[0].weights[0][0] must be a list in [ ], got 1
                    {"kind": "convolution", "weights": [[[1]]], "bias": [1]}     | FILE layers[0].weights[0][0][0] must be a list of numbers in [ ], got 1
                    {"kind": "convolution", "weights": [[[[[1]]]]], "bias": [1]} | FILE layers[0].weights[0][0][0][0] must be a number, got a list
                    {"kind": "convolution", "weights": [[[]]], "bias": [1]}      | FILE layers[0].weights[0][0] must have at least one list, got none
                    {"kind": "convolution", "weights": [], "bias": [1]}          | FILE layers[0].weights must have at least one row, got none
                    {"kind": "convolution", "bias": [1]}                         | FILE layers[0].weights must be given
                    {"bias": [1], "weights": [[1]], "kind": "convolution"}       | FILE layers[0].weights must be lists nested 4 deep, got 2
                    {"bias": [1], "weights": [[[1]]], "kind": "dense"}           | FILE layers[0].weights must be lists nested 2 deep, got 3
                    {"bias": [1], "weights": [1], "kind": "dense"}               | FILE layers[0].weights[0] must be a list of numbers in [ ], got 1
                    {"kind": "prelu", "slope": [1], "weights": [[1]]}            | FILE layers[0].weights is not a known key (nearest: kind)
                    {"kind": "pool", "weights": [[[[1]]]], "bias": [1]}          | FILE layers[0].kind can be dense, convolution, prelu, but not "pool"
                    {"weights": [[1]], "bias": [1]}                              | FILE layers[0].kind is missing; it can be dense, convolution, prelu
                    {"kind": "prelu"}                                            | FILE layers[0].slope must be given
                    3                                                            | FILE layers[0] must be an object in { }, got 3
                    """)
    void refusesABadLayerInOneLine(String layer, String line) {
        assertEquals(line, error("{\"format\": \"hyperlab-weights/1\", \"layers\": [" + layer + "]}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``                                 | FILE is empty
                    []                                 | FILE must be a JSON object, got a list
                    {"layers": []}                     | FILE format is missing; it can be hyperlab-weights/1
                    {"format": "hyperlab-weights/2"}   | FILE format must be hyperlab-weights/1, got "hyperlab-weights/2"
                    {"format": "hyperlab-weights/1", "layer": []} | FILE layer is not a known key (nearest: layers)
                    {"format": "hyperlab-weights/1", "layers": [  | FILE line 1 column 45 is cut off: the file ends in the middle of a value
                    {"format": "hyperlab-weights/1"} 1 | FILE has content after its end
                    weights                            | FILE line 1 column 1 is not JSON: unknown word 'weights'
                    """)
    void refusesWhatIsNoWeightsFile(String text, String line) {
        assertEquals(line, error(text));
    }

    @Test
    void rejectsInvalidFile() {
        Path none = folder.resolve("none.json");
        assertEquals(
                none + " does not exist",
                assertThrows(InvalidInputException.class, () -> WeightsFile.read(none))
                        .getMessage());
    }

    private String error(String text) {
        Path file = folder.resolve("bad.json");
        return assertThrows(InvalidInputException.class, () -> {
                    Files.writeString(file, text);
                    WeightsFile.read(file);
                })
                .getMessage()
                .replace(file.toString(), "FILE");
    }
}
