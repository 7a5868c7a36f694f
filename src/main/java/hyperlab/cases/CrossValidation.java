package hyperlab.cases;

import hyperlab.data.SplitSettings;
import hyperlab.rule.Checks;
import hyperlab.train.Experiment;

/**
 * Cross-validation of an experiment, for data with too few rows to rely on one validation part (Stone 1974,
 * "Cross-validatory choice and assessment of statistical predictions"). Every row that is not held out as test data is
 * used for validation once. With {@code training.patience} the validation fold also decides when to stop, so the scores
 * are optimistic.
 *
 * @param folds number of folds, from 2 to {@link SplitSettings#MAX_FOLDS}
 */
public record CrossValidation(Experiment experiment, int folds) {
    public CrossValidation {
        Checks.wholeWithin("folds", folds, 2, SplitSettings.MAX_FOLDS);
    }

    /** Returns the experiment that is trained without one fold and validated on it; {@code fold} counts from 0. */
    public Experiment of(int fold) {
        SplitSettings split = experiment.data().splitSettings().withFolds(folds, fold);
        return experiment.withData(experiment.data().withSplitSettings(split));
    }
}
