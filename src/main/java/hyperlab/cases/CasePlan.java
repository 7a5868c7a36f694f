package hyperlab.cases;

import hyperlab.data.SplitSettings;
import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.Experiment;
import hyperlab.train.SeededExperiments;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a case. Both experiments hold out the same rows, regardless of the seed.
 *
 * @param before the baseline experiment
 * @param after the tuned experiment
 * @param ablation the tuned experiment with only its first key reset to the baseline's value (ablation); null for none
 * @param seeds number of seeds with which each is run ({@link SeededExperiments#experimentOf}), from 1 to {@link SeededExperiments#MAX_SEEDS}
 * @param folds number of cross-validation folds for both experiments; 0 for none
 */
public record CasePlan(
        Experiment before, Experiment after, @Nullable Experiment ablation, int seeds, int folds) {
    public CasePlan {
        Checks.wholeWithin("seeds", seeds, 1, SeededExperiments.MAX_SEEDS);
        if (folds != 0) {
            Checks.wholeWithin("folds", folds, 2, SplitSettings.MAX_FOLDS);
        }
        requireFixedTestRows("before", before);
        requireFixedTestRows("after", after);
        if (!after.data().splitSettings().equals(before.data().splitSettings())
                || after.data().split() != before.data().split()) {
            throw new InvalidInputException("after.data", Rule.SAME_TEST_ROWS);
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

    public CasePlan withSeeds(int newSeeds) {
        return new CasePlan(before, after, ablation, newSeeds, folds);
    }

    public CasePlan withFolds(int newFolds) {
        return new CasePlan(before, after, ablation, seeds, newFolds);
    }
}
