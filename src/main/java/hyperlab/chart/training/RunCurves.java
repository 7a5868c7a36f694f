package hyperlab.chart.training;

import hyperlab.chart.series.BoundedSeries;
import hyperlab.chart.series.Curve;
import hyperlab.log.LogAxis;
import hyperlab.log.LogQuantity;
import hyperlab.log.LogSeries;
import hyperlab.log.TrainingLog;
import org.jspecify.annotations.Nullable;

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

    /** The losses of another program's log over an axis. */
    public static RunCurves ofLoss(TrainingLog log, LogAxis axis) {
        return ofLog(log, axis, LogQuantity.TRAIN_LOSS, LogQuantity.VALIDATION_LOSS);
    }

    /** The accuracies of another program's log over an axis. */
    public static RunCurves ofAccuracy(TrainingLog log, LogAxis axis) {
        return ofLog(log, axis, LogQuantity.TRAIN_ACCURACY, LogQuantity.VALIDATION_ACCURACY);
    }

    private static RunCurves ofLog(TrainingLog log, LogAxis axis, LogQuantity train, LogQuantity validation) {
        return new RunCurves(curve(log.get(train), axis), curve(log.get(validation), axis), true);
    }

    private static Curve curve(@Nullable LogSeries series, LogAxis axis) {
        BoundedSeries points = new BoundedSeries();
        double[] x = series == null ? new double[0] : series.positions(axis);
        double latest = Double.NEGATIVE_INFINITY;
        for (int i = 0; series != null && i < x.length; i++) {
            if (x[i] > latest && Double.isFinite(series.values()[i])) {
                points.add(x[i], series.values()[i]);
                latest = x[i];
            }
        }
        return points.curve();
    }
}
