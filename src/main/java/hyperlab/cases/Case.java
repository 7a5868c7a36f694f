package hyperlab.cases;

import hyperlab.rule.Refusal;
import hyperlab.train.Experiment;
import hyperlab.tune.Found;
import hyperlab.tune.Study;
import java.util.HashSet;
import java.util.List;

/**
 * A worked case as it is stored: enough to run all of it again, and what came of it when it was recorded.
 *
 * @param name for files and texts, such as {@code iris}
 * @param plan the baseline, what tuning made of it, and under how many seeds and folds they are compared
 * @param tuned the keys in which the two differ, that which matters most first
 * @param study the search that found the tuned values; it never sees the rows held out
 * @param found what the search found of its trials
 * @param measure what is compared
 * @param recorded what the plan's runs came to; {@link CaseScores#NONE} before they were run
 */
public record Case(
        String name,
        CasePlan plan,
        List<String> tuned,
        Study study,
        List<Found> found,
        Measure measure,
        CaseScores recorded) {
    /** What decides which rows are held out is not for a search to choose. */
    private static final List<String> NOT_SEARCHED = List.of(
            "data.source",
            "data.samples",
            "data.split",
            "data.testFraction",
            "data.splitSeed",
            "data.folds",
            "data.fold");

    public Case {
        tuned = List.copyOf(tuned);
        found = List.copyOf(found);
        if (name.isBlank()) {
            throw new Refusal("name", "must be given");
        }
        if (tuned.isEmpty() || new HashSet<>(tuned).size() != tuned.size()) {
            throw new Refusal("tuned", "one key or more, each once", tuned);
        }
        Experiment searched = study.experiment();
        if (searched == null) {
            throw new Refusal("study.experiment", "must be given: a case is on data");
        }
        if (!searched.data().parting().equals(plan.before().data().parting())
                || !searched.data().source().equals(plan.before().data().source())) {
            throw new Refusal("study.experiment.data", "must hold the same rows out as before.data");
        }
        for (String key : study.space().keys()) {
            if (NOT_SEARCHED.contains(key)) {
                throw new Refusal("study.space", "must not hold what decides the test rows, got " + key);
            }
        }
        for (String key : tuned) {
            if (!study.space().keys().contains(key)) {
                throw new Refusal("tuned", "of the keys that the study searches", key);
            }
        }
        if (recorded.seeds() != 0 && recorded.seeds() != plan.seeds()) {
            throw new Refusal("recorded.before", "as many numbers as seeds, " + plan.seeds(), recorded.seeds());
        }
        if (recorded.seeds() != 0 && recorded.folds() != plan.folds()) {
            throw new Refusal("recorded.foldsBefore", "as many numbers as folds, " + plan.folds(), recorded.folds());
        }
    }

    /** The key that matters most. */
    public String headline() {
        return tuned.get(0);
    }

    /** The baseline. */
    public Experiment before() {
        return plan.before();
    }

    /** What tuning made of it. */
    public Experiment after() {
        return plan.after();
    }

    /** The same case elsewhere, such as with the paths of its files seen from another folder. */
    public Case withPlan(CasePlan newPlan, Study newStudy) {
        return new Case(name, newPlan, tuned, newStudy, found, measure, recorded);
    }

    public Case withRecorded(CaseScores newRecorded) {
        return new Case(name, plan, tuned, study, found, measure, newRecorded);
    }
}
