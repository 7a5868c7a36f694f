package hyperlab.map;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pixels as arrays of numbers. A pixel that was not trained yet is missing. Not thread-safe. */
final class PixelArray {
    /** Memory of one pixel. */
    static final int BYTES_PER_PIXEL = 2 * Double.BYTES + Float.BYTES + 1;
    /** Memory of one pixel of {@link #withOtherColor}. */
    static final int BYTES_PER_OTHER_COLOR = Double.BYTES + 1;

    private static final byte MISSING = -1;
    private static final List<PixelOutcome> OUTCOMES = List.of(PixelOutcome.values());

    private final byte[] outcomes;
    private final double[] epochs;
    private final double[] values;
    private final float[] divergedShares;

    PixelArray(int length) {
        outcomes = new byte[length];
        Arrays.fill(outcomes, MISSING);
        epochs = new double[length];
        values = new double[length];
        divergedShares = new float[length];
    }

    /** Missing pixels of the same runs with another color: what does not depend on the color is kept once. */
    private PixelArray(byte[] outcomes, PixelArray runs) {
        this.outcomes = outcomes;
        Arrays.fill(outcomes, MISSING);
        epochs = runs.epochs;
        values = new double[outcomes.length];
        divergedShares = runs.divergedShares;
    }

    private PixelArray(PixelArray other) {
        outcomes = other.outcomes.clone();
        epochs = other.epochs.clone();
        values = other.values.clone();
        divergedShares = other.divergedShares.clone();
    }

    /** Missing pixels whose epochs and diverged shares are those of the same pixels here. */
    PixelArray withOtherColor() {
        return new PixelArray(new byte[outcomes.length], this);
    }

    PixelArray copy() {
        return new PixelArray(this);
    }

    boolean has(int index) {
        return outcomes[index] != MISSING;
    }

    @Nullable
    Pixel get(int index) {
        return has(index) ? new Pixel(OUTCOMES.get(outcomes[index]), epochs[index], values[index], share(index)) : null;
    }

    /** The share as a double, undoing the rounding to a float: it is a fraction with a small denominator. */
    private double share(int index) {
        float share = divergedShares[index];
        for (int seeds = 1; seeds <= MapSpecification.MAX_SEEDS; seeds++) {
            double exact = Math.rint((double) share * seeds) / seeds;
            if ((float) exact == share) {
                return exact;
            }
        }
        return share;
    }

    PixelOutcome outcome(int index) {
        return OUTCOMES.get(outcomes[index]);
    }

    Set<PixelOutcome> outcomes() {
        Set<PixelOutcome> found = EnumSet.noneOf(PixelOutcome.class);
        for (byte outcome : outcomes) {
            if (outcome != MISSING) {
                found.add(OUTCOMES.get(outcome));
            }
        }
        return found;
    }

    double value(int index) {
        return values[index];
    }

    double divergedShare(int index) {
        return divergedShares[index];
    }

    double epochs(int index) {
        return epochs[index];
    }

    void set(int index, Pixel pixel) {
        outcomes[index] = (byte) OUTCOMES.indexOf(pixel.outcome());
        epochs[index] = pixel.epochs();
        values[index] = pixel.value();
        divergedShares[index] = (float) pixel.divergedShare();
    }
}
