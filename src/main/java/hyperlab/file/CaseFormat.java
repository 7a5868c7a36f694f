package hyperlab.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.cases.Case;
import hyperlab.cases.CasePlan;
import hyperlab.cases.CaseScore.Configuration;
import hyperlab.cases.CaseScores;
import hyperlab.cases.Metric;
import hyperlab.data.SplitSettings;
import hyperlab.file.json.JsonObjectReader;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.Experiment;
import hyperlab.train.SeededExperiments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * {@code hyperlab-case/1} as a JSON tree. {@code name}, {@code before}, {@code after}, {@code tuned} and {@code study}
 * are required. The defaults are no linear reference, 10 seeds, no folds, the measure accuracy and no recorded scores.
 * {@code after} may differ from {@code before} only in the keys of {@code tuned}. The scores of {@code changedAlone}
 * and {@code setBackAlone} are objects with one list for each tuned key. Older files have one list {@code setBack}
 * instead, for the first tuned key. A case with {@code map} has another form: {@link MapCaseFormat}.
 */
final class CaseFormat {
    static final String FORMAT = "hyperlab-case/1";

    private static final int SEEDS = 10;
    /** The scores that have one list in the file, in its order. */
    private static final Map<Configuration, String> SCORE_KEYS = scoreKeys();

    private static final String CHANGED_ALONE = "changedAlone";
    private static final String SET_BACK_ALONE = "setBackAlone";
    private static final String SET_BACK = "setBack";

    private CaseFormat() {}

    static Document readDocument(ObjectNode node) {
        return node.has(MapCaseFormat.MAP)
                ? new Document.OfMapCase(MapCaseFormat.read(node))
                : new Document.OfCase(read(node));
    }

    static Case read(ObjectNode node) {
        JsonObjectReader keys = new JsonObjectReader(node);
        keys.text("format", FORMAT);
        String name = keys.text("name", "");
        Experiment before = nested(keys, "before", ExperimentFormat::read);
        Experiment after = nested(keys, "after", ExperimentFormat::read);
        List<String> tuned = keys.texts("tuned");
        Document.OfStudy study = nested(keys, "study", StudyFormat::readDocument);
        if (study.seconds() > 0) {
            throw new InvalidInputException("study.seconds", Rule.CASE_WITHOUT_TIME);
        }
        int seeds = keys.integer("seeds", SEEDS, 2, SeededExperiments.MAX_SEEDS);
        int folds = keys.integer("folds", 0, 0, SplitSettings.MAX_FOLDS);
        Metric measure = keys.oneOf("measure", Metric.values(), Metric::fileName, Metric.ACCURACY);
        Experiment linear = keys.has("linear") ? nested(keys, "linear", ExperimentFormat::read) : null;
        keys.value("recorded");
        keys.rejectUnknownKeys();
        if (tuned.isEmpty()) {
            throw new InvalidInputException("tuned", Rule.TUNED_KEYS_REQUIRED);
        }
        checkOnlyTunedKeysDiffer(before, after, tuned);
        List<CasePlan.SingleChange> changes = CaseFactory.singleChanges(before, after, tuned);
        List<String> changedKeys =
                changes.stream().map(CasePlan.SingleChange::key).toList();
        CaseScores scores = keys.object("recorded", recorded -> scores(recorded, changedKeys));
        CasePlan plan = new CasePlan(before, after, changes, linear, seeds, folds);
        return new Case(name, plan, tuned, study.study(), study.results(), measure, scores);
    }

    private static void checkOnlyTunedKeysDiffer(Experiment before, Experiment after, List<String> tuned) {
        Experiment back = after;
        for (String key : tuned) {
            if (ExperimentOverrides.value(before, key).equals(ExperimentOverrides.value(after, key))) {
                throw new InvalidInputException("tuned", Rule.TUNED_KEY_UNCHANGED, key);
            }
            back = resetKey(before, back, key);
        }
        if (!back.equals(before.withName(after.name()))) {
            throw new InvalidInputException("after", Rule.CHANGED_EXCEPT_TUNED);
        }
    }

    private static Experiment resetKey(Experiment before, Experiment after, String key) {
        try {
            return CaseFactory.resetKey(before, after, key);
        } catch (InvalidInputException error) {
            throw error.withPrefix("tuned");
        }
    }

    /** Reads the document under a key, which is required. */
    static <T> T nested(JsonObjectReader keys, String key, Function<ObjectNode, T> read) {
        JsonNode value = keys.value(key);
        if (value == null) {
            throw new InvalidInputException(key, Rule.REQUIRED);
        }
        if (!(value instanceof ObjectNode object)) {
            throw JsonObjectReader.invalid(key, Rule.OBJECT, value);
        }
        try {
            return read.apply(object);
        } catch (InvalidInputException error) {
            throw error.withPrefix(key);
        }
    }

    private static CaseScores scores(JsonObjectReader keys, List<String> changedKeys) {
        Map<Configuration, List<Double>> scores = new LinkedHashMap<>();
        SCORE_KEYS.forEach((configuration, key) -> scores.put(configuration, keys.numbers(key, List.of())));
        scores.putAll(
                keys.object(CHANGED_ALONE, reader -> scoresByKey(reader, changedKeys, Configuration::changedAlone)));
        scores.putAll(
                keys.object(SET_BACK_ALONE, reader -> scoresByKey(reader, changedKeys, Configuration::setBackAlone)));
        List<Double> setBack = keys.numbers(SET_BACK, List.of());
        if (!setBack.isEmpty()) {
            scores.put(Configuration.setBackAlone(changedKeys.get(0)), setBack);
        }
        keys.rejectUnknownKeys();
        return new CaseScores(scores);
    }

    private static Map<Configuration, List<Double>> scoresByKey(
            JsonObjectReader keys, List<String> changedKeys, Function<String, Configuration> configuration) {
        Map<Configuration, List<Double>> scores = new LinkedHashMap<>();
        changedKeys.forEach(key -> scores.put(configuration.apply(key), keys.numbers(key, List.of())));
        return scores;
    }

    static ObjectNode write(Case subject) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", FORMAT);
        node.put("name", subject.name());
        node.set("before", ExperimentFormat.write(subject.before()));
        node.set("after", ExperimentFormat.write(subject.after()));
        ArrayNode tuned = node.putArray("tuned");
        subject.tunedKeys().forEach(tuned::add);
        node.set("study", StudyFormat.write(new Document.OfStudy(subject.study(), subject.trialResults())));
        Experiment linear = subject.plan().linear();
        if (linear != null) {
            node.set("linear", ExperimentFormat.write(linear));
        }
        node.put("seeds", subject.plan().seeds());
        node.put("folds", subject.plan().folds());
        node.put("measure", subject.metric().fileName());
        ObjectNode recorded = node.putObject("recorded");
        CaseScores scores = subject.recordedScores();
        SCORE_KEYS.forEach((configuration, key) -> writeNumbers(recorded, key, scores.of(configuration)));
        if (!scores.keys().isEmpty()) {
            ObjectNode changedAlone = recorded.putObject(CHANGED_ALONE);
            ObjectNode setBackAlone = recorded.putObject(SET_BACK_ALONE);
            for (String key : scores.keys()) {
                writeNumbers(changedAlone, key, scores.of(Configuration.changedAlone(key)));
                writeNumbers(setBackAlone, key, scores.of(Configuration.setBackAlone(key)));
            }
        }
        return node;
    }

    private static void writeNumbers(ObjectNode node, String key, List<Double> values) {
        ArrayNode numbers = node.putArray(key);
        values.forEach(numbers::add);
    }

    private static Map<Configuration, String> scoreKeys() {
        Map<Configuration, String> keys = new LinkedHashMap<>();
        keys.put(Configuration.BEFORE, "before");
        keys.put(Configuration.AFTER, "after");
        keys.put(Configuration.LINEAR, "linear");
        keys.put(Configuration.FOLD_BEFORE, "foldsBefore");
        keys.put(Configuration.FOLD_AFTER, "foldsAfter");
        return keys;
    }
}
