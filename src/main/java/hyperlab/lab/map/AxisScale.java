package hyperlab.lab.map;

import hyperlab.map.MapAxis;
import hyperlab.tune.SearchDimension;
import java.util.ArrayList;
import java.util.List;

/** The kind of an axis. */
enum AxisScale {
    LINEAR("linear"),
    LOG("log"),
    INTEGER("integer"),
    INTEGER_LOG("integerLog"),
    LIST("list");

    private static final int LISTED = 8;
    /** A log axis that starts at or below 0 gets this fraction of its upper bound as its lower bound. */
    private static final double LOG_START = 1e-3;

    private final String id;

    AxisScale(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    static AxisScale of(MapAxis axis) {
        if (axis.dimension() instanceof SearchDimension.LogDimension) {
            return LOG;
        }
        if (axis.dimension() instanceof SearchDimension.IntegerDimension) {
            return axis.logarithmic() ? INTEGER_LOG : INTEGER;
        }
        return axis.dimension() instanceof SearchDimension.CategoricalDimension ? LIST : LINEAR;
    }

    boolean isInteger() {
        return this == INTEGER || this == INTEGER_LOG;
    }

    /** The same axis on this scale, with bounds that are as similar as the scale allows. */
    MapAxis apply(MapAxis axis) {
        if (of(axis) == this) {
            return axis;
        }
        if (this == LIST) {
            return new MapAxis(axis.key(), new SearchDimension.CategoricalDimension(listed(axis)), axis.count());
        }
        double low = axis.low();
        double high = axis.high();
        if (axis.dimension() instanceof SearchDimension.CategoricalDimension choice) {
            double[] numbers = choice.values().stream()
                    .mapToDouble(AxisScale::number)
                    .sorted()
                    .toArray();
            low = numbers[0];
            high = numbers[numbers.length - 1];
        }
        return withBounds(axis, low, high);
    }

    /** A text that is not a number is 0. */
    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static List<String> listed(MapAxis axis) {
        List<String> values = axis.values();
        List<String> listed = new ArrayList<>();
        int count = Math.min(LISTED, values.size());
        for (int i = 0; i < count; i++) {
            listed.add(values.get(count == 1 ? 0 : i * (values.size() - 1) / (count - 1)));
        }
        return listed;
    }

    /**
     * An axis of this scale, other than a list, with the key and the count of another one.
     *
     * @throws hyperlab.rule.InvalidInputException if the bounds are invalid
     */
    MapAxis withBounds(MapAxis axis, double low, double high) {
        double start = this == LOG && low <= 0 ? LOG_START * high : low;
        SearchDimension dimension = switch (this) {
            case LINEAR, LIST -> new SearchDimension.LinearDimension(low, high);
            case LOG -> new SearchDimension.LogDimension(start, high);
            case INTEGER -> new SearchDimension.IntegerDimension((int) Math.rint(low), (int) Math.rint(high));
            case INTEGER_LOG ->
                new SearchDimension.IntegerDimension(Math.max(1, (int) Math.rint(low)), (int) Math.rint(high));
        };
        return new MapAxis(axis.key(), dimension, axis.count(), this == INTEGER_LOG);
    }
}
