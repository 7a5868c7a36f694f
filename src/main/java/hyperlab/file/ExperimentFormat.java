package hyperlab.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.data.CsvFormat;
import hyperlab.data.CsvSettings;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSources;
import hyperlab.data.DecimalMark;
import hyperlab.data.FieldSeparator;
import hyperlab.data.MissingValues;
import hyperlab.data.PointSet;
import hyperlab.data.PointSet.LabeledPoint;
import hyperlab.data.PredictionTask;
import hyperlab.data.SplitOrder;
import hyperlab.data.SplitSettings;
import hyperlab.data.TextEncoding;
import hyperlab.file.json.ComponentFormat;
import hyperlab.file.json.JsonObjectReader;
import hyperlab.image.ImageShape;
import hyperlab.nn.ConvolutionSpec;
import hyperlab.nn.Loss;
import hyperlab.nn.layer.Initializer;
import hyperlab.optim.L1Method;
import hyperlab.optim.Penalty;
import hyperlab.rule.ClosestMatch;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.Experiment;
import hyperlab.train.NetworkSettings;
import hyperlab.train.TrainingSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code hyperlab-experiment/1} as a JSON tree. Every key except {@code format} is optional. All keys are written,
 * except optional values that are not set ({@code data.samples}, {@code data.image}, {@code data.task},
 * {@code data.features}, {@code data.categories}, {@code data.points}, the format of a table, {@code data.splitSeed},
 * {@code network.initialWeights}, {@code training.layerRates}). A run's record adds {@code dataSha256} and
 * {@code version}, which are ignored when reading.
 */
final class ExperimentFormat {
    static final String FORMAT = "hyperlab-experiment/1";

    private static final Experiment DEFAULT = Experiment.DEFAULT;
    private static final String AUTO = "auto";
    private static final String IMAGE = "image";
    private static final String POINTS = "points";
    /** The keys of {@code data} that only a table has. */
    private static final List<String> TABLE_KEYS = List.of(
            "file",
            "target",
            "features",
            "task",
            "missing",
            "categories",
            "encoding",
            "separator",
            "decimal",
            "header");
    /** The keys of {@code data} that belong to one source. Another source does not keep them. */
    static final List<String> SOURCE_KEYS =
            Stream.concat(TABLE_KEYS.stream(), Stream.of(IMAGE, POINTS)).toList();

    private static final int POINT_NUMBERS = 3;
    private static final Map<String, String> KEYS_BY_LAST_NAME = keysByLastName();

    /** The runs that accompany the experiment, in the form of {@link RunsFormat}; only the window reads them. */
    static final String RUNS = "runs";

    private ExperimentFormat() {}

    static Experiment read(ObjectNode node) {
        JsonObjectReader keys = new JsonObjectReader(node);
        keys.text("format", FORMAT);
        keys.text("dataSha256", "");
        keys.text("version", "");
        keys.value(RUNS);
        Experiment experiment = new Experiment(
                keys.text("name", DEFAULT.name()),
                keys.longInteger("seed", DEFAULT.seed()),
                keys.object("data", ExperimentFormat::data),
                keys.object("network", ExperimentFormat::network),
                keys.object("training", ExperimentFormat::training),
                keys.integer("ensemble", DEFAULT.ensemble(), 1, Experiment.MAX_MEMBERS));
        keys.rejectUnknownKeys(key -> nearest(key, keys.knownKeys()));
        return experiment;
    }

    static ObjectNode write(Experiment experiment) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", FORMAT);
        node.put("name", experiment.name());
        node.put("seed", experiment.seed());
        node.set("data", write(experiment.data()));
        node.set("network", write(experiment.network()));
        node.set("training", write(experiment.training()));
        node.put("ensemble", experiment.ensemble());
        return node;
    }

    static DataSettings data(JsonObjectReader keys) {
        DataSettings fallback = DEFAULT.data();
        String source = DataSources.require(keys.text("source", fallback.source()));
        Integer samples = keys.optionalInteger("samples", DataSettings.MIN_SAMPLES, DataSettings.MAX_SAMPLES);
        double noise = keys.number("noise", fallback.noise());
        double trainFraction = keys.number("trainFraction", fallback.trainFraction());
        SplitOrder split = keys.oneOf("split", SplitOrder.values(), SplitOrder::fileName, fallback.split());
        boolean standardize = keys.flag("standardize", fallback.standardize());
        CsvSettings csv = csv(keys, source);
        return new DataSettings(
                source,
                samples,
                noise,
                trainFraction,
                split,
                standardize,
                csv,
                image(keys),
                splitSettings(keys),
                keys.has(POINTS) ? points(keys) : null);
    }

    private static PointSet points(JsonObjectReader keys) {
        List<LabeledPoint> points = new ArrayList<>();
        for (List<Double> row : keys.numberLists(POINTS)) {
            String path = POINTS + "[" + points.size() + "]";
            if (row.size() != POINT_NUMBERS) {
                throw new InvalidInputException(path, Rule.POINT_ROW, row);
            }
            double label = row.get(2);
            if (label != Math.rint(label) || label < 0 || label > PointSet.MAX_LABEL) {
                throw new InvalidInputException(path + "[2]", Rule.WHOLE_WITHIN, 0, PointSet.MAX_LABEL, row.get(2));
            }
            try {
                points.add(new LabeledPoint(row.get(0), row.get(1), (int) label));
            } catch (InvalidInputException error) {
                throw error.withPrefix(path);
            }
        }
        return new PointSet(points);
    }

    private static SplitSettings splitSettings(JsonObjectReader keys) {
        SplitSettings fallback = SplitSettings.DEFAULT;
        double testFraction = keys.number("testFraction", fallback.testFraction());
        Long splitSeed = keys.has("splitSeed") ? keys.longInteger("splitSeed", 0) : null;
        int folds = keys.integer("folds", fallback.folds());
        return new SplitSettings(testFraction, splitSeed, folds, keys.integer("fold", fallback.fold()));
    }

    private static @Nullable ImageShape image(JsonObjectReader keys) {
        List<Integer> sides = keys.integers(IMAGE, List.of(), 1, Integer.MAX_VALUE);
        if (sides.isEmpty() && keys.value(IMAGE) == null) {
            return null;
        }
        if (sides.size() != 3) {
            throw new InvalidInputException(IMAGE, Rule.IMAGE_SIDES, "[" + joined(sides) + "]");
        }
        return new ImageShape(sides.get(0), sides.get(1), sides.get(2));
    }

    private static String joined(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static @Nullable CsvSettings csv(JsonObjectReader keys, String source) {
        if (!source.equals(DataSettings.CSV)) {
            for (String key : TABLE_KEYS) {
                if (keys.has(key)) {
                    throw new InvalidInputException(key, Rule.SOURCE_CSV_ONLY, source);
                }
            }
            return null;
        }
        return new CsvSettings(
                keys.text("file", ""),
                keys.text("target", ""),
                keys.texts("features"),
                keys.has("task")
                        ? keys.oneOf(
                                "task",
                                PredictionTask.values(),
                                PredictionTask::fileName,
                                PredictionTask.CLASSIFICATION)
                        : null,
                keys.oneOf("missing", MissingValues.values(), MissingValues::fileName, MissingValues.REFUSE),
                keys.texts("categories"),
                csvFormat(keys));
    }

    private static CsvFormat csvFormat(JsonObjectReader keys) {
        CsvFormat fallback = CsvFormat.DEFAULT;
        return new CsvFormat(
                keys.oneOf("encoding", TextEncoding.values(), TextEncoding::fileName, fallback.encoding()),
                keys.oneOf("separator", FieldSeparator.values(), FieldSeparator::fileName, fallback.separator()),
                keys.oneOf("decimal", DecimalMark.values(), DecimalMark::fileName, fallback.decimal()),
                keys.flag("header", fallback.header()));
    }

    private static NetworkSettings network(JsonObjectReader keys) {
        NetworkSettings fallback = DEFAULT.network();
        return new NetworkSettings(
                keys.list("convolutions", ExperimentFormat::convolution, fallback.convolutions()),
                keys.integers("hidden", fallback.hidden(), 1, NetworkSettings.MAX_UNITS),
                keys.object(
                        "activation",
                        inner -> ComponentFormat.activation(
                                inner, fallback.activation().name())),
                keys.number("dropout", fallback.dropout()),
                initializer(keys),
                keys.optionalText("initialWeights"));
    }

    private static ConvolutionSpec convolution(JsonObjectReader keys) {
        ConvolutionSpec fallback = ConvolutionSpec.DEFAULT;
        return new ConvolutionSpec(
                keys.integer("filters", fallback.filters(), 1, ConvolutionSpec.MAX_FILTERS),
                keys.integer("kernel", fallback.kernel(), 1, ConvolutionSpec.MAX_KERNEL),
                keys.integer("stride", fallback.stride()),
                keys.integer("padding", fallback.padding()),
                keys.integer("pool", fallback.pool()));
    }

    private static Initializer initializer(JsonObjectReader keys) {
        String fallback = DEFAULT.network().initializer().name();
        JsonNode value = keys.value("initializer");
        if (value == null || !value.isTextual()) {
            return keys.object("initializer", inner -> ComponentFormat.initializer(inner, fallback));
        }
        try {
            return ComponentFormat.initializer(
                    new JsonObjectReader(JsonNodeFactory.instance.objectNode().set("name", value)), fallback);
        } catch (InvalidInputException error) {
            throw error.withName("initializer");
        }
    }

    private static TrainingSettings training(JsonObjectReader keys) {
        TrainingSettings fallback = DEFAULT.training();
        return new TrainingSettings(
                loss(keys),
                keys.object(
                        "optimizer",
                        inner -> ComponentFormat.optimizer(
                                inner, fallback.optimizer().name())),
                keys.number("learningRate", fallback.learningRate()),
                keys.numbers("layerRates", fallback.layerRates()),
                keys.object(
                        "schedule",
                        inner -> ComponentFormat.schedule(
                                inner, fallback.schedule().name())),
                ComponentFormat.batchSize(keys, fallback.batchSize()),
                keys.flag("shuffle", fallback.shuffle()),
                keys.integer("epochs", fallback.epochs(), 0, TrainingSettings.MAX_EPOCHS),
                keys.object(
                        "penalty",
                        inner -> new Penalty(
                                inner.number("l1", fallback.penalty().l1()),
                                inner.number("l2", fallback.penalty().l2()),
                                inner.oneOf(
                                        "method",
                                        L1Method.values(),
                                        L1Method::fileName,
                                        fallback.penalty().method()))),
                keys.integerAtLeast("patience", fallback.patience(), 0));
    }

    private static @Nullable Loss loss(JsonObjectReader keys) {
        List<String> names = Stream.concat(
                        Stream.of(AUTO), Arrays.stream(Loss.values()).map(Loss::fileName))
                .toList();
        String name = keys.choice("loss", names, AUTO);
        for (Loss loss : Loss.values()) {
            if (loss.fileName().equals(name)) {
                return loss;
            }
        }
        return null;
    }

    private static ObjectNode write(DataSettings data) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("source", data.source());
        CsvSettings csv = data.csv();
        if (csv != null) {
            node.put("file", csv.file());
            node.put("target", csv.target());
            if (!csv.features().isEmpty()) {
                ArrayNode features = node.putArray("features");
                csv.features().forEach(features::add);
            }
            PredictionTask task = csv.task();
            if (task != null) {
                node.put("task", task.fileName());
            }
            node.put("missing", csv.missing().fileName());
            if (!csv.categories().isEmpty()) {
                ArrayNode categories = node.putArray("categories");
                csv.categories().forEach(categories::add);
            }
            write(csv.format(), node);
        }
        PointSet points = data.points();
        if (points != null) {
            ArrayNode rows = node.putArray(POINTS);
            points.points()
                    .forEach(point ->
                            rows.addArray().add(point.x()).add(point.y()).add(point.label()));
        }
        if (data.samples() != null) {
            node.put("samples", data.samples());
        }
        node.put("noise", data.noise());
        node.put("trainFraction", data.trainFraction());
        node.put("split", data.split().fileName());
        SplitSettings splitSettings = data.splitSettings();
        node.put("testFraction", splitSettings.testFraction());
        if (splitSettings.splitSeed() != null) {
            node.put("splitSeed", splitSettings.splitSeed());
        }
        node.put("folds", splitSettings.folds());
        node.put("fold", splitSettings.fold());
        node.put("standardize", data.standardize());
        ImageShape image = data.image();
        if (image != null) {
            node.putArray(IMAGE).add(image.channels()).add(image.height()).add(image.width());
        }
        return node;
    }

    /** Writes what differs from the default. */
    private static void write(CsvFormat format, ObjectNode node) {
        CsvFormat fallback = CsvFormat.DEFAULT;
        if (format.encoding() != fallback.encoding()) {
            node.put("encoding", format.encoding().fileName());
        }
        if (format.separator() != fallback.separator()) {
            node.put("separator", format.separator().fileName());
        }
        if (format.decimal() != fallback.decimal()) {
            node.put("decimal", format.decimal().fileName());
        }
        if (format.header() != fallback.header()) {
            node.put("header", format.header());
        }
    }

    private static ObjectNode write(NetworkSettings network) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode convolutions = node.putArray("convolutions");
        for (ConvolutionSpec convolution : network.convolutions()) {
            convolutions
                    .addObject()
                    .put("filters", convolution.filters())
                    .put("kernel", convolution.kernel())
                    .put("stride", convolution.stride())
                    .put("padding", convolution.padding())
                    .put("pool", convolution.pool());
        }
        ArrayNode hidden = node.putArray("hidden");
        network.hidden().forEach(hidden::add);
        node.set("activation", ComponentFormat.write(network.activation()));
        node.put("dropout", network.dropout());
        ObjectNode initializer = ComponentFormat.write(network.initializer());
        node.set("initializer", initializer.size() == 1 ? initializer.get("name") : initializer);
        if (network.initialWeights() != null) {
            node.put("initialWeights", network.initialWeights());
        }
        return node;
    }

    private static ObjectNode write(TrainingSettings training) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Loss loss = training.loss();
        node.put("loss", loss == null ? AUTO : loss.fileName());
        node.set("optimizer", ComponentFormat.write(training.optimizer()));
        node.put("learningRate", training.learningRate());
        if (!training.layerRates().isEmpty()) {
            ArrayNode rates = node.putArray("layerRates");
            training.layerRates().forEach(rates::add);
        }
        node.set("schedule", ComponentFormat.write(training.schedule()));
        node.set("batchSize", ComponentFormat.write(training.batchSize()));
        node.put("shuffle", training.shuffle());
        node.put("epochs", training.epochs());
        ObjectNode penalty = node.putObject("penalty");
        penalty.put("l1", training.penalty().l1());
        penalty.put("l2", training.penalty().l2());
        penalty.put("method", training.penalty().method().fileName());
        node.put("patience", training.patience());
        return node;
    }

    private static String nearest(String key, Set<String> top) {
        Set<String> names = new LinkedHashSet<>(top);
        names.addAll(KEYS_BY_LAST_NAME.keySet());
        String nearest = ClosestMatch.of(key, names);
        return top.contains(nearest) ? nearest : KEYS_BY_LAST_NAME.getOrDefault(nearest, nearest);
    }

    /**
     * Maps last names to dotted keys, so that the error for a top-level {@code learningRate} suggests
     * {@code training.learningRate}.
     */
    private static Map<String, String> keysByLastName() {
        Map<String, String> keys = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> section : write(Experiment.DEFAULT).properties()) {
            Set<Map.Entry<String, JsonNode>> inner = section.getValue().properties();
            inner.forEach(entry -> keys.putIfAbsent(entry.getKey(), section.getKey() + "." + entry.getKey()));
        }
        return keys;
    }
}
