package hyperlab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.RunLoader;
import hyperlab.file.WeightsFile;
import hyperlab.nn.layer.LayerWeights;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares convolutional networks trained from experiment files with PyTorch; convolutions.py created
 * convolutions.json.
 */
class ConvolutionReferenceTest {
    private static final double RELATIVE = 1e-9;
    /** For numbers that are 0 up to rounding. */
    private static final double ABSOLUTE = 1e-14;

    @TempDir
    Path folder;

    static Stream<Named<JsonNode>> cases() throws IOException {
        try (InputStream stream = ConvolutionReferenceTest.class.getResourceAsStream("convolutions.json")) {
            JsonNode cases = new ObjectMapper().readTree(stream);
            return StreamSupport.stream(cases.spliterator(), false)
                    .map(node -> Named.of(node.at("/experiment/network").toString(), node));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void historyAndFinalWeightsAgreeWithPyTorch(JsonNode given) throws IOException {
        Files.writeString(folder.resolve("images.csv"), table(given));
        Files.writeString(folder.resolve("weights.json"), given.get("start").toString());
        Document document = Documents.parse(given.get("experiment").toString(), "experiment");
        Experiment experiment =
                assertInstanceOf(Document.OfExperiment.class, document).experiment();

        TrainingRun run = new RunLoader(folder).open(experiment);
        List<EpochReport> reports = new ArrayList<>();
        run.train(reports::add, () -> false);

        JsonNode history = given.get("history");
        assertEquals(history.size(), reports.size());
        for (int epoch = 0; epoch < history.size(); epoch++) {
            EpochReport report = reports.get(epoch);
            double[] actual = {
                report.trainLoss(), report.validationLoss(), report.trainAccuracy(), report.validationAccuracy()
            };
            close("epoch " + epoch, numbers(history.get(epoch)), actual);
        }
        Files.writeString(folder.resolve("end.json"), given.get("end").toString());
        List<LayerWeights> expected = WeightsFile.read(folder.resolve("end.json"));
        List<LayerWeights> actual = run.ensemble().weights().get(0);
        assertEquals(expected.size(), actual.size());
        for (int layer = 0; layer < expected.size(); layer++) {
            close("layer " + layer, flat(expected.get(layer)), flat(actual.get(layer)));
        }
    }

    private static String table(JsonNode given) {
        JsonNode features = given.get("features");
        String header = IntStream.range(0, features.get(0).size())
                .mapToObj(i -> "x" + i + ",")
                .collect(Collectors.joining());
        StringBuilder table = new StringBuilder(header + "y\n");
        for (int row = 0; row < features.size(); row++) {
            features.get(row).forEach(value -> table.append(value).append(','));
            table.append(given.get("targets").get(row)).append('\n');
        }
        return table.toString();
    }

    private static void close(String what, double[] expected, double[] actual) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], RELATIVE * Math.abs(expected[i]) + ABSOLUTE, what + " number " + i);
        }
    }

    private static double[] flat(LayerWeights layer) {
        if (layer instanceof LayerWeights.Prelu prelu) {
            return prelu.slope();
        }
        if (layer instanceof LayerWeights.Dense dense) {
            return Stream.concat(Stream.of(dense.weights()), Stream.of(dense.bias()))
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
        }
        LayerWeights.Convolution convolution = (LayerWeights.Convolution) layer;
        Stream<double[]> rows =
                Stream.of(convolution.weights()).flatMap(Stream::of).flatMap(Stream::of);
        return Stream.concat(rows, Stream.of(convolution.bias()))
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    private static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }
}
