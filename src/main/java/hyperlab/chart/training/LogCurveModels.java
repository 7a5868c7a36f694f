package hyperlab.chart.training;

import hyperlab.chart.series.BoundedSeries;
import hyperlab.chart.series.Curve;
import hyperlab.log.LogAxis;
import hyperlab.log.LogQuantity;
import hyperlab.log.LogSeries;
import hyperlab.log.TrainingLog;
import org.jspecify.annotations.Nullable;

/** What the training charts show of another program's log. */
public final class LogCurveModels {
    private LogCurveModels() {}

    /** The losses of a log over an axis. */
    public static RunCurves loss(TrainingLog log, LogAxis axis) {
        return curves(log, axis, LogQuantity.TRAIN_LOSS, LogQuantity.VALIDATION_LOSS);
    }

    /** The accuracies of a log over an axis. */
    public static RunCurves accuracy(TrainingLog log, LogAxis axis) {
        return curves(log, axis, LogQuantity.TRAIN_ACCURACY, LogQuantity.VALIDATION_ACCURACY);
    }

    private static RunCurves curves(TrainingLog log, LogAxis axis, LogQuantity train, LogQuantity validation) {
        BoundedSeries trainPoints = points(log.get(train), axis);
        BoundedSeries validationPoints = points(log.get(validation), axis);
        return new RunCurves(trainPoints.curve(), validationPoints.curve(), true);
    }

    private static BoundedSeries points(@Nullable LogSeries series, LogAxis axis) {
        BoundedSeries points = new BoundedSeries();
        if (series != null) {
            double[] x = series.positions(axis);
            double latest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < series.size(); i++) {
                if (x[i] > latest && Double.isFinite(series.values()[i])) {
                    points.add(x[i], series.values()[i]);
                    latest = x[i];
                }
            }
        }
        return points;
    }

    /** A chart of a log alone, with the position from which its training loss is not finite. */
    public static TrainingCurvesModel alone(TrainingLog log, LogAxis axis, RunCurves curves) {
        TrainingCurvesModel model =
                TrainingCurvesModel.of(curves, (int) Math.min(Integer.MAX_VALUE, Math.ceil(log.end(axis))));
        Integer diverged = divergedAt(log, axis);
        return diverged == null ? model : model.withDivergence(diverged);
    }

    /** The chart of a log up to a position. */
    public static TrainingCurvesModel until(TrainingCurvesModel whole, int position) {
        RunLine run = whole.chosenRun();
        return run == null
                ? whole
                : whole.with(new TrainingCurvesModel.PlayHeadValues(
                                position,
                                valueAt(run.curves().train(), position),
                                valueAt(run.curves().validation(), position)))
                        .untilPlayHead();
    }

    /** The value at a position if there is one; NaN between values, which hides the mark of the play head. */
    private static double valueAt(Curve curve, int position) {
        for (int i = 0; i < curve.size(); i++) {
            if (curve.x(i) == position) {
                return curve.y(i);
            }
        }
        return Double.NaN;
    }

    /** The position from which the training loss is not finite to the end; null if it is finite there. */
    public static @Nullable Integer divergedAt(TrainingLog log, LogAxis axis) {
        LogSeries train = log.get(LogQuantity.TRAIN_LOSS);
        int first = train == null ? 0 : train.size();
        while (train != null && first > 0 && !Double.isFinite(train.values()[first - 1])) {
            first--;
        }
        return train == null || first == train.size()
                ? null
                : (Integer) (int) Math.min(Integer.MAX_VALUE, Math.ceil(train.positions(axis)[first]));
    }
}
