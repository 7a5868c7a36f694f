package hyperlab.playground;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hyperlab.data.DataSet;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.train.EpochReport;
import hyperlab.train.TrainingOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares every epoch's losses with the original's own modules; reference.mjs, next to reference.json, created the
 * numbers.
 */
class PlaygroundReferenceTest {
    private static final double RELATIVE = 1e-15;
    private static final JsonNode REFERENCE = read();
    private static final int NAMED = 80;

    private static JsonNode read() {
        try (InputStream stream = PlaygroundReferenceTest.class.getResourceAsStream("reference.json")) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Named<JsonNode>> cases() {
        return StreamSupport.stream(REFERENCE.get("cases").spliterator(), false)
                .map(node -> Named.of(
                        node.get("link")
                                .asText()
                                .substring(
                                        0,
                                        Math.min(
                                                NAMED, node.get("link").asText().length())),
                        node));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void dataWeightsAndLossesMatchTheOriginal(JsonNode expected) {
        PlaygroundLink link = PlaygroundLink.parse(expected.get("link").asText(), () -> Double.NaN);
        PlaygroundRun run = new PlaygroundRun(
                new PlaygroundExperiment(link, REFERENCE.get("epochs").asInt()));
        assertData(expected, run, link);
        assertWeights(expected.get("start"), run.resultingWeights().get(0), 0);

        List<EpochReport> reports = new ArrayList<>();
        TrainingOutcome outcome = run.train(reports::add, () -> false);

        JsonNode losses = expected.get("losses");
        assertEquals(losses.size(), reports.size());
        for (int epoch = 0; epoch < losses.size(); epoch++) {
            close(
                    "training loss of epoch " + epoch,
                    losses.get(epoch).get(0),
                    reports.get(epoch).trainLoss());
            close(
                    "test loss of epoch " + epoch,
                    losses.get(epoch).get(1),
                    reports.get(epoch).validationLoss());
        }
        if (expected.has("divergedIn")) {
            assertEquals(expected.get("divergedIn").asInt() - 1, outcome.epochs());
            assertInstanceOf(TrainingOutcome.Diverged.class, outcome);
        } else {
            assertInstanceOf(TrainingOutcome.Completed.class, outcome);
            assertWeights(expected.get("end"), run.resultingWeights().get(0), 0);
            assertEquals(expected.get("dead").asInt(), run.deadWeights());
        }
    }

    private static void assertData(JsonNode expected, PlaygroundRun run, PlaygroundLink link) {
        assertEquals(expected.get("train").asInt(), run.partition().train().samples());
        assertEquals(expected.get("test").asInt(), run.partition().validation().samples());
        int last = run.partition().all().samples() - 1;
        assertPoint(expected.get("firstTrain"), run.partition().all(), 0, link);
        assertPoint(expected.get("lastTest"), run.partition().all(), last, link);
    }

    private static void assertPoint(JsonNode expected, DataSet data, int row, PlaygroundLink link) {
        double[] inputs = link.network().inputs().stream()
                .mapToDouble(input ->
                        input.of(expected.get(0).asDouble(), expected.get(1).asDouble()))
                .toArray();
        double[] features = new double[inputs.length];
        for (int column = 0; column < features.length; column++) {
            features[column] = data.features().get(row, column);
        }
        assertArrayEquals(inputs, features);
        assertEquals(expected.get(2).asDouble(), PlaygroundPartition.label(data, row));
    }

    private static void assertWeights(JsonNode expected, List<LayerWeights> layers, double tolerance) {
        assertEquals(expected.size(), layers.size());
        for (int i = 0; i < layers.size(); i++) {
            LayerWeights.Dense dense = (LayerWeights.Dense) layers.get(i);
            JsonNode rows = expected.get(i).get("weights");
            assertEquals(rows.size(), dense.weights().length);
            for (int unit = 0; unit < rows.size(); unit++) {
                assertArrayEquals(numbers(rows.get(unit)), dense.weights()[unit], tolerance);
            }
            assertArrayEquals(numbers(expected.get(i).get("bias")), dense.bias(), tolerance);
        }
    }

    private static double[] numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static void close(String what, JsonNode expected, double actual) {
        assertEquals(expected.asDouble(), actual, RELATIVE * Math.abs(expected.asDouble()), what);
    }
}
