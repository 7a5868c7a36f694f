package hyperlab.map;

import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.tune.SearchDimension;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * One axis of a map: a hyperparameter and its values, one for each column or row of pixels.
 *
 * @param key dotted, as in the file of what is trained, such as {@code training.learningRate}
 * @param dimension the scale with its bounds
 * @param count maximum number of values, 2 … {@value #MAX_COUNT}: the values of a linear or log scale are evenly spaced
 *     and include both bounds; if there are more whole numbers than this, they are evenly spaced on
 *     the scale, and fewer on a log scale; a choice has all its values,
 *     whatever the count
 * @param logarithmic whether whole numbers are spaced and drawn on a log scale, which requires a lower bound of at
 *     least 1; false for all other scales
 */
public record MapAxis(String key, SearchDimension dimension, int count, boolean logarithmic) {
    public static final int MAX_COUNT = 4096;
    /** The largest absolute value of a bound; a chart could not show larger ones. */
    static final double MAX_BOUND = 1e290;
    /** The smallest bound of a log scale. */
    static final double MIN_LOG_BOUND = 1e-290;
    /** Numbers are rounded to this many digits, so that a tenth is 0.1, if neighbors then still differ clearly. */
    private static final int DIGITS = 12;
    /** A double has at most this many significant digits. */
    private static final int ALL_DIGITS = 17;
    /** Rounding may move a value by at most this fraction of the distance to its neighbor. */
    private static final double MAX_ROUNDING = 1e-3;

    private static final int MAX_LATEST = 8;
    /** The values of the axes that were used last, because each change of a map asks for them many times. */
    private static final Map<MapAxis, List<String>> LATEST_VALUES = new LinkedHashMap<>(16, 0.75F, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<MapAxis, List<String>> eldest) {
            return size() > MAX_LATEST;
        }
    };

    public MapAxis {
        Checks.wholeWithin("count", count, 2, MAX_COUNT);
        if (dimension instanceof SearchDimension.LinearDimension linear) {
            Checks.within("low", linear.low(), -MAX_BOUND, MAX_BOUND);
            Checks.within("high", linear.high(), -MAX_BOUND, MAX_BOUND);
        }
        if (dimension instanceof SearchDimension.LogDimension log) {
            Checks.within("low", log.low(), MIN_LOG_BOUND, MAX_BOUND);
            Checks.within("high", log.high(), MIN_LOG_BOUND, MAX_BOUND);
        }
        if (logarithmic) {
            if (!(dimension instanceof SearchDimension.IntegerDimension whole)) {
                throw new InvalidInputException("logarithmic", Rule.LOG_SPACING);
            }
            Checks.atLeast("low", whole.low(), 1);
        }
    }

    /**
     * Whether an axis can have this dimension: its bounds are not so large or small that a zoom would leave the
     * numbers.
     */
    public static boolean canHave(SearchDimension dimension) {
        if (dimension instanceof SearchDimension.LinearDimension linear) {
            return -MAX_BOUND <= linear.low() && linear.high() <= MAX_BOUND;
        }
        return !(dimension instanceof SearchDimension.LogDimension log)
                || (MIN_LOG_BOUND <= log.low() && log.high() <= MAX_BOUND);
    }

    /** An axis whose whole numbers, if it has any, are drawn on a linear scale. */
    public MapAxis(String key, SearchDimension dimension, int count) {
        this(key, dimension, count, false);
    }

    /** Returns a copy with other bounds, such as after a zoom. */
    public MapAxis withDimension(SearchDimension newDimension) {
        return new MapAxis(key, newDimension, count, logarithmic);
    }

    /** The values in increasing order, or in the order of the choice, as texts for a file. */
    public List<String> values() {
        synchronized (LATEST_VALUES) {
            return LATEST_VALUES.computeIfAbsent(this, MapAxis::computeValues);
        }
    }

    private List<String> computeValues() {
        return dimension.accept(new SearchDimension.Visitor<>() {
            @Override
            public List<String> visit(SearchDimension.LinearDimension linear) {
                return numbers();
            }

            @Override
            public List<String> visit(SearchDimension.LogDimension log) {
                return numbers();
            }

            @Override
            public List<String> visit(SearchDimension.IntegerDimension whole) {
                return wholeNumbers(whole);
            }

            @Override
            public List<String> visit(SearchDimension.CategoricalDimension choice) {
                return choice.values();
            }
        });
    }

    private List<String> numbers() {
        MathContext precision = precision();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(Double.toString(number(i, precision)));
        }
        return List.copyOf(values);
    }

    private List<String> wholeNumbers(SearchDimension.IntegerDimension whole) {
        LinkedHashSet<String> values = new LinkedHashSet<>();
        long numbers = (long) whole.high() - whole.low() + 1;
        int positions = (int) Math.min(numbers, count);
        for (int i = 0; i < positions; i++) {
            double unit = positions == 1 ? 0 : (double) i / (positions - 1);
            double value = logarithmic && positions < numbers
                    ? whole.low() * StrictMath.exp(unit * StrictMath.log((double) whole.high() / whole.low()))
                    : whole.low() + unit * (numbers - 1);
            values.add(Long.toString((long) Math.rint(value)));
        }
        return List.copyOf(values);
    }

    private double number(int index, MathContext precision) {
        double unit = (double) index / (count - 1);
        double low = low();
        double high = high();
        if (index == 0 || index == count - 1) {
            return index == 0 ? low : high;
        }
        double value = dimension instanceof SearchDimension.LogDimension
                ? low * StrictMath.exp(unit * logRatio(low, high))
                : low + unit * (high - low);
        double rounded = new BigDecimal(value).round(precision).doubleValue();
        return Math.min(Math.max(rounded, low), high);
    }

    /** log(high/low), also where the ratio exceeds the range of a double. */
    private static double logRatio(double low, double high) {
        double ratio = high / low;
        return Double.isFinite(ratio) ? StrictMath.log(ratio) : StrictMath.log(high) - StrictMath.log(low);
    }

    /** As few digits as distinguish neighbors well, at least {@value #DIGITS}. */
    private MathContext precision() {
        double largest = Math.max(Math.abs(low()), Math.abs(high()));
        double distance = dimension instanceof SearchDimension.LogDimension
                ? low() * StrictMath.expm1(logRatio(low(), high()) / (count - 1))
                : (high() - low()) / (count - 1);
        int digits = (int) Math.ceil(Math.log10(largest / (distance * MAX_ROUNDING)));
        return new MathContext(Math.min(ALL_DIGITS, Math.max(DIGITS, digits)));
    }

    /** The lower bound; 0 for a choice, whose values are at 0, 1, 2, … */
    public double low() {
        return dimension.accept(new SearchDimension.Visitor<>() {
            @Override
            public Double visit(SearchDimension.LinearDimension linear) {
                return linear.low();
            }

            @Override
            public Double visit(SearchDimension.LogDimension log) {
                return log.low();
            }

            @Override
            public Double visit(SearchDimension.IntegerDimension whole) {
                return (double) whole.low();
            }

            @Override
            public Double visit(SearchDimension.CategoricalDimension choice) {
                return 0.0;
            }
        });
    }

    /** The upper bound; the number of values − 1 for a choice. */
    public double high() {
        return dimension.accept(new SearchDimension.Visitor<>() {
            @Override
            public Double visit(SearchDimension.LinearDimension linear) {
                return linear.high();
            }

            @Override
            public Double visit(SearchDimension.LogDimension log) {
                return log.high();
            }

            @Override
            public Double visit(SearchDimension.IntegerDimension whole) {
                return (double) whole.high();
            }

            @Override
            public Double visit(SearchDimension.CategoricalDimension choice) {
                return choice.values().size() - 1.0;
            }
        });
    }

    /** Whether the axis is drawn on a log scale. */
    public boolean isLogarithmic() {
        return logarithmic || dimension instanceof SearchDimension.LogDimension;
    }
}
