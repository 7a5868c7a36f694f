package hyperlab.lab;

/**
 * How far a lesson is.
 *
 * @param step the step to continue with; equal to {@code steps} when the lesson is done
 * @param steps the number of steps of the lesson
 * @param score the mean score of the predictions so far, 0 … 1; NaN if there is none
 */
public record LessonProgress(int step, int steps, double score) {
    public static final LessonProgress NEW = new LessonProgress(0, 0, Double.NaN);

    public boolean isFinished() {
        return steps > 0 && step >= steps;
    }

    public boolean isBegun() {
        return step > 0 || !Double.isNaN(score);
    }
}
