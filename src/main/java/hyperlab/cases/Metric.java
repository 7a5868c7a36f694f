package hyperlab.cases;

import hyperlab.data.PredictionTask;
import hyperlab.nn.Evaluation;

/** The metric that a case compares. */
public enum Metric {
    /** Share of correctly predicted rows, in [0, 1]. */
    ACCURACY("accuracy"),
    /**
     * Root mean squared error in the unit of the target: √(2·loss), because the loss is half the mean squared error.
     */
    RMSE("rmse");

    /** Relative tolerance for rounding differences between machines. */
    private static final double TOLERANCE = 1e-6;

    private final String fileName;

    Metric(String fileName) {
        this.fileName = fileName;
    }

    /** The metric for a task. */
    public static Metric of(PredictionTask task) {
        return task == PredictionTask.CLASSIFICATION ? ACCURACY : RMSE;
    }

    /** The name in files. */
    public String fileName() {
        return fileName;
    }

    public boolean isLargerBetter() {
        return this == ACCURACY;
    }

    /** The metric's value for an evaluation of a matching task: with accuracy, or with the squared-error loss. */
    public double of(Evaluation evaluation) {
        return this == ACCURACY ? evaluation.accuracy() : Math.sqrt(2 * evaluation.loss());
    }

    /** Returns whether two values are equal up to rounding. */
    public boolean isEqual(double one, double other) {
        return Double.compare(one, other) == 0
                || Math.abs(one - other) <= TOLERANCE * Math.max(Math.abs(one), Math.abs(other));
    }
}
