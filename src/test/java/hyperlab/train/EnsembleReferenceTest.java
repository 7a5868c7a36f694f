package hyperlab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hyperlab.data.DataSplit;
import hyperlab.nn.Activation;
import hyperlab.nn.Loss;
import hyperlab.nn.layer.Initializer;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.optim.Adam;
import hyperlab.optim.Penalty;
import hyperlab.optim.Schedule;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares ensembles of three networks with PyTorch in float64; ensemble.py, next to ensemble.json, created the
 * numbers.
 */
class EnsembleReferenceTest {
    private static final double RELATIVE = 1e-9;
    private static final Map<String, Activation> ACTIVATIONS =
            Map.of("tanh", new Activation.Tanh(), "relu", new Activation.Relu(), "sigmoid", new Activation.Sigmoid());
    private static final JsonNode REFERENCE = read();

    private static JsonNode read() {
        try (InputStream stream = EnsembleReferenceTest.class.getResourceAsStream("ensemble.json")) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Named<JsonNode>> cases() {
        return StreamSupport.stream(REFERENCE.get("cases").spliterator(), false)
                .map(node -> Named.of(
                        node.get("loss").asText() + " of " + node.get("data").asText(), node));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void averagesThePredictionsOfItsMembers(JsonNode given) {
        TrainingRun run = run(given);
        List<EpochReport> reports = new ArrayList<>();
        run.train(reports::add, () -> false);

        assertEquals(given.get("history").size(), reports.size());
        for (int epoch = 0; epoch < reports.size(); epoch++) {
            JsonNode row = given.get("history").get(epoch);
            EpochReport report = reports.get(epoch);
            close("training loss of epoch " + epoch, row.get(0).asDouble(), report.trainLoss());
            close("validation loss of epoch " + epoch, row.get(1).asDouble(), report.validationLoss());
            assertEquals(row.has(2) ? row.get(2).asDouble() : Double.NaN, report.trainAccuracy());
            assertEquals(row.has(3) ? row.get(3).asDouble() : Double.NaN, report.validationAccuracy());
        }
        List<List<LayerWeights>> weights = run.resultingWeights();
        for (int member = 0; member < weights.size(); member++) {
            List<LayerWeights> expected = layers(given.get("end").get(member));
            for (int layer = 0; layer < expected.size(); layer++) {
                LayerWeights.Dense dense = (LayerWeights.Dense) expected.get(layer);
                LayerWeights.Dense actual =
                        (LayerWeights.Dense) weights.get(member).get(layer);
                close("weights", new DMatrixRMaj(dense.weights()), new DMatrixRMaj(actual.weights()));
            }
        }
        DMatrixRMaj whole = run.partition().all().features();
        close(
                "predictions",
                new DMatrixRMaj(rows(given.get("predictions"))),
                run.ensemble().predict(whole));
    }

    private static TrainingRun run(JsonNode given) {
        List<Integer> hidden = new ArrayList<>();
        given.get("hidden").forEach(units -> hidden.add(units.asInt()));
        Activation activation = ACTIVATIONS.get(given.at("/activation/name").asText());
        Loss loss = given.get("loss").asText().equals("crossEntropy") ? Loss.CROSS_ENTROPY : Loss.SQUARED_ERROR;
        TrainingSettings training = new TrainingSettings(
                loss,
                Adam.DEFAULT,
                REFERENCE.get("rate").asDouble(),
                Schedule.ConstantRate.DEFAULT,
                new BatchSize(given.get("batchSize").asInt()),
                false,
                REFERENCE.get("epochs").asInt(),
                Penalty.NONE,
                0);
        Experiment experiment = Experiment.DEFAULT
                .withNetwork(new NetworkSettings(List.of(), hidden, activation, 0, Initializer.Auto.DEFAULT, null))
                .withTraining(training)
                .withEnsemble(given.get("start").size());
        JsonNode data = REFERENCE.get("data");
        int classes = given.get("data").asText().equals("classes") ? 3 : 0;
        DataSplit partition = TestPartitions.of(
                rows(data.get("features")),
                numbers(data.get(given.get("data").asText())),
                REFERENCE.get("train").asInt(),
                classes);
        List<List<LayerWeights>> starts = new ArrayList<>();
        given.get("start").forEach(start -> starts.add(layers(start)));
        return new TrainingRun(experiment, partition, starts);
    }

    private static List<LayerWeights> layers(JsonNode given) {
        List<LayerWeights> layers = new ArrayList<>();
        given.forEach(
                layer -> layers.add(new LayerWeights.Dense(rows(layer.get("weights")), numbers(layer.get("bias")))));
        return layers;
    }

    private static double[][] rows(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(EnsembleReferenceTest::numbers)
                .toArray(double[][]::new);
    }

    private static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static void close(String what, DMatrixRMaj expected, DMatrixRMaj actual) {
        assertEquals(expected.numRows, actual.numRows, what);
        assertEquals(expected.numCols, actual.numCols, what);
        for (int i = 0; i < expected.getNumElements(); i++) {
            close(what + " number " + i, expected.data[i], actual.data[i]);
        }
    }

    private static void close(String what, double expected, double actual) {
        assertEquals(expected, actual, RELATIVE * Math.abs(expected), what);
    }
}
