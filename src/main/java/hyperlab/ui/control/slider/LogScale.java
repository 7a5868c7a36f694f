package hyperlab.ui.control.slider;

import hyperlab.rule.SignificantDigits;
import hyperlab.text.NumberFormats;
import java.util.ArrayList;
import java.util.List;

/**
 * A logarithmic scale. A small step is a twentieth of a decade, a large one a decade.
 *
 * @param low &gt; 0
 * @param high &gt; low
 */
record LogScale(double low, double high) implements SliderScale {
    private static final int STEPS_PER_DECADE = 20;
    private static final int MAX_LABELS = 5;
    private static final int LOWEST_PLAIN = -4;
    private static final int HIGHEST_PLAIN = 6;

    @Override
    public double fraction(double value) {
        return Math.log(value / low) / Math.log(high / low);
    }

    @Override
    public double value(double fraction) {
        return clamp(SignificantDigits.round(low * Math.pow(high / low, fraction), 3));
    }

    @Override
    public double step(double value, int count) {
        long stepIndex = Math.round(Math.log10(clamp(value) / low) * STEPS_PER_DECADE) + count;
        return clamp(SignificantDigits.round(low * Math.pow(10, (double) stepIndex / STEPS_PER_DECADE), 2));
    }

    @Override
    public int largeStep() {
        return STEPS_PER_DECADE;
    }

    @Override
    public List<SliderTick> ticks() {
        int first = (int) Math.ceil(Math.log10(low) - 1e-9);
        int last = (int) Math.floor(Math.log10(high) + 1e-9);
        int decadesPerLabel = Math.max(1, (int) Math.ceil((last - first + 1) / (double) MAX_LABELS));
        boolean powers = first < LOWEST_PLAIN || last > HIGHEST_PLAIN;
        List<SliderTick> ticks = new ArrayList<>();
        for (int decade = first; decade <= last; decade++) {
            boolean labeled = (last - decade) % decadesPerLabel == 0;
            double at = Double.parseDouble("1e" + decade);
            ticks.add(new SliderTick(fraction(at), labeled ? label(decade, powers) : ""));
        }
        return ticks;
    }

    /** All labels of a scale have the same form, except 1. */
    private static String label(int decade, boolean powers) {
        return powers && decade != 0
                ? "10" + NumberFormats.superscript(decade)
                : NumberFormats.format(Double.parseDouble("1e" + decade));
    }

    private double clamp(double value) {
        return Math.max(low, Math.min(high, value));
    }
}
