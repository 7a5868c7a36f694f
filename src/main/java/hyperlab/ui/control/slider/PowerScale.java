package hyperlab.ui.control.slider;

import java.util.ArrayList;
import java.util.List;

/**
 * A scale with the powers of two from 1 at equal distances, optionally with a position for "all" at the right end.
 *
 * @param maxExponent the exponent of the largest power
 * @param allValue the number that represents "all"; infinite if there is none
 * @param allLabel the label of "all"
 */
record PowerScale(int maxExponent, double allValue, String allLabel) implements SliderScale {
    /** A scale without a position for "all". */
    static PowerScale upTo(int maxExponent) {
        return new PowerScale(maxExponent, Double.POSITIVE_INFINITY, "");
    }

    private boolean hasAll() {
        return Double.isFinite(allValue);
    }

    private int last() {
        return hasAll() ? maxExponent + 1 : maxExponent;
    }

    @Override
    public double fraction(double value) {
        double largest = hasAll() ? maxExponent + 0.5 : maxExponent;
        double place = value >= allValue ? last() : Math.min(largest, Math.log(value) / Math.log(2));
        return place / last();
    }

    @Override
    public double value(double fraction) {
        return at((int) Math.round(fraction * last()));
    }

    @Override
    public double step(double value, int count) {
        double place = fraction(value) * last();
        return at((int) (count > 0 ? Math.floor(place + 1e-9) + count : Math.ceil(place - 1e-9) + count));
    }

    @Override
    public int largeStep() {
        return 2;
    }

    @Override
    public List<SliderTick> ticks() {
        List<SliderTick> ticks = new ArrayList<>();
        for (int power = 0; power <= maxExponent; power++) {
            boolean labeled = hasAll() ? power % 3 == 0 && power < maxExponent - 1 : power % 2 == 0;
            ticks.add(new SliderTick((double) power / last(), labeled ? Integer.toString(1 << power) : ""));
        }
        if (hasAll()) {
            ticks.add(new SliderTick(1, allLabel));
        }
        return ticks;
    }

    private double at(int place) {
        int clamped = Math.max(0, Math.min(last(), place));
        return clamped > maxExponent ? allValue : 1 << clamped;
    }
}
