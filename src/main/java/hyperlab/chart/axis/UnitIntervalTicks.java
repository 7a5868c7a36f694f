package hyperlab.chart.axis;

import hyperlab.text.NumberFormats;
import hyperlab.tune.SearchDimension;
import java.util.ArrayList;
import java.util.List;

/** Ticks for the values of a search dimension, at their positions in [0, 1]. */
public final class UnitIntervalTicks {
    private static final int DIGITS = 3;

    private UnitIntervalTicks() {}

    /** A position in [0, 1] and the label of its value. */
    public record Tick(double unit, String text) {}

    /** Returns round values of a dimension, at most about {@code most}. */
    public static List<Tick> of(SearchDimension axis, int maxCount) {
        if (axis instanceof SearchDimension.CategoricalDimension choice) {
            return choiceTicks(choice, maxCount);
        }
        double low = Double.parseDouble(axis.value(0));
        double high = Double.parseDouble(axis.value(1));
        boolean log = axis instanceof SearchDimension.LogDimension;
        boolean integersOnly = axis instanceof SearchDimension.IntegerDimension;
        List<Double> values =
                log ? Ticks.logarithmic(low, high, maxCount) : Ticks.linear(low, high, maxCount, integersOnly);
        double step = values.size() < 2 ? 0 : values.get(1) - values.get(0);
        return values.stream()
                .filter(value -> value >= low && value <= high)
                .map(value -> new Tick(
                        axis.toUnit(integersOnly ? Long.toString(Math.round(value)) : Double.toString(value)),
                        log ? Ticks.logText(value) : Ticks.text(value, step)))
                .toList();
    }

    private static List<Tick> choiceTicks(SearchDimension.CategoricalDimension choice, int maxCount) {
        int stride = (int) Math.ceil(choice.values().size() / (double) Math.max(1, maxCount));
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < choice.values().size(); i += stride) {
            ticks.add(new Tick(
                    (i + 0.5) / choice.values().size(),
                    formatValue(choice.values().get(i))));
        }
        return ticks;
    }

    /**
     * Formats a value for display: a number with three significant digits, text without quotes, a list without
     * brackets.
     */
    public static String formatValue(String value) {
        try {
            return NumberFormats.format(Double.parseDouble(value), DIGITS);
        } catch (NumberFormatException noNumber) {
            String plain = value.replaceAll("[\\[\\]\" ]", "").replace(",", "-");
            return plain.isEmpty() ? "–" : plain;
        }
    }
}
