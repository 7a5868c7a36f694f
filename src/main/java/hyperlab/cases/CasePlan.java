package hyperlab.cases;

import hyperlab.cases.CaseScore.Configuration;
import hyperlab.data.SplitSettings;
import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.Experiment;
import hyperlab.train.SeededExperiments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a case. All its experiments hold out the same rows, regardless of the seed.
 *
 * @param before the baseline experiment
 * @param after the tuned experiment
 * @param singleChanges for each tuned key, the two experiments in which it alone is changed or set back
 * @param linear the linear reference; null for none
 * @param seeds number of seeds with which each is run ({@link SeededExperiments#experimentOf}), from 1 to
 *     {@link SeededExperiments#MAX_SEEDS}
 * @param folds number of cross-validation folds for the baseline and the tuned experiment; 0 for none
 */
public record CasePlan(
        Experiment before,
        Experiment after,
        List<SingleChange> singleChanges,
        @Nullable Experiment linear,
        int seeds,
        int folds) {

    /**
     * The two experiments that isolate one key (ablation).
     *
     * @param key the key; for several keys of one component, the component, such as {@code training.optimizer}
     * @param changedAlone the baseline with the tuned value of this key
     * @param setBackAlone the tuned experiment with the baseline's value of this key
     */
    public record SingleChange(String key, Experiment changedAlone, Experiment setBackAlone) {}

    public CasePlan {
        singleChanges = List.copyOf(singleChanges);
        Checks.wholeWithin("seeds", seeds, 1, SeededExperiments.MAX_SEEDS);
        if (folds != 0) {
            Checks.wholeWithin("folds", folds, 2, SplitSettings.MAX_FOLDS);
        }
        requireFixedTestRows("before", before);
        requireFixedTestRows("after", after);
        requireSameTestRows("after.data", before, after);
        if (linear != null) {
            requireSameTestRows("linear.data", before, linear);
            LinearReference.requireLinear(linear);
        }
    }

    /** Rejects an experiment without test data, or whose test data depends on the seed. */
    private static void requireFixedTestRows(String name, Experiment experiment) {
        SplitSettings split = experiment.data().splitSettings();
        if (split.testFraction() == 0) {
            throw new InvalidInputException(name + ".data.testFraction", Rule.TEST_ROWS_REQUIRED, 0);
        }
        if (split.splitSeed() == null) {
            throw new InvalidInputException(name + ".data.splitSeed", Rule.SPLIT_SEED_REQUIRED);
        }
    }

    private static void requireSameTestRows(String name, Experiment before, Experiment other) {
        if (!other.data().splitSettings().equals(before.data().splitSettings())
                || other.data().split() != before.data().split()) {
            throw new InvalidInputException(name, Rule.SAME_TEST_ROWS);
        }
    }

    /** The experiments that are run with every seed, in the order in which they are run. */
    public Map<Configuration, Experiment> experiments() {
        Map<Configuration, Experiment> experiments = new LinkedHashMap<>();
        experiments.put(Configuration.BEFORE, before);
        experiments.put(Configuration.AFTER, after);
        for (SingleChange change : singleChanges) {
            experiments.put(Configuration.changedAlone(change.key()), change.changedAlone());
            experiments.put(Configuration.setBackAlone(change.key()), change.setBackAlone());
        }
        if (linear != null) {
            experiments.put(Configuration.LINEAR, linear);
        }
        return experiments;
    }

    /** The number of trainings with all seeds and folds. */
    public int trainingCount() {
        return experiments().size() * seeds + 2 * folds;
    }

    /** The same plan with every experiment replaced, for example by one with other file paths. */
    public CasePlan map(UnaryOperator<Experiment> operator) {
        return new CasePlan(
                operator.apply(before),
                operator.apply(after),
                singleChanges.stream()
                        .map(change -> new SingleChange(
                                change.key(),
                                operator.apply(change.changedAlone()),
                                operator.apply(change.setBackAlone())))
                        .toList(),
                linear == null ? null : operator.apply(linear),
                seeds,
                folds);
    }

    public CasePlan withLinear(@Nullable Experiment newLinear) {
        return new CasePlan(before, after, singleChanges, newLinear, seeds, folds);
    }

    public CasePlan withSeeds(int newSeeds) {
        return new CasePlan(before, after, singleChanges, linear, newSeeds, folds);
    }

    public CasePlan withFolds(int newFolds) {
        return new CasePlan(before, after, singleChanges, linear, seeds, newFolds);
    }
}
