package hyperlab.ui.control.slider;

import hyperlab.text.NumberFormats;
import java.math.BigDecimal;
import java.util.List;

/**
 * A linear scale. A large step is ten small steps.
 *
 * @param low the left end
 * @param high &gt; low
 * @param step values are rounded to multiples of it, counted from {@code low}
 */
record LinearScale(double low, double high, double step) implements SliderScale {
    private static final int LARGE = 10;

    @Override
    public double fraction(double value) {
        return (value - low) / (high - low);
    }

    @Override
    public double value(double fraction) {
        return snap(low + fraction * (high - low));
    }

    @Override
    public double step(double value, int count) {
        return snap(value + count * step);
    }

    @Override
    public int largeStep() {
        return LARGE;
    }

    @Override
    public List<SliderTick> ticks() {
        return List.of(new SliderTick(0, NumberFormats.format(low)), new SliderTick(1, NumberFormats.format(high)));
    }

    private double snap(double value) {
        BigDecimal steps = BigDecimal.valueOf(Math.round((value - low) / step));
        double snapped = BigDecimal.valueOf(low)
                .add(steps.multiply(BigDecimal.valueOf(step)))
                .doubleValue();
        return Math.max(low, Math.min(high, snapped));
    }
}
