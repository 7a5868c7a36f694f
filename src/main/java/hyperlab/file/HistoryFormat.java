package hyperlab.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.file.json.StrictJson;
import hyperlab.file.runs.ChangedSetting;
import hyperlab.file.runs.SavedHistory;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingOutcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The history of a run within {@code hyperlab-runs/1}. A row is an array of the numbers of a {@code history.csv} row in
 * the same order; non-finite numbers are null.
 */
final class HistoryFormat {
    private static final String COMPLETED = "completed";
    private static final String STOPPED = "stopped";
    private static final String DIVERGED = "diverged";
    private static final int NUMBERS = 9;

    private HistoryFormat() {}

    /** Adds the history's keys to a run's object. */
    static void put(SavedHistory history, ObjectNode node) {
        node.put("stride", history.stride());
        node.set("rows", rows(history.rows()));
        node.set("best", row(history.best()));
        TrainingOutcome outcome = history.outcome();
        if (outcome != null) {
            node.set("outcome", outcome(outcome));
        }
        if (history.branchedAt() > 0) {
            node.put("branchedAt", history.branchedAt());
        }
        if (!history.changes().isEmpty()) {
            ArrayNode changes = node.putArray("changes");
            history.changes().forEach(change -> changes.add(change(change)));
        }
    }

    /** @param experiment the experiment that the run was started with */
    static SavedHistory read(ObjectNode node, Experiment experiment) {
        List<SavedHistory.SettingChange> changes = new ArrayList<>();
        for (JsonNode change : node.path("changes")) {
            changes.add(change(change, experiment));
        }
        return new SavedHistory(
                Math.max(1, node.path("stride").asInt(1)),
                rows(node.path("rows")),
                row(node.path("best")),
                outcome(node.path("outcome")),
                Math.max(0, node.path("branchedAt").asInt()),
                changes);
    }

    static ArrayNode rows(List<EpochReport> rows) {
        ArrayNode node = JsonNodeFactory.instance.arrayNode();
        rows.forEach(row -> node.add(row(row)));
        return node;
    }

    static List<EpochReport> rows(JsonNode node) {
        List<EpochReport> rows = new ArrayList<>();
        for (JsonNode row : node) {
            rows.add(row(row));
        }
        return rows;
    }

    static ArrayNode row(EpochReport row) {
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

    static EpochReport row(JsonNode numbers) {
        if (numbers.size() != NUMBERS) {
            throw new InvalidInputException("rows", Rule.HISTORY_ROW, NUMBERS, numbers.size());
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

    static ObjectNode outcome(TrainingOutcome outcome) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("epochs", outcome.epochs());
        node.put("bestEpoch", outcome.bestEpoch());
        return outcome.accept(new TrainingOutcome.Visitor<>() {
            @Override
            public ObjectNode visit(TrainingOutcome.Completed completed) {
                return node.put("outcome", COMPLETED).put("early", completed.early());
            }

            @Override
            public ObjectNode visit(TrainingOutcome.Stopped stopped) {
                return node.put("outcome", STOPPED);
            }

            @Override
            public ObjectNode visit(TrainingOutcome.Diverged diverged) {
                return node.put("outcome", DIVERGED);
            }
        });
    }

    static @Nullable TrainingOutcome outcome(JsonNode node) {
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

    private static ObjectNode change(SavedHistory.SettingChange change) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("key", change.setting().key());
        node.put("epoch", change.epoch());
        node.put("step", change.step());
        node.set(
                "before",
                StrictJson.value(
                        ExperimentOverrides.value(
                                change.before(), change.setting().key()),
                        "before"));
        node.set(
                "after",
                StrictJson.value(
                        ExperimentOverrides.value(
                                change.after(), change.setting().key()),
                        "after"));
        return node;
    }

    private static SavedHistory.SettingChange change(JsonNode node, Experiment experiment) {
        ChangedSetting setting = ChangedSetting.of(node.path("key").asText());
        return new SavedHistory.SettingChange(
                setting,
                node.path("epoch").asDouble(),
                node.path("step").asLong(),
                ExperimentOverrides.with(
                        experiment, setting.key(), node.path("before").toString()),
                ExperimentOverrides.with(
                        experiment, setting.key(), node.path("after").toString()));
    }

    private static double number(JsonNode node) {
        return node.isNumber() ? node.doubleValue() : Double.NaN;
    }
}
