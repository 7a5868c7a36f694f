package hyperlab.file;

import hyperlab.cases.Case;
import hyperlab.cases.CasePlan;
import hyperlab.cases.CaseScores;
import hyperlab.cases.LinearReference;
import hyperlab.cases.Metric;
import hyperlab.data.DataSplit;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.Experiment;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningStudy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        CasePlan plan = new CasePlan(before, after, singleChanges(before, after, tuned), null, seeds, folds);
        return new Case(name, plan, tuned, study, document.results(), measure, CaseScores.NONE);
    }

    /**
     * The same case with a linear reference and without recorded scores.
     *
     * @param partition the split data of the baseline
     */
    public static Case withLinearReference(Case subject, DataSplit partition) {
        Experiment linear = LinearReference.of(
                subject.after(), partition.all(), partition.train().samples());
        return subject.withRecordedScores(CaseScores.NONE)
                .withPlan(subject.plan().withLinear(linear), subject.study());
    }

    /** The same case with another of its tuned keys as the headline. */
    public static Case withHeadline(Case subject, String key) {
        List<String> tuned = new ArrayList<>(subject.tunedKeys());
        if (!tuned.remove(key)) {
            throw new InvalidInputException("tuned", Rule.NOT_TUNED, String.join(", ", subject.tunedKeys()), key);
        }
        tuned.add(0, key);
        CasePlan plan = subject.plan();
        CasePlan reordered = new CasePlan(
                plan.before(),
                plan.after(),
                singleChanges(plan.before(), plan.after(), tuned),
                plan.linear(),
                plan.seeds(),
                plan.folds());
        return new Case(
                subject.name(),
                reordered,
                tuned,
                subject.study(),
                subject.trialResults(),
                subject.metric(),
                subject.recordedScores());
    }

    /**
     * The experiments in which one key alone is changed or set back. Several tuned keys of one component, such as the
     * optimizer, count as one key: they have a meaning only together.
     */
    static List<CasePlan.SingleChange> singleChanges(Experiment before, Experiment after, List<String> tunedKeys) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        tunedKeys.forEach(key -> groups.computeIfAbsent(ExperimentOverrides.component(key), each -> new ArrayList<>())
                .add(key));
        List<CasePlan.SingleChange> changes = new ArrayList<>();
        groups.forEach((component, keys) -> changes.add(new CasePlan.SingleChange(
                keys.size() == 1 ? keys.get(0) : component,
                resetKey(after, before, component),
                resetKey(before, after, component))));
        return changes;
    }

    /** Returns {@code after} with the component of one key reset to its value in {@code before}. */
    static Experiment resetKey(Experiment before, Experiment after, String key) {
        String component = ExperimentOverrides.component(key);
        return ExperimentOverrides.with(after, component, ExperimentOverrides.value(before, component));
    }
}
