package hyperlab.file;

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
import hyperlab.file.json.JsonObjectReader;
import hyperlab.image.ImageShape;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.Experiment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The part {@code data} of an experiment as a JSON tree: the source with its own keys, the split, and the preparation.
 */
final class DataSettingsFormat {
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

    private DataSettingsFormat() {}

    static DataSettings read(JsonObjectReader keys) {
        DataSettings fallback = Experiment.DEFAULT.data();
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

    static ObjectNode write(DataSettings data) {
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
}
