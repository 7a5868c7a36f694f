package hyperlab.tune;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Checks;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The possible values of one hyperparameter, mapped to the unit interval, in which all searchers work. A value is the
 * text that an experiment file has for it: a number, or any JSON for a choice.
 */
public sealed interface Axis {
    /** The precision to which numbers are rounded. */
    MathContext DIGITS = new MathContext(12);

    /** The name in files: {@code linear}, {@code log}, {@code integer}, {@code choice}. */
    String name();

    /** The value at {@code unit}, in [0, 1]. */
    String value(double unit);

    /**
     * The canonical position in [0, 1] of the value at {@code unit}: the same for all positions with the same value.
     */
    double snapped(double unit);

    /**
     * Returns a position in [0, 1] with this value, the inverse of {@link #value}.
     *
     * @throws InvalidInputException if the value is not on the axis
     */
    double unit(String value);

    /**
     * Positions in [0, 1] of {@code count} values spread evenly over the axis, ends included; fewer if there are fewer
     * values. A choice always returns all its values.
     */
    List<Double> spread(int count);

    /** The number of features for a model: one for each value of a choice, otherwise one. */
    default int features() {
        return 1;
    }

    /**
     * Writes the features of {@code unit} to {@code out} from index {@code at} on. Any two values of a choice have
     * distance 1. Whole numbers and choices are first snapped to their value (Garrido-Merchán and Hernández-Lobato
     * 2020).
     */
    default void features(double unit, double[] out, int at) {
        out[at] = snapped(unit);
    }

    /** Numbers from low to high on a linear scale. */
    record Linear(double low, double high) implements Axis {
        public Linear {
            ordered(low, high);
        }

        @Override
        public String name() {
            return "linear";
        }

        @Override
        public String value(double unit) {
            return text(low + unit * (high - low), low, high);
        }

        @Override
        public double snapped(double unit) {
            return unit;
        }

        @Override
        public double unit(String value) {
            return (within(value, low, high) - low) / (high - low);
        }

        @Override
        public List<Double> spread(int count) {
            return evenly(count);
        }
    }

    /** Numbers from low to high on a log scale; low must be above 0. */
    record Log(double low, double high) implements Axis {
        public Log {
            Checks.positive("low", low);
            ordered(low, high);
        }

        @Override
        public String name() {
            return "log";
        }

        @Override
        public String value(double unit) {
            if (unit <= 0 || unit >= 1) {
                return Double.toString(unit <= 0 ? low : high);
            }
            double value = StrictMath.exp(StrictMath.log(low) + unit * (StrictMath.log(high) - StrictMath.log(low)));
            return text(value, low, high);
        }

        @Override
        public double snapped(double unit) {
            return unit;
        }

        @Override
        public double unit(String value) {
            return Math.log(within(value, low, high) / low) / Math.log(high / low);
        }

        @Override
        public List<Double> spread(int count) {
            return evenly(count);
        }
    }

    /** Whole numbers from low to high, both included. */
    record Whole(int low, int high) implements Axis {
        public Whole {
            ordered(low, high);
        }

        @Override
        public String name() {
            return "integer";
        }

        @Override
        public String value(double unit) {
            return Long.toString(low + place(unit, count()));
        }

        @Override
        public double snapped(double unit) {
            return (place(unit, count()) + 0.5) / count();
        }

        @Override
        public double unit(String value) {
            double number = within(value, low, high);
            if (number != Math.rint(number)) {
                throw new InvalidInputException("value", "a whole number", value);
            }
            return (number - low + 0.5) / count();
        }

        @Override
        public List<Double> spread(int wanted) {
            long count = count();
            LinkedHashSet<Double> places = new LinkedHashSet<>();
            for (double unit : evenly((int) Math.min(wanted, count))) {
                places.add((Math.rint(unit * (count - 1)) + 0.5) / count);
            }
            return List.copyOf(places);
        }

        private long count() {
            return (long) high - low + 1;
        }
    }

    /** A categorical choice of unordered values. */
    record Choice(List<String> values) implements Axis {
        public static final int MOST_VALUES = 64;

        public Choice {
            values = List.copyOf(values);
            if (values.isEmpty() || values.size() > MOST_VALUES) {
                throw new InvalidInputException("values", "one to " + MOST_VALUES + " values", values.size());
            }
            if (new LinkedHashSet<>(values).size() < values.size()) {
                throw new InvalidInputException("values", "all different", values);
            }
        }

        @Override
        public String name() {
            return "choice";
        }

        @Override
        public String value(double unit) {
            return values.get((int) place(unit, values.size()));
        }

        @Override
        public double snapped(double unit) {
            return (place(unit, values.size()) + 0.5) / values.size();
        }

        @Override
        public double unit(String value) {
            int place = values.indexOf(value);
            if (place < 0) {
                throw new InvalidInputException("value", "one of " + String.join(", ", values), value);
            }
            return (place + 0.5) / values.size();
        }

        @Override
        public List<Double> spread(int count) {
            List<Double> places = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                places.add((i + 0.5) / values.size());
            }
            return List.copyOf(places);
        }

        @Override
        public int features() {
            return values.size();
        }

        @Override
        public void features(double unit, double[] out, int at) {
            for (int i = 0; i < values.size(); i++) {
                out[at + i] = i == place(unit, values.size()) ? Math.sqrt(0.5) : 0;
            }
        }
    }

    private static double within(String text, double low, double high) {
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new InvalidInputException("value", "a number", text);
        }
        if (!(value >= low && value <= high)) {
            throw new InvalidInputException("value", "from " + low + " to " + high, text);
        }
        return value;
    }

    private static void ordered(double low, double high) {
        Checks.finite("low", low);
        Checks.finite("high", high);
        if (!(low < high)) {
            throw new InvalidInputException("high", "above low, " + low, high);
        }
    }

    /** Rounds to twelve digits, so that a tenth is 0.1. */
    private static String text(double value, double low, double high) {
        double rounded = new BigDecimal(value).round(DIGITS).doubleValue();
        return Double.toString(Math.min(Math.max(rounded, low), high));
    }

    private static long place(double unit, long count) {
        return Math.min(count - 1, Math.max(0, (long) (unit * count)));
    }

    private static List<Double> evenly(int count) {
        List<Double> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            places.add(count == 1 ? 0.5 : (double) i / (count - 1));
        }
        return places;
    }
}
