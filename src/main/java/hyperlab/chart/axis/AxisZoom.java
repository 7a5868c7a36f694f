package hyperlab.chart.axis;

import java.util.function.ToDoubleFunction;
import org.jfree.data.Range;
import org.jspecify.annotations.Nullable;

/**
 * The home range of an axis and the range that the user chose, if any. Gestures run in {@link #asUser}; every other
 * range is a new home range. A user's range that is too short, too long, or not finite is rejected.
 */
final class AxisZoom {
    /** Limits of the length of a user's range, in multiples of the length of the home range. */
    private static final double SHORTEST = 1e-6;

    private static final double LONGEST = 1e3;
    /** The shortest range relative to its values; the pixels of a shorter one would share floating-point numbers. */
    private static final double PRECISION = 1e-12;

    private static final double ROUNDING = 1e-9;

    private final ToDoubleFunction<Range> length;
    private Range home = new Range(0, 1);
    private @Nullable Range chosen;
    private boolean userActs;

    /** @param length the length of a range on the scale of the axis; NaN if the axis cannot show the range */
    AxisZoom(ToDoubleFunction<Range> length) {
        this.length = length;
    }

    /** Runs a gesture; the ranges that it sets are the user's. */
    void asUser(Runnable gesture) {
        boolean before = userActs;
        userActs = true;
        try {
            gesture.run();
        } finally {
            userActs = before;
        }
    }

    boolean isUserActing() {
        return userActs;
    }

    /** Takes a range that was set and returns the one to show. */
    Range accept(Range range) {
        if (!userActs) {
            home = range;
        } else if (isAllowed(range)) {
            chosen = isHome(range) ? null : range;
        }
        return visible();
    }

    private boolean isAllowed(Range range) {
        double share = length.applyAsDouble(range) / length.applyAsDouble(home);
        double largest = Math.max(Math.abs(range.getLowerBound()), Math.abs(range.getUpperBound()));
        return share >= SHORTEST && share <= LONGEST && range.getLength() > PRECISION * largest;
    }

    /**
     * Whether a range is the home range, up to rounding: after zooming in and out again, the axis follows the chart.
     */
    private boolean isHome(Range range) {
        return distance(range.getLowerBound(), home.getLowerBound()) < ROUNDING
                && distance(range.getUpperBound(), home.getUpperBound()) < ROUNDING;
    }

    /** The distance of two values on the scale of the axis, in lengths of the home range. */
    private double distance(double one, double other) {
        return length.applyAsDouble(new Range(Math.min(one, other), Math.max(one, other))) / length.applyAsDouble(home);
    }

    Range home() {
        return home;
    }

    boolean isZoomed() {
        return chosen != null && !chosen.equals(home);
    }

    /** Forgets the user's range and returns the home range. */
    Range reset() {
        chosen = null;
        return home;
    }

    private Range visible() {
        return chosen == null ? home : chosen;
    }
}
