package hyperlab.cases;

import hyperlab.data.Parting;
import hyperlab.rule.Rules;
import hyperlab.train.Experiment;

/**
 * An experiment over the folds of its data, for where rows are too few to trust one validation part (Stone 1974,
 * "Cross-validatory choice and assessment of statistical predictions"). Every row that is not held out for the test
 * judges once. With {@code training.patience} the fold that judges also stops, which flatters.
 *
 * @param folds 2 … {@link Parting#MOST_FOLDS}
 */
public record CrossValidation(Experiment experiment, int folds) {
    public CrossValidation {
        Rules.wholeWithin("folds", folds, 2, Parting.MOST_FOLDS);
    }

    /** The experiment that trains without one fold, from 0, and is judged by it. */
    public Experiment of(int fold) {
        Parting parting = experiment.data().parting().withFold(folds, fold);
        return experiment.withData(experiment.data().withParting(parting));
    }
}
