package hyperlab.lab;

/**
 * How far a lesson is.
 *
 * @param step the step to continue with; equal to {@code steps} when the lesson is done
 * @param steps the number of steps of the lesson
 * @param score the mean score of the predictions so far, 0 … 1; NaN if there is none
 * @param predictions the predictions that the score is the mean of
 * @param done whether the lesson was finished, now or at an earlier time
 */
public record LessonProgress(int step, int steps, double score, Predictions predictions, boolean done) {
    public static final LessonProgress NEW = new LessonProgress(0, 0, Double.NaN);

    /**
     * How many predictions were scored.
     *
     * @param scored the number of scored predictions; 0 if it is not known
     * @param asked the number of predictions that the lesson asks for; 0 if it is not known
     */
    public record Predictions(int scored, int asked) {
        public static final Predictions UNKNOWN = new Predictions(0, 0);

        /** Whether a score leaves out some of the predictions. */
        public boolean areIncomplete() {
            return scored > 0 && scored < asked;
        }
    }

    /** The progress of a lesson that was not finished at an earlier time. */
    public LessonProgress(int step, int steps, double score, Predictions predictions) {
        this(step, steps, score, predictions, steps > 0 && step >= steps);
    }

    /** Progress whose number of predictions is not known. */
    public LessonProgress(int step, int steps, double score) {
        this(step, steps, score, Predictions.UNKNOWN);
    }

    /**
     * This progress after an earlier one of the same lesson: what was done stays done, and the score stays that of the
     * earlier predictions until as many are scored. The first step of a lesson that is repeated changes nothing of the
     * result.
     */
    public LessonProgress after(LessonProgress earlier) {
        boolean restarted = step == 0 && earlier.done;
        boolean fewer = Double.isNaN(score) || predictions.scored() < earlier.predictions.scored();
        boolean continued = restarted || (step > 0 && fewer && !earlier.isRestarted());
        return new LessonProgress(
                step,
                steps,
                continued ? earlier.score : score,
                continued ? earlier.predictions : predictions,
                done || earlier.done);
    }

    public boolean isFinished() {
        return steps > 0 && step >= steps;
    }

    public boolean isBegun() {
        return step > 0 || (!done && !Double.isNaN(score));
    }

    /** Whether it was done and starts again: its score is then the earlier result. */
    private boolean isRestarted() {
        return done && step == 0;
    }
}
