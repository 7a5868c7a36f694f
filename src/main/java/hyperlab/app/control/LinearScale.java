package hyperlab.app.control;

import java.math.BigDecimal;
import java.util.List;

/**
 * A linear scale. A large step is ten small steps.
 *
 * @param low the left end
 * @param high &gt; low
 * @param step values are rounded to multiples of it, counted from {@code low}
 */
record LinearScale(double low, double high, double step) implements Scale {
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
    public double step(double value, int by) {
        return snap(value + by * step);
    }

    @Override
    public int largeStep() {
        return LARGE;
    }

    @Override
    public List<Tick> ticks() {
        return List.of(new Tick(0, NumberText.show(low)), new Tick(1, NumberText.show(high)));
    }

    private double snap(double value) {
        BigDecimal steps = BigDecimal.valueOf(Math.round((value - low) / step));
        double snapped = BigDecimal.valueOf(low)
                .add(steps.multiply(BigDecimal.valueOf(step)))
                .doubleValue();
        return Math.max(low, Math.min(high, snapped));
    }
}
