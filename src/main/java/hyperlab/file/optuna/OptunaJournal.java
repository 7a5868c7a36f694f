package hyperlab.file.optuna;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hyperlab.file.disk.InputFile;
import hyperlab.file.json.StrictJson;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.rule.SourceLocation;
import hyperlab.tune.SearchDimension;
import hyperlab.tune.TrialCurve;
import hyperlab.tune.TuningStudy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the journal of Optuna's {@code JournalFileBackend}: one operation as JSON in each line. An operation on a trial
 * that has ended has no effect, as in Optuna. A last line without a line break was still being written, so it is left
 * out.
 */
final class OptunaJournal {
    /** The maximum size of a journal in bytes. */
    static final int MAX_BYTES = 128 << 20;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String label;
    private final Map<Integer, StudyBuilder> studies = new LinkedHashMap<>();
    private final List<TrialBuilder> trials = new ArrayList<>();
    private int studiesCreated;

    private static final class StudyBuilder {
        final String name;
        final List<Integer> directions = new ArrayList<>();
        final Map<String, String> attributes = new LinkedHashMap<>();
        final List<TrialBuilder> trials = new ArrayList<>();

        StudyBuilder(String name) {
            this.name = name;
        }
    }

    private static final class TrialBuilder {
        OptunaTrial.OptunaState state = OptunaTrial.OptunaState.RUNNING;
        double value = Double.NaN;
        final Map<String, String> values = new LinkedHashMap<>();
        final Map<String, OptunaDistribution> distributions = new LinkedHashMap<>();
        final Map<String, String> attributes = new LinkedHashMap<>();
        final TreeMap<Integer, Double> steps = new TreeMap<>();

        @Nullable
        LocalDateTime start;

        @Nullable
        LocalDateTime end;

        boolean hasEnded() {
            return state != OptunaTrial.OptunaState.RUNNING && state != OptunaTrial.OptunaState.WAITING;
        }

        private TrialCurve curve() {
            TreeMap<Integer, Double> finite = new TreeMap<>(steps);
            finite.entrySet().removeIf(step -> step.getKey() < 0 || !Double.isFinite(step.getValue()));
            return new TrialCurve(List.copyOf(finite.keySet()), List.copyOf(finite.values()), finite.size());
        }

        OptunaTrial toTrial(int number) {
            boolean lastStepCounts = Double.isNaN(value) && state == OptunaTrial.OptunaState.PRUNED && !steps.isEmpty();
            LocalDateTime from = start;
            LocalDateTime to = end;
            return new OptunaTrial(
                    number,
                    state,
                    values,
                    lastStepCounts ? steps.lastEntry().getValue() : value,
                    attributes,
                    curve(),
                    steps.isEmpty() ? -1 : steps.lastKey(),
                    from == null || to == null
                            ? 0
                            : Math.max(0, (double) Duration.between(from, to).toMillis() / 1_000));
        }
    }

    private OptunaJournal(String label) {
        this.label = label;
    }

    /** Whether a file begins like a journal. */
    static boolean isJournal(String start) {
        return start.startsWith("{\"op_code\":") || start.startsWith("{\"op_code\" :");
    }

    /**
     * Reads one study.
     *
     * @param name of the study; null for the only one
     */
    static OptunaRecord read(Path path, @Nullable String name) {
        String text = InputFile.readText(path, MAX_BYTES);
        OptunaJournal journal = new OptunaJournal(path.toString());
        boolean truncated = journal.read(text);
        return journal.record(name, truncated);
    }

    /** The names of the studies, oldest first. */
    static List<String> names(Path path) {
        OptunaJournal journal = new OptunaJournal(path.toString());
        journal.read(InputFile.readText(path, MAX_BYTES));
        return journal.studies.values().stream().map(study -> study.name).toList();
    }

    private boolean read(String text) {
        int start = 0;
        for (int line = 1; start < text.length(); line++) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                return true;
            }
            String operation = text.substring(start, end).strip();
            if (!operation.isEmpty()) {
                apply(parse(operation, line), line);
            }
            start = end + 1;
        }
        return false;
    }

    private JsonNode parse(String json, int line) {
        try (JsonParser parser = StrictJson.parser(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))) {
            JsonNode node = MAPPER.readTree(parser);
            if (node != null && node.isObject() && parser.nextToken() == null) {
                return node;
            }
        } catch (IOException damaged) {
            throw new InvalidInputException(SourceLocation.line(label, line), Rule.OPTUNA_LINE).withCause(damaged);
        }
        throw invalid(line);
    }

    private InvalidInputException invalid(int line) {
        return new InvalidInputException(SourceLocation.line(label, line), Rule.OPTUNA_LINE);
    }

    private void apply(JsonNode log, int line) {
        switch (log.path("op_code").asInt(-1)) {
            case 0 -> createStudy(log);
            case 1 -> studies.remove(log.path("study_id").asInt(-1));
            case 2 -> {
                StudyBuilder study = studies.get(log.path("study_id").asInt(-1));
                if (study != null) {
                    putAll(study.attributes, log.path("user_attr"));
                }
            }
            case 3, 9 -> {
                // The internal notes of samplers and pruners are not needed.
            }
            case 4 -> createTrial(log, line);
            case 5 -> {
                TrialBuilder trial = trial(log, line);
                if (!trial.hasEnded()) {
                    setParameter(
                            trial,
                            log.path("param_name").asText(),
                            distribution(log.path("distribution"), line),
                            log.path("param_value_internal"),
                            line);
                }
            }
            case 6 -> setState(trial(log, line), log, line);
            case 7 -> {
                TrialBuilder trial = trial(log, line);
                if (!trial.hasEnded()) {
                    trial.steps.put(
                            log.path("step").asInt(),
                            log.path("intermediate_value").asDouble(Double.NaN));
                }
            }
            case 8 -> {
                TrialBuilder trial = trial(log, line);
                if (!trial.hasEnded()) {
                    putAll(trial.attributes, log.path("user_attr"));
                }
            }
            default -> throw invalid(line);
        }
    }

    private void createStudy(JsonNode log) {
        String name = log.path("study_name").asText();
        if (studies.values().stream().anyMatch(study -> study.name.equals(name))) {
            return;
        }
        StudyBuilder study = new StudyBuilder(name);
        log.path("directions").forEach(direction -> study.directions.add(direction.asInt()));
        studies.put(studiesCreated, study);
        studiesCreated++;
    }

    private void createTrial(JsonNode log, int line) {
        StudyBuilder study = studies.get(log.path("study_id").asInt(-1));
        if (study == null) {
            return;
        }
        TrialBuilder trial = new TrialBuilder();
        trial.state = state(log.path("state"), OptunaTrial.OptunaState.RUNNING, line);
        trial.start = time(log.path("datetime_start"));
        trial.end = time(log.path("datetime_complete"));
        JsonNode single = log.path("value");
        trial.value = value(single.isNumber() ? single : log.path("values").path(0));
        log.path("params")
                .properties()
                .forEach(parameter -> setParameter(
                        trial,
                        parameter.getKey(),
                        distribution(log.path("distributions").path(parameter.getKey()), line),
                        parameter.getValue(),
                        line));
        putAll(trial.attributes, log.path("user_attrs"));
        log.path("intermediate_values").properties().forEach(step -> {
            try {
                trial.steps.put(Integer.valueOf(step.getKey()), value(step.getValue()));
            } catch (NumberFormatException e) {
                throw new InvalidInputException(SourceLocation.line(label, line), Rule.OPTUNA_LINE).withCause(e);
            }
        });
        study.trials.add(trial);
        trials.add(trial);
    }

    private TrialBuilder trial(JsonNode log, int line) {
        int id = log.path("trial_id").asInt(-1);
        if (id < 0 || id >= trials.size()) {
            throw invalid(line);
        }
        return trials.get(id);
    }

    private void setState(TrialBuilder trial, JsonNode log, int line) {
        if (trial.hasEnded()) {
            return;
        }
        OptunaTrial.OptunaState state = state(log.path("state"), null, line);
        if (state == OptunaTrial.OptunaState.RUNNING && log.hasNonNull("datetime_start")) {
            trial.start = time(log.path("datetime_start"));
        }
        trial.state = state;
        trial.end = time(log.path("datetime_complete"));
        if (log.path("values").isArray()) {
            trial.value = value(log.path("values").path(0));
        }
    }

    private OptunaTrial.OptunaState state(JsonNode node, OptunaTrial.@Nullable OptunaState missing, int line) {
        OptunaTrial.OptunaState[] all = OptunaTrial.OptunaState.values();
        if (node.isMissingNode() && missing != null) {
            return missing;
        }
        int state = node.asInt(-1);
        if (state < 0 || state >= all.length) {
            throw invalid(line);
        }
        return all[state];
    }

    /** A distribution is JSON inside a JSON string. */
    private OptunaDistribution distribution(JsonNode text, int line) {
        OptunaDistribution distribution = OptunaDistribution.of(parse(text.asText(), line));
        if (distribution == null) {
            throw invalid(line);
        }
        return distribution;
    }

    private void setParameter(
            TrialBuilder trial, String name, OptunaDistribution distribution, JsonNode internal, int line) {
        String value = internal.isNumber() ? distribution.value(internal.asDouble()) : null;
        if (value == null) {
            throw invalid(line);
        }
        trial.values.put(name, value);
        trial.distributions.put(name, distribution);
    }

    private static double value(JsonNode node) {
        return node.isNumber() ? node.asDouble() : Double.NaN;
    }

    private static void putAll(Map<String, String> target, JsonNode attributes) {
        attributes
                .properties()
                .forEach(field -> target.put(
                        field.getKey(),
                        field.getValue().isTextual()
                                ? field.getValue().textValue()
                                : field.getValue().toString()));
    }

    private static @Nullable LocalDateTime time(JsonNode node) {
        try {
            return node.isTextual() ? LocalDateTime.parse(node.textValue()) : null;
        } catch (DateTimeParseException unknownForm) {
            return null;
        }
    }

    private OptunaRecord record(@Nullable String name, boolean truncated) {
        StudyBuilder study = study(name);
        if (study.directions.size() > 1) {
            throw new InvalidInputException(label, Rule.OPTUNA_OBJECTIVES);
        }
        if (study.trials.size() > TuningStudy.MAX_TRIALS) {
            throw new InvalidInputException(label, Rule.AT_MOST_ENTRIES, TuningStudy.MAX_TRIALS, study.trials.size());
        }
        Map<String, OptunaDistribution> distributions = new LinkedHashMap<>();
        List<OptunaTrial> all = new ArrayList<>();
        for (TrialBuilder trial : study.trials) {
            trial.distributions.forEach((key, each) -> distributions.merge(key, each, OptunaDistribution::union));
            all.add(trial.toTrial(all.size()));
        }
        Map<String, SearchDimension> space = new LinkedHashMap<>();
        distributions.forEach((key, distribution) -> space.put(key, dimension(key, distribution)));
        return new OptunaRecord(study.directions.contains(2), true, space, study.attributes, all, truncated);
    }

    private static SearchDimension dimension(String key, OptunaDistribution distribution) {
        try {
            return distribution.dimension();
        } catch (InvalidInputException error) {
            throw error.withPrefix(key);
        }
    }

    private StudyBuilder study(@Nullable String name) {
        if (studies.isEmpty()) {
            throw new InvalidInputException(label, Rule.OPTUNA_NO_STUDY);
        }
        String names = studies.values().stream().map(study -> study.name).collect(Collectors.joining(", "));
        if (name == null && studies.size() > 1) {
            throw new InvalidInputException(label, Rule.OPTUNA_STUDIES, names);
        }
        return studies.values().stream()
                .filter(study -> name == null || study.name.equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidInputException("--study", Rule.OPTUNA_STUDY, names, String.valueOf(name)));
    }
}
