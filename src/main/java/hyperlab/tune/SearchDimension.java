package hyperlab.tune;

import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The possible values of one hyperparameter, mapped to the unit interval, in which all searchers work. A value is the
 * text that an experiment file has for it: a number, or any JSON for a choice.
 */
public sealed interface SearchDimension {
    /** The precision to which numbers are rounded. */
    MathContext PRECISION = new MathContext(12);

    /** The name in files: {@code linear}, {@code log}, {@code integer}, {@code choice}. */
    String name();

    /** The value at {@code unit}, in [0, 1]. */
    String value(double unit);

    /**
     * The canonical position in [0, 1] of the value at {@code unit}: the same for all positions with the same value.
     */
    double snap(double unit);

    /**
     * Returns a position in [0, 1] with this value, the inverse of {@link #value}.
     *
     * @throws InvalidInputException if the value is not on the axis
     */
    double toUnit(String value);

    /**
     * Positions in [0, 1] of {@code count} values spread evenly over the axis, ends included; fewer if there are fewer
     * values. A choice always returns all its values.
     */
    List<Double> gridPositions(int count);

    /** The number of features for a model: one for each value of a choice, otherwise one. */
    default int features() {
        return 1;
    }

    /**
     * Writes the features of {@code unit} to {@code out} from index {@code at} on. Any two values of a choice have
     * distance 1. Whole numbers and choices are first snapped to their value (Garrido-Merchán and Hernández-Lobato
     * 2020).
     */
    default void features(double unit, double[] out, int offset) {
        out[offset] = snap(unit);
    }

    <R> R accept(Visitor<R> visitor);

    /**
     * One result for each kind of dimension.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {
        R visit(LinearDimension linear);

        R visit(LogDimension log);

        R visit(IntegerDimension integer);

        R visit(CategoricalDimension choice);
    }

    /** Numbers from low to high on a linear scale. */
    record LinearDimension(double low, double high) implements SearchDimension {
        public LinearDimension {
            requireOrdered(low, high);
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
        public double snap(double unit) {
            return unit;
        }

        @Override
        public double toUnit(String value) {
            return (parseInRange(value, low, high) - low) / (high - low);
        }

        @Override
        public List<Double> gridPositions(int count) {
            return evenlySpaced(count);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Numbers from low to high on a log scale; low must be above 0. */
    record LogDimension(double low, double high) implements SearchDimension {
        public LogDimension {
            Checks.positive("low", low);
            requireOrdered(low, high);
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
        public double snap(double unit) {
            return unit;
        }

        @Override
        public double toUnit(String value) {
            return Math.log(parseInRange(value, low, high) / low) / Math.log(high / low);
        }

        @Override
        public List<Double> gridPositions(int count) {
            return evenlySpaced(count);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Whole numbers from low to high, both included. */
    record IntegerDimension(int low, int high) implements SearchDimension {
        public IntegerDimension {
            requireOrdered(low, high);
        }

        @Override
        public String name() {
            return "integer";
        }

        @Override
        public String value(double unit) {
            return Long.toString(low + index(unit, count()));
        }

        @Override
        public double snap(double unit) {
            return (index(unit, count()) + 0.5) / count();
        }

        @Override
        public double toUnit(String value) {
            double number = parseInRange(value, low, high);
            if (number != Math.rint(number)) {
                throw new InvalidInputException("value", Rule.WHOLE, value);
            }
            return (number - low + 0.5) / count();
        }

        @Override
        public List<Double> gridPositions(int maxCount) {
            long count = count();
            LinkedHashSet<Double> positions = new LinkedHashSet<>();
            for (double unit : evenlySpaced((int) Math.min(maxCount, count))) {
                positions.add((Math.rint(unit * (count - 1)) + 0.5) / count);
            }
            return List.copyOf(positions);
        }

        private long count() {
            return (long) high - low + 1;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A categorical choice of unordered values. */
    record CategoricalDimension(List<String> values) implements SearchDimension {
        public static final int MAX_VALUES = 64;

        public CategoricalDimension {
            values = List.copyOf(values);
            if (values.isEmpty() || values.size() > MAX_VALUES) {
                throw new InvalidInputException("values", Rule.CHOICE_COUNT, MAX_VALUES, values.size());
            }
            if (new LinkedHashSet<>(values).size() < values.size()) {
                throw new InvalidInputException("values", Rule.CHOICES_DIFFERENT, values);
            }
        }

        @Override
        public String name() {
            return "choice";
        }

        @Override
        public String value(double unit) {
            return values.get((int) index(unit, values.size()));
        }

        @Override
        public double snap(double unit) {
            return (index(unit, values.size()) + 0.5) / values.size();
        }

        @Override
        public double toUnit(String value) {
            int index = values.indexOf(value);
            if (index < 0) {
                throw new InvalidInputException("value", Rule.ONE_OF, String.join(", ", values), value);
            }
            return (index + 0.5) / values.size();
        }

        @Override
        public List<Double> gridPositions(int count) {
            List<Double> positions = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                positions.add((i + 0.5) / values.size());
            }
            return List.copyOf(positions);
        }

        @Override
        public int features() {
            return values.size();
        }

        @Override
        public void features(double unit, double[] out, int offset) {
            for (int i = 0; i < values.size(); i++) {
                out[offset + i] = i == index(unit, values.size()) ? Math.sqrt(0.5) : 0;
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    private static double parseInRange(String text, double low, double high) {
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new InvalidInputException("value", Rule.NUMBER, text);
        }
        if (!(value >= low && value <= high)) {
            throw new InvalidInputException("value", Rule.IN_RANGE, low, high, text);
        }
        return value;
    }

    private static void requireOrdered(double low, double high) {
        Checks.finite("low", low);
        Checks.finite("high", high);
        if (!(low < high)) {
            throw new InvalidInputException("high", Rule.ABOVE_LOW, low, high);
        }
    }

    /** Rounds to twelve digits, so that a tenth is 0.1. */
    private static String text(double value, double low, double high) {
        double rounded = new BigDecimal(value).round(PRECISION).doubleValue();
        return Double.toString(Math.min(Math.max(rounded, low), high));
    }

    private static long index(double unit, long count) {
        return Math.min(count - 1, Math.max(0, (long) (unit * count)));
    }

    private static List<Double> evenlySpaced(int count) {
        List<Double> positions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            positions.add(count == 1 ? 0.5 : (double) i / (count - 1));
        }
        return positions;
    }
}
