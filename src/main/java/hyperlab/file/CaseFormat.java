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
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.Experiment;
import hyperlab.train.SeededExperiments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * {@code hyperlab-case/1} as a JSON tree. {@code name}, {@code before}, {@code after}, {@code tuned} and {@code study}
 * are required. The defaults are 10 seeds, no folds, the measure accuracy and no recorded scores. {@code after} may
 * differ from {@code before} only in the keys of {@code tuned}.
 */
final class CaseFormat {
    static final String FORMAT = "hyperlab-case/1";

    private static final int SEEDS = 10;
    private static final Map<Configuration, String> SCORE_KEYS = scoreKeys();

    private CaseFormat() {}

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
        CaseScores scores = keys.object("recorded", CaseFormat::scores);
        keys.rejectUnknownKeys();
        if (tuned.isEmpty()) {
            throw new InvalidInputException("tuned", Rule.TUNED_KEYS_REQUIRED);
        }
        checkOnlyTunedKeysDiffer(before, after, tuned);
        Experiment setBack = resetKey(before, after, tuned.get(0));
        CasePlan plan = new CasePlan(before, after, setBack, seeds, folds);
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

    private static <T> T nested(JsonObjectReader keys, String key, Function<ObjectNode, T> read) {
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

    private static CaseScores scores(JsonObjectReader keys) {
        List<List<Double>> lists = new ArrayList<>();
        SCORE_KEYS.values().forEach(key -> lists.add(keys.numbers(key, List.of())));
        return new CaseScores(lists.get(0), lists.get(1), lists.get(2), lists.get(3), lists.get(4));
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
        node.put("seeds", subject.plan().seeds());
        node.put("folds", subject.plan().folds());
        node.put("measure", subject.metric().fileName());
        ObjectNode recorded = node.putObject("recorded");
        SCORE_KEYS.forEach((part, key) -> {
            ArrayNode numbers = recorded.putArray(key);
            subject.recordedScores().of(part).forEach(numbers::add);
        });
        return node;
    }

    /** In the order of the components of {@link CaseScores}. */
    private static Map<Configuration, String> scoreKeys() {
        Map<Configuration, String> keys = new LinkedHashMap<>();
        keys.put(Configuration.BEFORE, "before");
        keys.put(Configuration.AFTER, "after");
        keys.put(Configuration.ABLATION, "setBack");
        keys.put(Configuration.FOLD_BEFORE, "foldsBefore");
        keys.put(Configuration.FOLD_AFTER, "foldsAfter");
        return keys;
    }
}
