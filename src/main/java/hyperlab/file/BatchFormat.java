package hyperlab.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.batch.BatchSettings;
import hyperlab.batch.BatchSetup;
import hyperlab.batch.ComparisonBasis;
import hyperlab.batch.EscapeSettings;
import hyperlab.batch.TargetSettings;
import hyperlab.batch.TwoWeightModelSettings;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSources;
import hyperlab.file.json.ComponentFormat;
import hyperlab.file.json.JsonObjectReader;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code hyperlab-batch/1} as a JSON tree: the Batch size lab's settings.
 *
 * <pre>{@code
 * {
 *   "format": "hyperlab-batch/1",
 *   "seed": 42,
 *   "model": {"source": "iris", "x": "petalWidth", "y": "sepalLength", "target": "petalLength", "oddSample": 0.0},
 *   "training": {"batchSize": 32, "shuffle": true, "dropLast": false,
 *                "learningRate": 0.2, "scaling": false, "scaledFrom": 32},
 *   "start": [-0.75, 1.15],
 *   "equal": "steps", "steps": 30, "epochs": 6,
 *   "target": {"share": 0.005, "bestRate": true, "seeds": 11},
 *   "escape": {"noise": 4.0, "tilt": 0.1, "steps": 200, "runs": 200}
 * }
 * }</pre>
 *
 * Every key except {@code format} is optional; the defaults are as above. {@code model.source} is a bundled data set,
 * or {@code csv} with {@code file}, relative to the document's folder. {@code batchSize} may be {@code "full"};
 * {@code equal} is {@code epochs}, {@code steps} or {@code seconds}. All keys are written.
 */
final class BatchFormat {
    static final String FORMAT = "hyperlab-batch/1";

    private static final List<String> SOURCES = Stream.concat(
                    DataSources.bundled().stream(), Stream.of(DataSettings.CSV))
            .toList();
    private static final BatchSetup DEFAULT = BatchSetup.DEFAULT;

    private BatchFormat() {}

    static BatchSetup read(ObjectNode node) {
        JsonObjectReader keys = new JsonObjectReader(node);
        keys.text("format", FORMAT);
        BatchSetup setup = new BatchSetup(
                keys.longInteger("seed", DEFAULT.seed()),
                keys.object("model", BatchFormat::model),
                keys.object("training", BatchFormat::training),
                keys.numbers("start", DEFAULT.start()),
                keys.oneOf("equal", ComparisonBasis.values(), ComparisonBasis::fileName, DEFAULT.comparisonBasis()),
                keys.integer("steps", DEFAULT.steps(), 1, BatchSetup.MAX_STEPS),
                keys.integer("epochs", DEFAULT.epochs(), 1, BatchSetup.MAX_EPOCHS),
                keys.object("target", BatchFormat::target),
                keys.object("escape", BatchFormat::escape));
        keys.rejectUnknownKeys();
        return setup;
    }

    private static TwoWeightModelSettings model(JsonObjectReader keys) {
        TwoWeightModelSettings defaults = DEFAULT.model();
        return new TwoWeightModelSettings(
                keys.choice("source", SOURCES, defaults.source()),
                keys.optionalText("file"),
                keys.text("x", defaults.x()),
                keys.text("y", defaults.y()),
                keys.text("target", defaults.target()),
                keys.number("oddSample", defaults.outlier()));
    }

    private static BatchSettings training(JsonObjectReader keys) {
        BatchSettings defaults = DEFAULT.training();
        return new BatchSettings(
                ComponentFormat.batchSize(keys, defaults.batchSize()),
                keys.flag("shuffle", defaults.shuffle()),
                keys.flag("dropLast", defaults.dropLast()),
                keys.number("learningRate", defaults.learningRate()),
                keys.flag("scaling", defaults.linearScaling()),
                keys.integer("scaledFrom", defaults.referenceBatchSize(), 1, BatchSettings.MAX_BATCH_SIZE));
    }

    private static TargetSettings target(JsonObjectReader keys) {
        TargetSettings defaults = DEFAULT.target();
        return new TargetSettings(
                keys.number("share", defaults.lossFraction()),
                keys.flag("bestRate", defaults.bestRate()),
                keys.integer("seeds", defaults.seeds(), 1, TargetSettings.MAX_SEEDS));
    }

    private static EscapeSettings escape(JsonObjectReader keys) {
        EscapeSettings defaults = DEFAULT.escape();
        return new EscapeSettings(
                keys.number("noise", defaults.noise()),
                keys.number("tilt", defaults.tilt()),
                keys.integer("steps", defaults.steps(), 1, EscapeSettings.MAX_STEPS),
                keys.integer("runs", defaults.runs(), 1, EscapeSettings.MAX_RUNS));
    }

    static ObjectNode write(BatchSetup setup) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", FORMAT);
        node.put("seed", setup.seed());
        node.set("model", model(setup.model()));
        BatchSettings training = setup.training();
        ObjectNode batches = node.putObject("training");
        batches.set("batchSize", ComponentFormat.write(training.batchSize()));
        batches.put("shuffle", training.shuffle());
        batches.put("dropLast", training.dropLast());
        batches.put("learningRate", training.learningRate());
        batches.put("scaling", training.linearScaling());
        batches.put("scaledFrom", training.referenceBatchSize());
        node.putArray("start").add(setup.startX()).add(setup.startY());
        node.put("equal", setup.comparisonBasis().fileName());
        node.put("steps", setup.steps());
        node.put("epochs", setup.epochs());
        TargetSettings target = setup.target();
        node.putObject("target")
                .put("share", target.lossFraction())
                .put("bestRate", target.bestRate())
                .put("seeds", target.seeds());
        EscapeSettings escape = setup.escape();
        node.putObject("escape")
                .put("noise", escape.noise())
                .put("tilt", escape.tilt())
                .put("steps", escape.steps())
                .put("runs", escape.runs());
        return node;
    }

    private static JsonNode model(TwoWeightModelSettings choice) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("source", choice.source());
        if (choice.file() != null) {
            node.put("file", choice.file());
        }
        return node.put("x", choice.x())
                .put("y", choice.y())
                .put("target", choice.target())
                .put("oddSample", choice.outlier());
    }
}
