package hyperlab.data;

import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are held out for the test at the end, and which of the others are used for validation; keys of the
 * {@code data} object of an experiment file. Of n rows in split order, the last ⌊n·testFraction⌋ are the test data and
 * are used for neither training nor validation. The R other rows are split by {@code trainFraction}. With folds, they
 * are instead divided in order into that many parts: part {@code fold}, with the indices from ⌊R·fold/folds⌋ up to but
 * not including ⌊R·(fold + 1)/folds⌋, is used for validation and the others for training; {@code trainFraction} then
 * has no effect.
 *
 * @param testFraction in [0, 1)
 * @param splitSeed the seed that draws the order instead of the experiment's seed, so that the split stays the same
 *     while other seeds change weights and shuffles; null for the experiment's seed
 * @param folds 0 for none, or 2 … {@value #MAX_FOLDS}
 * @param fold the part for validation, 0 … folds − 1; 0 without folds
 */
public record SplitSettings(double testFraction, @Nullable Long splitSeed, int folds, int fold) {
    public static final int MAX_FOLDS = 20;
    public static final SplitSettings DEFAULT = new SplitSettings(0, null, 0, 0);

    public SplitSettings {
        Checks.atLeastBelow("testFraction", testFraction, 0, 1);
        if (folds != 0 && (folds < 2 || folds > MAX_FOLDS)) {
            throw new InvalidInputException("folds", Rule.ZERO_OR_WHOLE_WITHIN, 2, MAX_FOLDS, folds);
        }
        Checks.wholeWithin("fold", fold, 0, Math.max(0, folds - 1));
    }

    public SplitSettings withTestFraction(double newTestFraction) {
        return new SplitSettings(newTestFraction, splitSeed, folds, fold);
    }

    public SplitSettings withSplitSeed(@Nullable Long newSplitSeed) {
        return new SplitSettings(testFraction, newSplitSeed, folds, fold);
    }

    /** Returns a copy that validates on fold {@code newFold} of {@code newFolds}. */
    public SplitSettings withFolds(int newFolds, int newFold) {
        return new SplitSettings(testFraction, splitSeed, newFolds, newFold);
    }

    /** The seed that draws the order of an experiment's rows. */
    public long splitSeedFor(long experimentSeed) {
        return splitSeed == null ? experimentSeed : splitSeed;
    }
}
