package hyperlab.app.control;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * A logarithmic scale. A small step is a twentieth of a decade, a large one a decade.
 *
 * @param low &gt; 0
 * @param high &gt; low
 */
record LogScale(double low, double high) implements Scale {
    private static final int STEPS_A_DECADE = 20;
    private static final int MOST_LABELS = 5;

    @Override
    public double fraction(double value) {
        return Math.log(value / low) / Math.log(high / low);
    }

    @Override
    public double value(double fraction) {
        return clamp(round(low * Math.pow(high / low, fraction), 3));
    }

    @Override
    public double step(double value, int by) {
        long place = Math.round(Math.log10(clamp(value) / low) * STEPS_A_DECADE) + by;
        return clamp(round(low * Math.pow(10, (double) place / STEPS_A_DECADE), 2));
    }

    @Override
    public int largeStep() {
        return STEPS_A_DECADE;
    }

    @Override
    public List<Tick> ticks() {
        int first = (int) Math.ceil(Math.log10(low) - 1e-9);
        int last = (int) Math.floor(Math.log10(high) + 1e-9);
        int every = Math.max(1, (int) Math.ceil((last - first + 1) / (double) MOST_LABELS));
        List<Tick> ticks = new ArrayList<>();
        for (int decade = first; decade <= last; decade++) {
            boolean labelled = (last - decade) % every == 0;
            double at = Double.parseDouble("1e" + decade);
            ticks.add(new Tick(fraction(at), labelled ? NumberText.show(at) : ""));
        }
        return ticks;
    }

    private double clamp(double value) {
        return Math.max(low, Math.min(high, value));
    }

    private static double round(double value, int digits) {
        return new BigDecimal(value).round(new MathContext(digits)).doubleValue();
    }
}
