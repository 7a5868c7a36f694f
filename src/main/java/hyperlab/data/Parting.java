package hyperlab.data;

import hyperlab.rule.Refusal;
import hyperlab.rule.Rules;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are kept for the test at the end, and which of the others validate; keys of the {@code data} object of an
 * experiment file. Of n rows in the order of the split the last ⌊n·testFraction⌋ are the test part: they neither train
 * nor validate. The R others are parted by {@code trainFraction}, or, with folds, cut into that many pieces in order, of
 * which piece {@code fold}, the places ⌊R·fold/folds⌋ to ⌊R·(fold + 1)/folds⌋, validates and the others train;
 * {@code trainFraction} then has no part.
 *
 * @param testFraction in [0, 1)
 * @param splitSeed what draws the order in place of the experiment's seed, so that the parts stay as they are while seeds
 *     change weights and shuffles; null for the experiment's
 * @param folds 0 for none, or 2 … {@value #MOST_FOLDS}
 * @param fold which piece validates, 0 … folds − 1; 0 without folds
 */
public record Parting(double testFraction, @Nullable Long splitSeed, int folds, int fold) {
    public static final int MOST_FOLDS = 20;
    public static final Parting DEFAULT = new Parting(0, null, 0, 0);

    public Parting {
        Rules.atLeastBelow("testFraction", testFraction, 0, 1);
        if (folds != 0 && (folds < 2 || folds > MOST_FOLDS)) {
            throw new Refusal("folds", "0 or a whole number from 2 to " + MOST_FOLDS, folds);
        }
        Rules.wholeWithin("fold", fold, 0, Math.max(0, folds - 1));
    }

    public Parting withTestFraction(double newTestFraction) {
        return new Parting(newTestFraction, splitSeed, folds, fold);
    }

    public Parting withSplitSeed(@Nullable Long newSplitSeed) {
        return new Parting(testFraction, newSplitSeed, folds, fold);
    }

    /** One fold of several. */
    public Parting withFold(int newFolds, int newFold) {
        return new Parting(testFraction, splitSeed, newFolds, newFold);
    }

    /** The seed that draws the order of an experiment's rows. */
    public long seedOf(long experimentSeed) {
        return splitSeed == null ? experimentSeed : splitSeed;
    }
}
