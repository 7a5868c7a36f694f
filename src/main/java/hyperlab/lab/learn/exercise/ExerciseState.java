package hyperlab.lab.learn.exercise;

import org.jspecify.annotations.Nullable;

/**
 * How far an exercise is.
 *
 * @param given what the user has chosen or typed; null for nothing
 * @param committed whether the answer is final
 * @param result null until it is computed
 * @param earlier 1 if the exercise was answered correctly in an earlier session, 0 if wrongly, NaN if not at all
 */
public record ExerciseState(
        @Nullable GivenAnswer given,
        boolean committed,
        @Nullable ExerciseResult result,
        double earlier) {
    static final ExerciseState NEW = new ExerciseState(null, false, null, Double.NaN);

    /** Whether the user may still choose. */
    public boolean isAsking() {
        return !committed;
    }

    /** Whether there is an answer to commit. */
    public boolean canCommit() {
        return !committed && given != null;
    }

    /** 1 for right, 0 for wrong, NaN for not answered. */
    public double score() {
        return result == null ? earlier : result.right() ? 1 : 0;
    }
}
