package hyperlab.lesson;

import hyperlab.lesson.Question.Axis;
import java.util.ArrayList;
import java.util.List;

/**
 * The shape of a curve on an axis, as one would describe it in words: the monotone parts between its turns, and how it
 * ends. Wiggles below {@value #NOISE} of the axis' height are ignored, so that an unsteady hand has no effect; and so
 * are turns that are closer together than one can sketch.
 *
 * @param parts the directions between the turns, in order: rises, falls, or stays level
 * @param turns where it turns, as positions on the horizontal axis: 0 at its lower end and 1 at its upper end
 * @param plateau whether the last quarter is level after something else
 * @param timings where each part changes, in the order of {@code parts}
 * @param blowsUp whether it leaves the axis at the top and does not return, or ends there because it is no longer
 *     finite
 */
public record Shape(List<Direction> parts, List<Double> turns, List<Timing> timings, boolean plateau, boolean blowsUp) {
    /** The part of the axis' height below which a change is noise. */
    public static final double NOISE = 0.04;

    /** From this number of turns on, a curve oscillates, and the number no longer matters. */
    public static final int OSCILLATION_TURNS = 4;

    /** The part of the width below which a curve is averaged; the points of a sketch are farther apart. */
    private static final double RESOLUTION = 0.03;

    private static final double LAST_QUARTER = 0.75;
    private static final double SMALLEST_TIMED = 3 * NOISE;
    private static final Timing STEADY = new Timing(0.5);

    public Shape {
        parts = List.copyOf(parts);
        turns = List.copyOf(turns);
        timings = List.copyOf(timings);
    }

    /**
     * Where a part between two turns changes.
     *
     * @param progress the share of its change that is already made, averaged over its width: 0.5 for a straight line,
     *     less if it is level first and changes at the end, more if it changes first and is level at the end
     */
    public record Timing(double progress) {
        private static final double EARLY = 0.6;
        private static final double LATE = 0.4;

        /** The smallest difference in progress that is seen. */
        private static final double VISIBLE = 0.15;

        /** 1 if the part changes mainly at its start, −1 if mainly at its end, 0 if it changes steadily. */
        private int kind() {
            return progress > EARLY ? 1 : progress < LATE ? -1 : 0;
        }

        /** Whether this part changes visibly later than another one, and is described in other words. */
        public boolean isLaterThan(Timing other) {
            return kind() < other.kind() && other.progress - progress > VISIBLE;
        }
    }

    /** A direction. */
    public enum Direction {
        RISES,
        FALLS,
        LEVEL
    }

    /** Whether the curve turns back and forth. */
    public boolean oscillates() {
        return turns.size() >= OSCILLATION_TURNS;
    }

    /** Describes a curve. */
    public static Shape of(Curve curve, Axis xAxis, Axis yAxis) {
        List<double[]> points = points(curve, xAxis, yAxis);
        if (points.size() < 2) {
            return new Shape(List.of(Direction.LEVEL), List.of(), List.of(STEADY), false, false);
        }
        Shape shape = of(points, blowsUp(curve, points, yAxis));
        Shape smoothed = shape.oscillates() ? of(smoothed(points), shape.blowsUp()) : shape;
        return smoothed.oscillates() ? shape : smoothed;
    }

    private static Shape of(List<double[]> points, boolean blowsUp) {
        List<double[]> extremes = extremes(points);
        List<Direction> parts = new ArrayList<>();
        List<Double> turns = new ArrayList<>();
        List<Timing> timings = new ArrayList<>();
        for (int i = 0; i + 1 < extremes.size(); i++) {
            parts.add(direction(extremes.get(i)[1], extremes.get(i + 1)[1]));
            timings.add(timing(points, extremes.get(i), extremes.get(i + 1)));
            if (i > 0) {
                turns.add(extremes.get(i)[0]);
            }
        }
        return new Shape(parts, turns, timings, plateau(points), blowsUp);
    }

    /**
     * Averages what is closer together than {@value #RESOLUTION} of the width: the noise of a run from one epoch to the
     * next, which nobody would sketch, is no oscillation.
     */
    private static List<double[]> smoothed(List<double[]> points) {
        List<double[]> smoothed = new ArrayList<>();
        int first = 0;
        int end = 0;
        double sum = 0;
        for (double[] point : points) {
            for (; end < points.size() && points.get(end)[0] < point[0] + RESOLUTION; end++) {
                sum += points.get(end)[1];
            }
            for (; points.get(first)[0] <= point[0] - RESOLUTION; first++) {
                sum -= points.get(first)[1];
            }
            smoothed.add(new double[] {point[0], sum / (end - first)});
        }
        return smoothed;
    }

    /** The mean progress from one extreme to the next; steady for a change that is too small to judge. */
    private static Timing timing(List<double[]> points, double[] from, double[] to) {
        double change = to[1] - from[1];
        double width = to[0] - from[0];
        if (Math.abs(change) < SMALLEST_TIMED || width <= 0) {
            return STEADY;
        }
        double area = 0;
        double[] last = from;
        for (double[] point : points) {
            if (point[0] > from[0] && point[0] <= to[0]) {
                area += (point[0] - last[0]) * ((point[1] + last[1]) / 2 - from[1]);
                last = point;
            }
        }
        return new Timing(area / (change * width));
    }

    /** Positions on the axes, 0 to 1; values outside of the vertical axis are moved to its ends. */
    private static List<double[]> points(Curve curve, Axis xAxis, Axis yAxis) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < curve.x().length; i++) {
            double y = curve.y()[i];
            if (!Double.isNaN(y)) {
                double position = yAxis.logarithmic() && y <= 0 ? 0 : yAxis.position(y);
                points.add(new double[] {xAxis.position(curve.x()[i]), Math.max(0, Math.min(1, position))});
            }
        }
        return points;
    }

    private static Direction direction(double from, double to) {
        if (Math.abs(to - from) < NOISE) {
            return Direction.LEVEL;
        }
        return to > from ? Direction.RISES : Direction.FALLS;
    }

    /** The ends and the turns: a turn counts once the curve has moved back from it by more than the noise. */
    private static List<double[]> extremes(List<double[]> points) {
        List<double[]> extremes = new ArrayList<>(List.of(points.get(0)));
        double[] highest = points.get(0);
        double[] lowest = points.get(0);
        int heading = 0;
        for (double[] point : points) {
            highest = point[1] > highest[1] ? point : highest;
            lowest = point[1] < lowest[1] ? point : lowest;
            if (heading >= 0 && point[1] < highest[1] - NOISE) {
                if (heading > 0) {
                    extremes.add(highest);
                }
                heading = -1;
                lowest = point;
            } else if (heading <= 0 && point[1] > lowest[1] + NOISE) {
                if (heading < 0) {
                    extremes.add(lowest);
                }
                heading = 1;
                highest = point;
            }
        }
        extremes.add(points.get(points.size() - 1));
        return extremes;
    }

    private static boolean plateau(List<double[]> points) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double lowBefore = Double.POSITIVE_INFINITY;
        double highBefore = Double.NEGATIVE_INFINITY;
        double end = points.get(points.size() - 1)[0];
        double start = points.get(0)[0];
        double from = start + LAST_QUARTER * (end - start);
        for (double[] point : points) {
            lowBefore = Math.min(lowBefore, point[1]);
            highBefore = Math.max(highBefore, point[1]);
            if (point[0] >= from) {
                low = Math.min(low, point[1]);
                high = Math.max(high, point[1]);
            }
        }
        return high - low < NOISE && highBefore - lowBefore >= 2 * NOISE;
    }

    private static boolean blowsUp(Curve curve, List<double[]> points, Axis yAxis) {
        int last = curve.y().length - 1;
        while (last >= 0 && Double.isNaN(curve.y()[last])) {
            last--;
        }
        boolean endsAtTop = points.get(points.size() - 1)[1] >= 1 - NOISE;
        boolean startsBelow = points.get(0)[1] < 1 - 2 * NOISE;
        boolean above = curve.y()[last] >= yAxis.value(1 - NOISE);
        return endsAtTop && startsBelow && above;
    }
}
