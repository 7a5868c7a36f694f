package hyperlab.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.rule.Refusal;
import hyperlab.train.EpochReport;
import hyperlab.train.TrainingOutcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code hyperlab-runs/1}: runs that are kept for comparison, as the session file holds them. A row is an array of the
 * numbers of {@code history.csv} in its order; what is not finite is null.
 */
public final class RunsFormat {
    /** Rows that a run is written with; of more every second is left out, as often as it takes. */
    public static final int MOST_ROWS = 2_000;

    private static final String FORMAT = "hyperlab-runs/1";
    private static final String COMPLETED = "completed";
    private static final String STOPPED = "stopped";
    private static final String DIVERGED = "diverged";
    private static final int NUMBERS = 9;

    private RunsFormat() {}

    /** As JSON on one line. */
    public static String write(List<SavedRun> runs) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", FORMAT);
        ArrayNode list = node.putArray("runs");
        for (SavedRun run : runs) {
            list.add(write(run));
        }
        return node.toString();
    }

    /**
     * What {@link #write} wrote.
     *
     * @throws Refusal for anything else
     */
    public static List<SavedRun> parse(String json, String name) {
        ObjectNode node = StrictJson.object(json.getBytes(StandardCharsets.UTF_8), name);
        if (!node.path("format").asText().equals(FORMAT)) {
            throw new Refusal("format", FORMAT, node.path("format").asText());
        }
        List<SavedRun> runs = new ArrayList<>();
        for (JsonNode run : node.path("runs")) {
            runs.add(read(object(run, "runs")));
        }
        return runs;
    }

    private static ObjectNode write(SavedRun run) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", run.name());
        node.put("look", run.look());
        node.put("visible", run.visible());
        node.put("pinned", run.pinned());
        node.set("experiment", ExperimentFormat.write(run.experiment()));
        if (run.original() != null) {
            node.set("original", PlaygroundFormat.write(run.original()));
        }
        node.put("stride", run.stride());
        ArrayNode rows = node.putArray("rows");
        run.rows().forEach(row -> rows.add(write(row)));
        node.set("best", write(run.best()));
        if (run.outcome() != null) {
            node.set("outcome", write(run.outcome()));
        }
        return node;
    }

    private static SavedRun read(ObjectNode node) {
        List<EpochReport> rows = new ArrayList<>();
        for (JsonNode row : node.path("rows")) {
            rows.add(row(row));
        }
        if (rows.isEmpty()) {
            throw new Refusal("rows", "must hold at least one row");
        }
        return new SavedRun(
                node.path("name").asText(),
                Math.max(0, node.path("look").asInt()),
                node.path("visible").asBoolean(true),
                node.path("pinned").asBoolean(true),
                ExperimentFormat.read(object(node.path("experiment"), "experiment")),
                node.has("original") ? PlaygroundFormat.read(object(node.path("original"), "original")) : null,
                Math.max(1, node.path("stride").asInt(1)),
                rows,
                row(node.path("best")),
                outcome(node.path("outcome")));
    }

    private static ArrayNode write(EpochReport row) {
        ArrayNode numbers = JsonNodeFactory.instance.arrayNode();
        numbers.add(row.epoch()).add(row.step());
        for (double value : new double[] {
            row.trainLoss(),
            row.validationLoss(),
            row.trainAccuracy(),
            row.validationAccuracy(),
            row.learningRate(),
            row.trainSeconds(),
            row.seconds()
        }) {
            if (Double.isFinite(value)) {
                numbers.add(value);
            } else {
                numbers.addNull();
            }
        }
        return numbers;
    }

    private static EpochReport row(JsonNode numbers) {
        if (numbers.size() != NUMBERS) {
            throw new Refusal("rows", NUMBERS + " numbers each", numbers.size());
        }
        return new EpochReport(
                numbers.get(0).asInt(),
                numbers.get(1).asLong(),
                number(numbers.get(2)),
                number(numbers.get(3)),
                number(numbers.get(4)),
                number(numbers.get(5)),
                number(numbers.get(6)),
                number(numbers.get(7)),
                number(numbers.get(8)));
    }

    private static double number(JsonNode node) {
        return node.isNumber() ? node.doubleValue() : Double.NaN;
    }

    private static ObjectNode write(TrainingOutcome outcome) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("epochs", outcome.epochs());
        node.put("bestEpoch", outcome.bestEpoch());
        if (outcome instanceof TrainingOutcome.Completed completed) {
            node.put("outcome", COMPLETED);
            node.put("early", completed.early());
        } else {
            node.put("outcome", outcome instanceof TrainingOutcome.Stopped ? STOPPED : DIVERGED);
        }
        return node;
    }

    private static @Nullable TrainingOutcome outcome(JsonNode node) {
        int epochs = node.path("epochs").asInt();
        int best = node.path("bestEpoch").asInt();
        return switch (node.path("outcome").asText()) {
            case COMPLETED ->
                new TrainingOutcome.Completed(epochs, best, node.path("early").asBoolean());
            case STOPPED -> new TrainingOutcome.Stopped(epochs, best);
            case DIVERGED -> new TrainingOutcome.Diverged(epochs, best, Double.NaN);
            default -> null;
        };
    }

    private static ObjectNode object(JsonNode node, String name) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new Refusal(name, "an object", node);
    }
}
