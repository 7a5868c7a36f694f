package hyperlab.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.file.json.JsonObjectReader;
import hyperlab.file.json.StrictJson;
import hyperlab.file.runs.SavedHistory;
import hyperlab.file.runs.SavedRun;
import hyperlab.file.runs.SavedRuns;
import hyperlab.log.TrainingLog;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.Experiment;
import hyperlab.train.SeedRunResult;
import hyperlab.train.TrainingOutcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code hyperlab-runs/1}: runs for comparison, as saved in the session and embedded in figures that show them. */
public final class RunsFormat {
    /** The maximum number of rows written per run; longer runs drop every second row repeatedly until they fit. */
    public static final int MAX_ROWS = 2_000;

    private static final String FORMAT = "hyperlab-runs/1";

    private RunsFormat() {}

    /** The runs as JSON on one line. */
    public static String write(SavedRuns saved) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", FORMAT);
        ArrayNode list = node.putArray("runs");
        saved.runs().forEach(run -> list.add(write(run)));
        if (!saved.seeds().isEmpty()) {
            ArrayNode seeds = node.putArray("seeds");
            saved.seeds().forEach(entry -> seeds.add(write(entry)));
        }
        SavedRuns.Roles roles = saved.roles();
        if (roles != null) {
            ObjectNode indices = node.putObject("roles");
            indices.put("live", roles.live());
            indices.put("reference", roles.reference());
        }
        return node.toString();
    }

    /**
     * Parses the output of {@link #write}.
     *
     * @param name replaces the file name in error messages
     * @throws InvalidInputException if the text is invalid
     */
    public static SavedRuns parse(String json, String name) {
        ObjectNode node = StrictJson.object(json.getBytes(StandardCharsets.UTF_8), name);
        if (!node.path("format").asText().equals(FORMAT)) {
            throw new InvalidInputException(
                    "format", Rule.EXACTLY, FORMAT, node.path("format").asText());
        }
        List<SavedRun> runs = new ArrayList<>();
        for (JsonNode run : node.path("runs")) {
            runs.add(read(object(run, "runs")));
        }
        List<SavedRuns.MultiSeedRuns> seeds = new ArrayList<>();
        for (JsonNode entry : node.path("seeds")) {
            seeds.add(multiSeedRuns(object(entry, "seeds")));
        }
        SavedRuns.Roles roles = node.has("roles") ? roles(object(node.path("roles"), "roles"), runs.size()) : null;
        return new SavedRuns(runs, seeds, roles);
    }

    private static SavedRuns.Roles roles(ObjectNode node, int runs) {
        return new SavedRuns.Roles(index(node, "live", runs), index(node, "reference", runs));
    }

    /** The index of a run; null for none. */
    private static @Nullable Integer index(ObjectNode node, String key, int runs) {
        JsonNode value = node.path(key);
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (!value.canConvertToInt() || value.asInt() < 0 || value.asInt() >= runs) {
            throw new InvalidInputException("roles." + key, Rule.WHOLE_WITHIN, 0, runs - 1, value);
        }
        return value.asInt();
    }

    private static ObjectNode write(SavedRun run) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", run.name());
        node.put("look", run.seriesIndex());
        node.put("visible", run.visible());
        node.put("pinned", run.pinned());
        node.set("experiment", ExperimentFormat.write(run.experiment()));
        if (run.original() != null) {
            node.set("original", PlaygroundFormat.write(run.original()));
        }
        if (run.log() == null) {
            HistoryFormat.put(run.history(), node);
        } else {
            node.set("log", TrainingLogFormat.write(run.log()));
        }
        return node;
    }

    private static SavedRun read(ObjectNode node) {
        Experiment experiment = ExperimentFormat.read(object(node.path("experiment"), "experiment"));
        TrainingLog log = node.has("log") ? TrainingLogFormat.read(object(node.path("log"), "log")) : null;
        return new SavedRun(
                node.path("name").asText(),
                Math.max(0, node.path("look").asInt()),
                node.path("visible").asBoolean(true),
                node.path("pinned").asBoolean(true),
                experiment,
                node.has("original") ? PlaygroundFormat.read(object(node.path("original"), "original")) : null,
                log == null ? HistoryFormat.read(node, experiment) : SavedHistory.ofLog(log, log.defaultAxis()),
                log);
    }

    private static ObjectNode write(SavedRuns.MultiSeedRuns seeds) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("experiment", ExperimentFormat.write(seeds.experiment()));
        ArrayNode runs = node.putArray("runs");
        for (SeedRunResult run : seeds.runs()) {
            ObjectNode entry = runs.addObject();
            entry.put("seed", run.seed());
            entry.set("rows", HistoryFormat.rows(run.rows()));
            entry.set("resulting", HistoryFormat.row(run.resulting()));
            entry.set("outcome", HistoryFormat.outcome(run.outcome()));
        }
        return node;
    }

    private static SavedRuns.MultiSeedRuns multiSeedRuns(ObjectNode node) {
        List<SeedRunResult> runs = new ArrayList<>();
        for (JsonNode run : node.path("runs")) {
            TrainingOutcome outcome = HistoryFormat.outcome(run.path("outcome"));
            if (outcome == null || run.path("rows").isEmpty()) {
                throw new InvalidInputException("seeds", Rule.SEED_RUN_INCOMPLETE);
            }
            runs.add(new SeedRunResult(
                    0,
                    run.path("seed").asInt(),
                    HistoryFormat.rows(run.path("rows")),
                    HistoryFormat.row(run.path("resulting")),
                    outcome));
        }
        if (runs.isEmpty()) {
            throw new InvalidInputException("seeds", Rule.SEED_RUN_REQUIRED);
        }
        return new SavedRuns.MultiSeedRuns(ExperimentFormat.read(object(node.path("experiment"), "experiment")), runs);
    }

    private static ObjectNode object(JsonNode node, String name) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw node.isMissingNode()
                ? new InvalidInputException(name, Rule.REQUIRED)
                : JsonObjectReader.invalid(name, Rule.OBJECT_VALUE, node);
    }
}
