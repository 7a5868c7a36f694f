package hyperlab.cases;

import hyperlab.data.Parting;
import hyperlab.rule.Refusal;
import hyperlab.rule.Rules;
import hyperlab.train.Experiment;
import hyperlab.train.Seeds;
import org.jspecify.annotations.Nullable;

/**
 * What is to run for a case. Both experiments hold the same rows out, whatever their seed.
 *
 * @param before the baseline
 * @param after the tuned one
 * @param setBack the tuned one with its first key alone set back; null to leave that out
 * @param seeds under how many seeds each runs ({@link Seeds#of}), 1 … {@link Seeds#MOST}
 * @param folds of cross-validation of both, or 0 for none
 */
public record CasePlan(
        Experiment before, Experiment after, @Nullable Experiment setBack, int seeds, int folds) {
    public CasePlan {
        Rules.wholeWithin("seeds", seeds, 1, Seeds.MOST);
        if (folds != 0) {
            Rules.wholeWithin("folds", folds, 2, Parting.MOST_FOLDS);
        }
        refuseOpen("before", before);
        refuseOpen("after", after);
        if (!after.data().parting().equals(before.data().parting())
                || after.data().split() != before.data().split()) {
            throw new Refusal("after.data", "must hold the same rows out as before.data");
        }
    }

    /** Refuses an experiment that has no test part, or another under each seed. */
    private static void refuseOpen(String name, Experiment experiment) {
        Parting parting = experiment.data().parting();
        if (parting.testFraction() == 0) {
            throw new Refusal(name + ".data.testFraction", "> 0: what is tuned is judged by rows held out", 0);
        }
        if (parting.splitSeed() == null) {
            throw new Refusal(name + ".data.splitSeed", "must be given, so that every seed holds the same rows out");
        }
    }

    public CasePlan withSeeds(int newSeeds) {
        return new CasePlan(before, after, setBack, newSeeds, folds);
    }

    public CasePlan withFolds(int newFolds) {
        return new CasePlan(before, after, setBack, seeds, newFolds);
    }
}
