package hyperlab.file;

import hyperlab.cases.Case;
import hyperlab.cases.CasePlan;
import hyperlab.cases.CaseScores;
import hyperlab.cases.Measure;
import hyperlab.rule.Refusal;
import hyperlab.train.Experiment;
import hyperlab.tune.Study;
import hyperlab.tune.TrialRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** From a study on data to the case that it makes: its experiment before, its best trial's values after. */
public final class StudiedCase {
    private StudiedCase() {}

    /**
     * The case, with nothing recorded yet, its keys in the order of the search space.
     *
     * @param document a study of an experiment that holds rows out under a split seed of its own
     * @param best the trial whose values are taken; its seed is not, for the case runs under seeds of its own
     * @param seeds under how many seeds it is compared
     * @param folds of cross-validation, or 0
     * @throws Refusal where the best trial changes nothing, or the experiment holds no rows out
     */
    public static Case of(
            String name, Document.OfStudy document, TrialRow best, int seeds, int folds, Measure measure) {
        Study study = document.study();
        Experiment before = Objects.requireNonNull(study.experiment());
        List<String> assignments = new ArrayList<>();
        best.values().forEach((key, value) -> assignments.add(key + "=" + value));
        Experiment after = Settings.with(before, assignments);
        List<String> tuned = study.space().keys().stream()
                .filter(key -> !Settings.value(before, key).equals(Settings.value(after, key)))
                .toList();
        if (tuned.isEmpty()) {
            throw new Refusal("study", "a best trial with other values than the experiment has", "the same");
        }
        CasePlan plan = new CasePlan(before, after, setBack(before, after, tuned.get(0)), seeds, folds);
        return new Case(name, plan, tuned, study, document.found(), measure, CaseScores.NONE);
    }

    /** The same with another of its tuned keys as the one that matters most; what was recorded is dropped. */
    public static Case withHeadline(Case subject, String key) {
        List<String> tuned = new ArrayList<>(subject.tuned());
        if (!tuned.remove(key)) {
            throw new Refusal("tuned", "of " + String.join(", ", subject.tuned()), key);
        }
        tuned.add(0, key);
        CasePlan plan = new CasePlan(
                subject.before(),
                subject.after(),
                setBack(subject.before(), subject.after(), key),
                subject.plan().seeds(),
                subject.plan().folds());
        return new Case(
                subject.name(), plan, tuned, subject.study(), subject.found(), subject.measure(), CaseScores.NONE);
    }

    /** {@code after} with the value that one key has before. */
    static Experiment setBack(Experiment before, Experiment after, String key) {
        return Settings.with(after, key, Settings.value(before, key));
    }
}
