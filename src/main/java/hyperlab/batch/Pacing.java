package hyperlab.batch;

import org.jspecify.annotations.Nullable;

/**
 * How many steps other walks have taken when the walk by B has taken so many, with equal epochs, steps or seconds. The
 * length of the comparison is counted in steps of the walk by B.
 *
 * @param equal what is equal
 * @param length steps of the walk by B in all
 * @param epochs in all, where epochs are equal
 * @param chosen how the epochs of the walk by B are cut
 * @param times of steps, where seconds are equal; null elsewhere, and before they are measured: then steps are equal
 */
public record Pacing(
        Equal equal,
        int length,
        int epochs,
        EpochCut chosen,
        @Nullable StepTimes times) {
    /** No walk goes further, however much faster its steps are. */
    public static final int MOST_STEPS = 200_000;

    /** The pace of a setup on so many samples. */
    public static Pacing of(BatchSetup setup, int samples, @Nullable StepTimes times) {
        EpochCut chosen = setup.training().cut(samples);
        int length = setup.equal() == Equal.EPOCHS ? setup.epochs() * chosen.steps() : setup.steps();
        return new Pacing(setup.equal(), length, setup.epochs(), chosen, setup.equal() == Equal.SECONDS ? times : null);
    }

    /** Steps that a walk with epochs cut like {@code other} has taken when the walk by B has taken {@code position}. */
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

    /** Steps that a walk with epochs cut like {@code other} takes in all. */
    public int steps(EpochCut other) {
        return steps(other, length);
    }
}
