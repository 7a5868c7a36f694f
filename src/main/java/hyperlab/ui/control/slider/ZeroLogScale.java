package hyperlab.ui.control.slider;

import java.util.ArrayList;
import java.util.List;

/**
 * A logarithmic scale with a position for 0 at the left end, for quantities such as a penalty.
 *
 * @param positive the scale of the numbers above 0, which begins after the position of 0
 */
record ZeroLogScale(LogScale positive) implements SliderScale {
    /** The share of the track between 0 and the smallest positive number. Its left half means 0. */
    private static final double ZERO_SHARE = 0.1;

    @Override
    public double fraction(double value) {
        return value <= 0 ? 0 : Math.max(ZERO_SHARE / 2, ZERO_SHARE + (1 - ZERO_SHARE) * positive.fraction(value));
    }

    @Override
    public double value(double fraction) {
        return fraction < ZERO_SHARE / 2 ? 0 : positive.value(Math.max(0, (fraction - ZERO_SHARE) / (1 - ZERO_SHARE)));
    }

    @Override
    public double step(double value, int count) {
        if (value <= 0) {
            return count <= 0 ? 0 : positive.step(positive.low(), count - 1);
        }
        return value <= positive.low() && count < 0 ? 0 : positive.step(value, count);
    }

    @Override
    public int largeStep() {
        return positive.largeStep();
    }

    @Override
    public List<SliderTick> ticks() {
        List<SliderTick> ticks = new ArrayList<>();
        ticks.add(new SliderTick(0, "0"));
        for (SliderTick tick : positive.ticks()) {
            ticks.add(new SliderTick(ZERO_SHARE + (1 - ZERO_SHARE) * tick.at(), tick.label()));
        }
        return ticks;
    }
}
