package hyperlab.ui.control.slider;

import hyperlab.ui.control.field.NumberRule;

/**
 * The range of a linear slider and the step to which its values are rounded.
 *
 * @param low the left end
 * @param high the right end
 * @param step &gt; 0
 * @param whole whether only whole numbers may be typed
 */
public record LinearRange(double low, double high, double step, boolean whole) {
    public static LinearRange of(double low, double high, double step) {
        return new LinearRange(low, high, step, false);
    }

    /** Whole numbers with a step of one. */
    public static LinearRange whole(int low, int high) {
        return new LinearRange(low, high, 1, true);
    }

    SliderScale scale() {
        return new LinearScale(low, high, step);
    }

    NumberRule rule() {
        return whole ? NumberRule.wholeWithin(low, high) : NumberRule.within(low, high);
    }
}
