package hyperlab.file;

import hyperlab.cases.Case;
import hyperlab.cases.CasePlan;
import hyperlab.cases.CaseScores;
import hyperlab.cases.Metric;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.Experiment;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningStudy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Creates a case from a study on data: the study's experiment before, its best trial's values after. */
public final class CaseFactory {
    private CaseFactory() {}

    /**
     * Creates the case without recorded scores; its keys are in the order of the search space.
     *
     * @param document a study of an experiment with held-out rows under a separate split seed
     * @param best the trial whose values are used; its seed is not, because the case has its own seeds
     * @param seeds the number of seeds for the comparison
     * @param folds the number of cross-validation folds, or 0
     * @throws InvalidInputException if the best trial changes nothing, or the experiment holds no rows out
     */
    public static Case of(
            String name, Document.OfStudy document, TrialRecord best, int seeds, int folds, Metric measure) {
        TuningStudy study = document.study();
        Experiment before = Objects.requireNonNull(study.experiment());
        List<String> assignments = new ArrayList<>();
        best.values().forEach((key, value) -> assignments.add(key + "=" + value));
        Experiment after = ExperimentOverrides.with(before, assignments);
        List<String> tuned = study.space().keys().stream()
                .filter(key -> !ExperimentOverrides.value(before, key).equals(ExperimentOverrides.value(after, key)))
                .toList();
        if (tuned.isEmpty()) {
            throw new InvalidInputException("study", Rule.NOTHING_TUNED);
        }
        CasePlan plan = new CasePlan(before, after, resetKey(before, after, tuned.get(0)), seeds, folds);
        return new Case(name, plan, tuned, study, document.results(), measure, CaseScores.NONE);
    }

    /** The same case with another of its tuned keys as the headline; recorded scores are dropped. */
    public static Case withHeadline(Case subject, String key) {
        List<String> tuned = new ArrayList<>(subject.tunedKeys());
        if (!tuned.remove(key)) {
            throw new InvalidInputException("tuned", Rule.NOT_TUNED, String.join(", ", subject.tunedKeys()), key);
        }
        tuned.add(0, key);
        CasePlan plan = new CasePlan(
                subject.before(),
                subject.after(),
                resetKey(subject.before(), subject.after(), key),
                subject.plan().seeds(),
                subject.plan().folds());
        return new Case(
                subject.name(),
                plan,
                tuned,
                subject.study(),
                subject.trialResults(),
                subject.metric(),
                CaseScores.NONE);
    }

    /** Returns {@code after} with one key reset to its value in {@code before}. */
    static Experiment resetKey(Experiment before, Experiment after, String key) {
        return ExperimentOverrides.with(after, key, ExperimentOverrides.value(before, key));
    }
}
