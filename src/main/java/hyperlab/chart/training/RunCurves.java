package hyperlab.chart.training;

import hyperlab.chart.series.Curve;

/**
 * One quantity of one run over its epochs.
 *
 * @param train on the training data
 * @param validation on the validation data
 */
public record RunCurves(Curve train, Curve validation) {
    public static final RunCurves EMPTY = new RunCurves(Curve.EMPTY, Curve.EMPTY);

    /** Returns the curves up to an epoch. */
    RunCurves until(double epoch) {
        return new RunCurves(train.until(epoch), validation.until(epoch));
    }

    /** Returns the curves up to an epoch, ending at the exact values there, which a bounded series may have dropped. */
    RunCurves until(TrainingCurvesModel.PlayHeadValues head) {
        RunCurves cut = until(head.epoch());
        return new RunCurves(
                cut.train.extendedTo(head.epoch(), head.train()),
                cut.validation.extendedTo(head.epoch(), head.validation()));
    }
}
