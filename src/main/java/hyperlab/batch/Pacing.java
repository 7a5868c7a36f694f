package hyperlab.batch;

import org.jspecify.annotations.Nullable;

/**
 * Converts the number of steps that the run with batch size B has taken into the number of steps that another run has
 * taken, with equal epochs, steps or seconds. The length of the comparison is counted in steps of the run with batch
 * size B.
 *
 * @param equal what is equal for all runs
 * @param length the total number of steps of the run with batch size B
 * @param epochs the total number of epochs if epochs are equal
 * @param chosen how the epochs of the run with batch size B are split
 * @param times the times of steps if seconds are equal; otherwise null, and also null before they are measured, when
 *     the numbers of steps are equal instead
 */
public record Pacing(
        Equal equal,
        int length,
        int epochs,
        EpochCut chosen,
        @Nullable StepTimes times) {
    /** The maximum number of steps of any run, even if its steps are much faster. */
    public static final int MOST_STEPS = 200_000;

    /** Creates the pacing of a setup for {@code samples} samples. */
    public static Pacing of(BatchSetup setup, int samples, @Nullable StepTimes times) {
        EpochCut chosen = setup.training().cut(samples);
        int length = setup.equal() == Equal.EPOCHS ? setup.epochs() * chosen.steps() : setup.steps();
        return new Pacing(setup.equal(), length, setup.epochs(), chosen, setup.equal() == Equal.SECONDS ? times : null);
    }

    /**
     * The number of steps that a run with epochs split like {@code other} has taken when the run with batch size B has
     * taken {@code position} steps.
     */
    public int steps(EpochCut other, int position) {
        if (other.equals(chosen)) {
            return position;
        }
        if (equal == Equal.EPOCHS) {
            return position == length ? epochs * other.steps() : other.stepsWithin(chosen.samplesAfter(position));
        }
        StepTimes measured = times;
        if (equal == Equal.STEPS || measured == null) {
            return position;
        }
        double share = measured.of(chosen.batch()).median()
                / measured.of(other.batch()).median();
        return (int) Math.min(MOST_STEPS, Math.floor(position * share));
    }

    /** The total number of steps of a run with epochs split like {@code other}. */
    public int steps(EpochCut other) {
        return steps(other, length);
    }
}
