package hyperlab.cases;

import hyperlab.data.Task;
import hyperlab.nn.Evaluation;

/** What a case compares by. */
public enum Measure {
    /** Share of the rows predicted right, in [0, 1]. */
    ACCURACY("accuracy"),
    /** Root of the mean squared error, in the target's unit: √(2·loss), the loss being half of it. */
    RMSE("rmse");

    /** So far apart, relatively, may two machines be that round in other places. */
    private static final double TOLERANCE = 1e-6;

    private final String fileName;

    Measure(String fileName) {
        this.fileName = fileName;
    }

    /** The one for a task. */
    public static Measure of(Task task) {
        return task == Task.CLASSIFICATION ? ACCURACY : RMSE;
    }

    /** The name in files. */
    public String fileName() {
        return fileName;
    }

    public boolean isLargerBetter() {
        return this == ACCURACY;
    }

    /** Its value for an evaluation of a fitting task, by cross-entropy or squared error. */
    public double of(Evaluation evaluation) {
        return this == ACCURACY ? evaluation.accuracy() : Math.sqrt(2 * evaluation.loss());
    }

    /** Whether two values are the same, but for how machines round. */
    public boolean agrees(double one, double other) {
        return Double.compare(one, other) == 0
                || Math.abs(one - other) <= TOLERANCE * Math.max(Math.abs(one), Math.abs(other));
    }
}
