package hyperlab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hyperlab.data.DataSplit;
import hyperlab.nn.Loss;
import hyperlab.nn.ReferenceNetworks;
import hyperlab.nn.layer.Initializer;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.optim.AdaDelta;
import hyperlab.optim.AdaGrad;
import hyperlab.optim.Adam;
import hyperlab.optim.AdamW;
import hyperlab.optim.Lion;
import hyperlab.optim.NAdam;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Penalty;
import hyperlab.optim.RmsProp;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares histories and final weights with PyTorch in float64; reference.py, next to reference.json, created the
 * numbers.
 */
class TrainingReferenceTest {
    private static final double RELATIVE = 1e-9;
    /** For numbers that are 0 up to rounding. */
    private static final double ABSOLUTE = 1e-14;

    private static final JsonNode REFERENCE = read("reference.json");

    private static JsonNode read(String name) {
        try (InputStream stream = TrainingReferenceTest.class.getResourceAsStream(name)) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Named<JsonNode>> cases() {
        return StreamSupport.stream(REFERENCE.get("cases").spliterator(), false)
                .map(node -> Named.of(name(node), node));
    }

    static Stream<Named<JsonNode>> scheduled() {
        return StreamSupport.stream(REFERENCE.get("scheduled").spliterator(), false)
                .map(node ->
                        Named.of(node.get("schedule") + ", warm-up " + node.get("warmup") + ", " + name(node), node));
    }

    static Stream<Named<JsonNode>> layered() {
        return StreamSupport.stream(read("layer_rates.json").spliterator(), false)
                .map(node -> Named.of(name(node), node));
    }

    private static String name(JsonNode node) {
        return node.at("/activation/name").asText() + ", " + node.get("optimizer") + ", l1 " + node.get("l1") + ", l2 "
                + node.get("l2") + ", " + node.get("loss").asText() + " of "
                + node.get("data").asText() + ", batch " + node.get("batchSize");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void historyAndFinalWeightsAgreeWithPyTorch(JsonNode given) {
        compare(given, new Schedule.ConstantRate(0), REFERENCE.get("epochs").asInt());
    }

    @ParameterizedTest
    @MethodSource("scheduled")
    void scheduledRatesAgreeWithPyTorchSchedulers(JsonNode given) {
        double[] rates = numbers(given.get("rates"));
        List<EpochReport> reports = compare(given, schedule(given), rates.length);
        close("rate before the first epoch", rates[0], reports.get(0).learningRate());
        for (int epoch = 0; epoch < rates.length; epoch++) {
            close("rate of epoch " + epoch, rates[epoch], reports.get(epoch + 1).learningRate());
        }
    }

    @ParameterizedTest
    @MethodSource("layered")
    void layerRatesAgreeWithParameterGroupsOfPyTorch(JsonNode given) {
        compare(given, schedule(given), REFERENCE.get("epochs").asInt());
    }

    private static List<EpochReport> compare(JsonNode given, Schedule schedule, int epochs) {
        TrainingRun run = new TrainingRun(
                experiment(given, schedule, epochs), partition(given), List.of(layers(given.get("start"))));
        List<EpochReport> reports = new ArrayList<>();
        run.train(reports::add, () -> false);

        JsonNode history = given.get("history");
        assertEquals(history.size(), reports.size());
        for (int epoch = 0; epoch < history.size(); epoch++) {
            EpochReport report = reports.get(epoch);
            double[] row = numbers(history.get(epoch));
            close("training loss of epoch " + epoch, row[0], report.trainLoss());
            close("validation loss of epoch " + epoch, row[1], report.validationLoss());
            close("training accuracy of epoch " + epoch, row.length > 2 ? row[2] : Double.NaN, report.trainAccuracy());
            close(
                    "validation accuracy of epoch " + epoch,
                    row.length > 2 ? row[3] : Double.NaN,
                    report.validationAccuracy());
        }
        List<LayerWeights> expected = layers(given.get("end"));
        List<LayerWeights> actual = run.network().weights();
        assertEquals(expected.size(), actual.size());
        for (int layer = 0; layer < expected.size(); layer++) {
            close("layer " + layer, flat(expected.get(layer)), flat(actual.get(layer)));
        }
        return reports;
    }

    private static void close(String what, double[] expected, double[] actual) {
        assertEquals(expected.length, actual.length, what);
        for (int i = 0; i < expected.length; i++) {
            close(what + " number " + i, expected[i], actual[i]);
        }
    }

    private static void close(String what, double expected, double actual) {
        double tolerance = Double.isNaN(expected) ? ABSOLUTE : RELATIVE * Math.abs(expected) + ABSOLUTE;
        assertEquals(expected, actual, tolerance, what);
    }

    private static Experiment experiment(JsonNode given, Schedule schedule, int epochs) {
        List<Integer> hidden = new ArrayList<>();
        given.get("hidden").forEach(units -> hidden.add(units.asInt()));
        NetworkSettings network = new NetworkSettings(
                List.of(),
                hidden,
                ReferenceNetworks.activation(given.get("activation")),
                0,
                new Initializer.Zero(),
                null);
        Loss loss = given.get("loss").asText().equals("crossEntropy") ? Loss.CROSS_ENTROPY : Loss.SQUARED_ERROR;
        TrainingSettings training = new TrainingSettings(
                loss,
                optimizer(given.get("optimizer")),
                given.at("/optimizer/rate").asDouble(),
                schedule,
                new BatchSize(given.get("batchSize").asInt()),
                false,
                epochs,
                new Penalty(given.get("l1").asDouble(), given.get("l2").asDouble()),
                0);
        List<Double> layerRates = new ArrayList<>();
        given.at("/optimizer/layerRates").forEach(rate -> layerRates.add(rate.asDouble()));
        return Experiment.DEFAULT.withNetwork(network).withTraining(training.withLayerRates(layerRates));
    }

    private static Schedule schedule(JsonNode given) {
        JsonNode schedule = given.get("schedule");
        int warmup = given.get("warmup").asInt();
        return switch (schedule.get("name").asText()) {
            case "constant" -> new Schedule.ConstantRate(warmup);
            case "step" -> new Schedule.StepDecay(schedule.get("every").asInt(), number(schedule, "factor"), warmup);
            case "exponential" -> new Schedule.ExponentialDecay(number(schedule, "factor"), warmup);
            case "cosine" -> new Schedule.CosineAnnealing(number(schedule, "floor"), warmup);
            default -> throw new IllegalArgumentException(given.toString());
        };
    }

    private static Optimizer optimizer(JsonNode given) {
        return switch (given.get("name").asText()) {
            case "sgd" ->
                new Sgd(number(given, "momentum"), given.get("nesterov").asBoolean());
            case "adagrad" -> new AdaGrad(number(given, "epsilon"));
            case "rmsprop" -> new RmsProp(number(given, "decay"), number(given, "epsilon"));
            case "adadelta" -> new AdaDelta(number(given, "rho"), number(given, "epsilon"));
            case "adam" -> new Adam(number(given, "beta1"), number(given, "beta2"), number(given, "epsilon"));
            case "nadam" ->
                new NAdam(
                        number(given, "beta1"),
                        number(given, "beta2"),
                        number(given, "epsilon"),
                        number(given, "momentumDecay"));
            case "adamw" ->
                new AdamW(
                        number(given, "beta1"),
                        number(given, "beta2"),
                        number(given, "epsilon"),
                        number(given, "weightDecay"));
            case "lion" -> new Lion(number(given, "beta1"), number(given, "beta2"), number(given, "weightDecay"));
            default -> throw new IllegalArgumentException(given.toString());
        };
    }

    private static double number(JsonNode given, String key) {
        return given.get(key).asDouble();
    }

    private static DataSplit partition(JsonNode given) {
        JsonNode data = REFERENCE.get("data");
        double[] targets = numbers(data.get(given.get("data").asText()));
        int classes = given.get("data").asText().equals("classes") ? 3 : 0;
        return TestPartitions.of(
                rows(data.get("features")), targets, REFERENCE.get("train").asInt(), classes);
    }

    private static List<LayerWeights> layers(JsonNode given) {
        List<LayerWeights> layers = new ArrayList<>();
        for (JsonNode layer : given) {
            layers.add(
                    layer.has("slope")
                            ? new LayerWeights.Prelu(numbers(layer.get("slope")))
                            : new LayerWeights.Dense(rows(layer.get("weights")), numbers(layer.get("bias"))));
        }
        return layers;
    }

    private static double[] flat(LayerWeights layer) {
        if (layer instanceof LayerWeights.Dense dense) {
            return Stream.concat(Stream.of(dense.weights()), Stream.of(dense.bias()))
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
        }
        return ((LayerWeights.Prelu) layer).slope();
    }

    private static double[][] rows(JsonNode array) {
        double[][] rows = new double[array.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = numbers(array.get(i));
        }
        return rows;
    }

    private static double[] numbers(JsonNode array) {
        assertNotNull(array);
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).asDouble();
        }
        return numbers;
    }
}
