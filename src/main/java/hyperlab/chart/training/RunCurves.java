package hyperlab.chart.training;

import hyperlab.chart.series.Curve;

/**
 * One quantity of one run over its epochs.
 *
 * @param train on the training data
 * @param validation on the validation data
 * @param logged whether they are from a log, whose first value is not at epoch 0
 */
public record RunCurves(Curve train, Curve validation, boolean logged) {
    public static final RunCurves EMPTY = new RunCurves(Curve.EMPTY, Curve.EMPTY);

    /** The curves of a run, which begin at epoch 0 or where the run branches off from another. */
    public RunCurves(Curve train, Curve validation) {
        this(train, validation, false);
    }

    /** Returns the curves up to an epoch. */
    RunCurves until(double epoch) {
        return new RunCurves(train.until(epoch), validation.until(epoch), logged);
    }

    /** Returns the curves up to an epoch, ending at the exact values there, which a bounded series may have dropped. */
    RunCurves until(TrainingCurvesModel.PlayHeadValues head) {
        RunCurves cut = until(head.epoch());
        return new RunCurves(
                cut.train.extendedTo(head.epoch(), head.train()),
                cut.validation.extendedTo(head.epoch(), head.validation()),
                logged);
    }
}
