package hyperlab.cases;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.Experiment;
import hyperlab.tune.JournalEntry;
import hyperlab.tune.TuningStudy;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A worked case as it is stored: everything that is needed to run it again, and its recorded scores.
 *
 * @param name used in files and texts, such as {@code iris}
 * @param plan the baseline and the tuned experiment, and the numbers of seeds and folds with which they are compared
 * @param tunedKeys the keys whose values differ between the two, that of the headline first
 * @param study the study that found the tuned values; it never uses the held-out rows
 * @param trialResults the results of the study's trials
 * @param metric the metric that is compared
 * @param recordedScores the scores of the plan's runs; {@link CaseScores#NONE} before they were run
 */
public record Case(
        String name,
        CasePlan plan,
        List<String> tunedKeys,
        TuningStudy study,
        List<JournalEntry> trialResults,
        Metric metric,
        CaseScores recordedScores) {
    /** A name becomes part of file names, so it must not lead to another folder. */
    private static final Pattern PLAIN_NAME = Pattern.compile("[^./\\\\:\\p{Cntrl}][^/\\\\:\\p{Cntrl}]{0,99}");

    /** A study must not search the settings that determine the held-out rows. */
    private static final List<String> SPLIT_KEYS = List.of(
            "data.source",
            "data.samples",
            "data.split",
            "data.testFraction",
            "data.splitSeed",
            "data.folds",
            "data.fold");

    public Case {
        tunedKeys = List.copyOf(tunedKeys);
        trialResults = List.copyOf(trialResults);
        checkName(name);
        if (tunedKeys.isEmpty() || new HashSet<>(tunedKeys).size() != tunedKeys.size()) {
            throw new InvalidInputException("tuned", Rule.TUNED_KEYS, tunedKeys);
        }
        Experiment searched = study.experiment();
        if (searched == null) {
            throw new InvalidInputException("study.experiment", Rule.CASE_NEEDS_DATA);
        }
        if (!searched.data().splitSettings().equals(plan.before().data().splitSettings())
                || !searched.data().source().equals(plan.before().data().source())) {
            throw new InvalidInputException("study.experiment.data", Rule.SAME_TEST_ROWS);
        }
        for (String key : study.space().keys()) {
            if (SPLIT_KEYS.contains(key)) {
                throw new InvalidInputException("study.space", Rule.TEST_ROWS_SEARCHED, key);
            }
        }
        for (String key : tunedKeys) {
            if (!study.space().keys().contains(key)) {
                throw new InvalidInputException("tuned", Rule.NOT_SEARCHED, key);
            }
        }
        if (recordedScores.seeds() != 0 && recordedScores.seeds() != plan.seeds()) {
            throw new InvalidInputException(
                    "recorded.before", Rule.SCORES_PER_SEED, plan.seeds(), recordedScores.seeds());
        }
        if (recordedScores.seeds() != 0 && recordedScores.folds() != plan.folds()) {
            throw new InvalidInputException(
                    "recorded.foldsBefore", Rule.SCORES_PER_FOLD, plan.folds(), recordedScores.folds());
        }
    }

    /** Rejects a name that cannot be part of a file name. */
    static void checkName(String name) {
        if (name.isBlank()) {
            throw new InvalidInputException("name", Rule.REQUIRED);
        }
        if (!PLAIN_NAME.matcher(name).matches()) {
            throw new InvalidInputException("name", Rule.PLAIN_FILE_NAME);
        }
    }

    /** The tuned key of the headline. */
    public String mainKey() {
        return tunedKeys.get(0);
    }

    /** The baseline experiment. */
    public Experiment before() {
        return plan.before();
    }

    /** The tuned experiment. */
    public Experiment after() {
        return plan.after();
    }

    /** Returns the same case with another plan and study, for example with file paths relative to another folder. */
    public Case withPlan(CasePlan newPlan, TuningStudy newStudy) {
        return new Case(name, newPlan, tunedKeys, newStudy, trialResults, metric, recordedScores);
    }

    public Case withRecordedScores(CaseScores newRecorded) {
        return new Case(name, plan, tunedKeys, study, trialResults, metric, newRecorded);
    }
}
