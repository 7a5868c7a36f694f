package hyperlab.lab;

/**
 * How far a lesson is.
 *
 * @param step the step to continue with; equal to {@code steps} when the lesson is done
 * @param steps the number of steps of the lesson
 * @param score the mean score of the predictions so far, 0 … 1; NaN if there is none
 * @param done whether the lesson was finished, now or at an earlier time
 */
public record LessonProgress(int step, int steps, double score, boolean done) {
    public static final LessonProgress NEW = new LessonProgress(0, 0, Double.NaN);

    /** The progress of a lesson that was not finished at an earlier time. */
    public LessonProgress(int step, int steps, double score) {
        this(step, steps, score, steps > 0 && step >= steps);
    }

    /**
     * This progress after an earlier one of the same lesson: what was done stays done, and a score stays known while no
     * new one is.
     */
    public LessonProgress after(LessonProgress earlier) {
        boolean continued = step > 0 && Double.isNaN(score);
        return new LessonProgress(step, steps, continued ? earlier.score : score, done || earlier.done);
    }

    public boolean isFinished() {
        return steps > 0 && step >= steps;
    }

    public boolean isBegun() {
        return step > 0 || !Double.isNaN(score);
    }
}
