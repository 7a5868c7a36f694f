package hyperlab.chart.axis;

import hyperlab.text.NumberFormats;
import hyperlab.tune.SearchDimension;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** Ticks for the values of a search dimension, at their positions in [0, 1]. */
public final class UnitIntervalTicks {
    private static final int DIGITS = 3;
    /** Numbers below are written with a power of ten. */
    private static final double SMALLEST_PLAIN = 1e-4;
    /** Numbers from here on are written with a power of ten. */
    private static final double LARGEST_PLAIN = 1e7;
    /** The smallest distance between an end of an axis and the next tick, as a share of the axis. */
    public static final double END_DISTANCE = 0.15;

    private UnitIntervalTicks() {}

    /** A position in [0, 1] and the label of its value. */
    public record Tick(double unit, String text) {}

    /** Returns round values of a dimension, at most about {@code most}. */
    public static List<Tick> of(SearchDimension axis, int maxCount) {
        return axis.accept(new SearchDimension.Visitor<>() {
            @Override
            public List<Tick> visit(SearchDimension.LinearDimension linear) {
                return linearTicks(Ticks.linear(linear.low(), linear.high(), maxCount), linear.low(), linear.high());
            }

            @Override
            public List<Tick> visit(SearchDimension.LogDimension log) {
                List<Double> values = Ticks.logarithmic(log.low(), log.high(), maxCount);
                return ticks(values, log.low(), log.high(), value -> Ticks.logText(value, values));
            }

            @Override
            public List<Tick> visit(SearchDimension.IntegerDimension integer) {
                return linearTicks(
                        Ticks.linear(integer.low(), integer.high(), maxCount, true), integer.low(), integer.high());
            }

            @Override
            public List<Tick> visit(SearchDimension.CategoricalDimension choice) {
                return choiceTicks(choice, maxCount);
            }

            private List<Tick> linearTicks(List<Double> values, double low, double high) {
                double step = values.size() < 2 ? 0 : values.get(1) - values.get(0);
                return ticks(values, low, high, value -> Ticks.text(value, step));
            }

            private List<Tick> ticks(List<Double> values, double low, double high, DoubleFunction<String> text) {
                return values.stream()
                        .filter(value -> value >= low && value <= high)
                        .map(value -> new Tick(axis.toUnit(Double.toString(value)), text.apply(value)))
                        .toList();
            }
        });
    }

    /**
     * Returns the same with the ends of a range of numbers. A round value that is too close to an end is left out.
     */
    public static List<Tick> withEnds(SearchDimension axis, int maxCount) {
        if (axis instanceof SearchDimension.CategoricalDimension) {
            return of(axis, maxCount);
        }
        if (axis instanceof SearchDimension.LogDimension log) {
            return logarithmicWithEnds(log, maxCount);
        }
        List<Tick> ticks = new ArrayList<>(List.of(new Tick(0, formatValue(axis.value(0)))));
        of(axis, maxCount).stream()
                .filter(tick -> tick.unit() >= END_DISTANCE && tick.unit() <= 1 - END_DISTANCE)
                .forEach(ticks::add);
        ticks.add(new Tick(1, formatValue(axis.value(1))));
        return ticks;
    }

    /** The ends and the ticks between them have labels of the same form. */
    private static List<Tick> logarithmicWithEnds(SearchDimension.LogDimension log, int maxCount) {
        List<Double> values = new ArrayList<>(List.of(log.low()));
        Ticks.logarithmic(log.low(), log.high(), maxCount).stream()
                .filter(value -> {
                    double unit = log.toUnit(Double.toString(value));
                    return unit >= END_DISTANCE && unit <= 1 - END_DISTANCE;
                })
                .forEach(values::add);
        values.add(log.high());
        return values.stream()
                .map(value -> new Tick(log.toUnit(Double.toString(value)), Ticks.logText(value, values)))
                .toList();
    }

    /** A value in the form that all values of its dimension have: with a power of ten if one of them needs it. */
    public static String formatValue(SearchDimension axis, String value) {
        boolean power = axis instanceof SearchDimension.LogDimension log
                && (log.low() < SMALLEST_PLAIN || log.high() >= LARGEST_PLAIN);
        try {
            return power ? NumberFormats.formatPower(Double.parseDouble(value), DIGITS) : formatValue(value);
        } catch (NumberFormatException noNumber) {
            return formatValue(value);
        }
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
