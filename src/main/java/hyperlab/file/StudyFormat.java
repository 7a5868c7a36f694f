package hyperlab.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.cases.DefaultComparison;
import hyperlab.file.json.JsonObjectReader;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingSettings;
import hyperlab.tune.JobResult;
import hyperlab.tune.JournalEntry;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.SearchSpace;
import hyperlab.tune.TrialCurve;
import hyperlab.tune.TuningObjective;
import hyperlab.tune.TuningStudy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code hyperlab-study/1} as a JSON tree. {@code space} is required for an experiment; a test function has a default.
 * Every other key except {@code format} is optional. The defaults are the default experiment, the Bayesian method, the
 * objective {@code validationLoss}, 40 trials, seed 1 and two trials in parallel. {@code seconds} is the time limit
 * after which a run pauses, 0 for none; {@code results} are known results of its trials, which are not run again;
 * {@code comparison} has the best trial and the default under the same seeds, where a run that diverged has no value;
 * {@code curves} has the objective by epoch of trials that were trained here, with fewer points than epochs if
 * {@code recorded} says so.
 */
final class StudyFormat {
    static final String FORMAT = "hyperlab-study/1";

    private static final int TRIALS = 40;
    private static final int PARALLEL = 2;
    private static final String RESULTS = "results";
    private static final String SECONDS = "seconds";
    private static final String COMPARISON = "comparison";
    private static final String DEFAULT = "default";
    private static final String BEST = "best";
    private static final String CURVES = "curves";

    private StudyFormat() {}

    /** A study with the trial results in {@code results}, which is empty for a new study. */
    static Document.OfStudy readDocument(ObjectNode node) {
        JsonObjectReader keys = new JsonObjectReader(node);
        TuningStudy study = read(keys);
        double seconds = keys.number(SECONDS, 0);
        List<JournalEntry> found = keys.list(RESULTS, StudyFormat::trialResult, List.of());
        DefaultComparison comparison = keys.has(COMPARISON) ? keys.object(COMPARISON, StudyFormat::comparison) : null;
        Map<Integer, TrialCurve> curves = curves(keys.list(CURVES, StudyFormat::numberedCurve, List.of()));
        keys.rejectUnknownKeys();
        return new Document.OfStudy(study, found, seconds, comparison, curves);
    }

    static TuningStudy read(ObjectNode node) {
        JsonObjectReader keys = new JsonObjectReader(node);
        TuningStudy study = read(keys);
        keys.rejectUnknownKeys();
        return study;
    }

    private static TuningStudy read(JsonObjectReader keys) {
        keys.text("format", FORMAT);
        String function = keys.optionalText("function");
        if (function != null && keys.has("experiment")) {
            throw new InvalidInputException("function", Rule.EXPERIMENT_AND_FUNCTION);
        }
        TuningStudy study = new TuningStudy(
                function == null ? experiment(keys) : null,
                function,
                SearchSpaceFormat.read(keys, function),
                keys.object("method", SearchMethodFormat::read),
                keys.oneOf(
                        "objective",
                        TuningObjective.values(),
                        TuningObjective::fileName,
                        TuningObjective.VALIDATION_LOSS),
                keys.integer("trials", TRIALS, 1, TuningStudy.MAX_TRIALS),
                keys.longInteger("seed", 1),
                keys.integer("parallel", PARALLEL, 1, TuningStudy.MAX_PARALLEL));
        if (study.isRecordOnly() && !(study.method() instanceof SearchMethod.Recorded)) {
            throw new InvalidInputException(
                    "method", Rule.RECORDED_ONLY, study.method().name());
        }
        if (study.method() instanceof SearchMethod.Manual manual) {
            checkPoints(manual.points(), "method.points[%d]", study.space());
        }
        if (study.method() instanceof SearchMethod.Recorded recorded) {
            checkPoints(
                    recorded.trials().stream()
                            .map(SearchMethod.Recorded.RecordedTrial::values)
                            .toList(),
                    "method.trials[%d].values",
                    study.space());
        }
        return study;
    }

    private static void checkPoints(List<Map<String, String>> points, String name, SearchSpace space) {
        for (int i = 0; i < points.size(); i++) {
            try {
                space.point(points.get(i));
            } catch (InvalidInputException error) {
                throw error.withPrefix(name.formatted(i));
            }
        }
    }

    private static JournalEntry trialResult(JsonObjectReader keys) {
        JobResult result = new JobResult(
                keys.oneOf(
                        "state",
                        JobResult.JobOutcome.values(),
                        JobResult.JobOutcome::fileName,
                        JobResult.JobOutcome.COMPLETED),
                keys.integer("reached", 0, 0, TrainingSettings.MAX_EPOCHS),
                keys.has("value") ? keys.number("value", 0) : Double.NaN,
                keys.number(SECONDS, 0));
        return new JournalEntry(
                keys.integer("trial", 0, 0, TuningStudy.MAX_TRIALS - 1),
                keys.integer("epochs", 0, 0, TrainingSettings.MAX_EPOCHS),
                result);
    }

    private static DefaultComparison comparison(JsonObjectReader keys) {
        List<double[]> runs = keys.list(
                "runs", run -> new double[] {run.number(DEFAULT, Double.NaN), run.number(BEST, Double.NaN)}, List.of());
        return new DefaultComparison(
                keys.integer("trial", 0, 0, TuningStudy.MAX_TRIALS - 1),
                keys.longInteger("firstSeed", 0),
                keys.oneOf(
                        "evidence",
                        DefaultComparison.Evidence.values(),
                        DefaultComparison.Evidence::fileName,
                        DefaultComparison.Evidence.SEEN),
                keys.flag("test", false),
                runs.stream().map(run -> run[0]).toList(),
                runs.stream().map(run -> run[1]).toList());
    }

    static ObjectNode write(Document.OfStudy document) {
        ObjectNode node = write(document.study());
        if (document.seconds() > 0) {
            node.put(SECONDS, document.seconds());
        }
        if (!document.results().isEmpty()) {
            ArrayNode results = node.putArray(RESULTS);
            document.results().forEach(found -> results.add(write(found)));
        }
        DefaultComparison comparison = document.comparison();
        if (comparison != null) {
            node.set(COMPARISON, write(comparison));
        }
        if (!document.curves().isEmpty()) {
            ArrayNode curves = node.putArray(CURVES);
            new TreeMap<>(document.curves()).forEach((trial, curve) -> {
                ObjectNode object = curves.addObject().put("trial", trial);
                object.setAll(TrialCurveFormat.write(curve));
            });
        }
        return node;
    }

    private static ObjectNode write(DefaultComparison comparison) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("trial", comparison.trial())
                .put("firstSeed", comparison.firstSeed())
                .put("evidence", comparison.evidence().fileName())
                .put("test", comparison.test());
        ArrayNode runs = node.putArray("runs");
        for (int seed = 0; seed < comparison.seeds(); seed++) {
            ObjectNode run = runs.addObject();
            putFinite(run, DEFAULT, comparison.standard().get(seed));
            putFinite(run, BEST, comparison.best().get(seed));
        }
        return node;
    }

    private static void putFinite(ObjectNode node, String key, double value) {
        if (Double.isFinite(value)) {
            node.put(key, value);
        }
    }

    private static ObjectNode write(JournalEntry found) {
        JobResult result = found.result();
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("trial", found.trial())
                .put("epochs", found.epochs())
                .put("state", result.outcome().fileName())
                .put("reached", result.epochs());
        if (Double.isFinite(result.value())) {
            node.put("value", result.value());
        }
        return node.put(SECONDS, result.seconds());
    }

    static ObjectNode write(TuningStudy study) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", FORMAT);
        Experiment experiment = study.experiment();
        if (experiment == null) {
            node.put("function", study.function());
        } else {
            node.set("experiment", ExperimentFormat.write(experiment));
        }
        node.set("space", SearchSpaceFormat.write(study.space()));
        node.set("method", SearchMethodFormat.write(study.method()));
        node.put("objective", study.objective().fileName());
        node.put("trials", study.trials());
        node.put("seed", study.seed());
        node.put("parallel", study.parallel());
        return node;
    }

    private static Experiment experiment(JsonObjectReader keys) {
        JsonNode value = keys.value("experiment");
        if (value == null) {
            return Experiment.DEFAULT;
        }
        if (!(value instanceof ObjectNode object)) {
            throw JsonObjectReader.invalid("experiment", Rule.OBJECT, value);
        }
        try {
            return ExperimentFormat.read(object);
        } catch (InvalidInputException error) {
            throw error.withPrefix("experiment");
        }
    }

    private static Map.Entry<Integer, TrialCurve> numberedCurve(JsonObjectReader keys) {
        return Map.entry(keys.integer("trial", 0, 0, TuningStudy.MAX_TRIALS - 1), TrialCurveFormat.read(keys));
    }

    private static Map<Integer, TrialCurve> curves(List<Map.Entry<Integer, TrialCurve>> read) {
        Map<Integer, TrialCurve> curves = new TreeMap<>();
        int last = -1;
        for (int i = 0; i < read.size(); i++) {
            int trial = read.get(i).getKey();
            if (trial <= last) {
                throw new InvalidInputException(CURVES + "[" + i + "].trial", Rule.AFTER_TRIAL, last, trial);
            }
            curves.put(trial, read.get(i).getValue());
            last = trial;
        }
        return curves;
    }
}
