package hyperlab.map;

import hyperlab.tune.SearchDimension;
import hyperlab.tune.SearchDimension.IntegerDimension;
import hyperlab.tune.SearchDimension.LinearDimension;
import hyperlab.tune.SearchDimension.LogDimension;

/**
 * A zoom from a whole map into a part of it, in frames between which the magnification grows by a constant factor. On
 * an axis whose width on its scale shrinks from W to w, frame k of n has the width W·(w/W)^(k/(n − 1)), and the point
 * that does not move stays in place.
 *
 * @param whole the first frame
 * @param part the last frame; only its axes differ, and they have the same kind of values
 * @param frames number of frames, 2 … {@value #MAX_FRAMES}
 */
public record MapZoom(MapSpecification whole, MapSpecification part, int frames) {
    public static final int MAX_FRAMES = 200;

    /**
     * The part of a map around a point, magnified on both axes; it does not leave the map.
     *
     * @param factor &gt; 1
     */
    public static MapSpecification around(MapSpecification map, double x, double y, double factor) {
        return map.withAxes(around(map.x(), x, factor), around(map.y(), y, factor));
    }

    private static MapAxis around(MapAxis axis, double center, double factor) {
        double low = scaled(axis, axis.low());
        double high = scaled(axis, axis.high());
        double width = (high - low) / factor;
        double start = Math.max(low, Math.min(high - width, scaled(axis, center) - width / 2));
        return withBounds(axis, start, start + width);
    }

    /** The map of a frame, from 0. */
    public MapSpecification frame(int frame) {
        if (frame == 0 || frame == frames - 1) {
            return frame == 0 ? whole : part;
        }
        double time = frame / (frames - 1.0);
        return whole.withAxes(between(whole.x(), part.x(), time), between(whole.y(), part.y(), time));
    }

    /** How many times as wide the whole map is as a frame, on the axis that is magnified more. */
    public double magnification(int frame) {
        MapSpecification shown = frame(frame);
        return Math.max(width(whole.x()) / width(shown.x()), width(whole.y()) / width(shown.y()));
    }

    private static double width(MapAxis axis) {
        return scaled(axis, axis.high()) - scaled(axis, axis.low());
    }

    private static MapAxis between(MapAxis first, MapAxis last, double time) {
        double low = scaled(first, first.low());
        double ratio = width(last) / width(first);
        if (first.equals(last) || !(ratio > 0) || ratio == 1) {
            return time < 1 ? first : last;
        }
        double shrunk = Math.pow(ratio, time);
        double start = low + (scaled(last, last.low()) - low) * (1 - shrunk) / (1 - ratio);
        return withBounds(first, start, start + shrunk * width(first));
    }

    private static double scaled(MapAxis axis, double value) {
        return axis.isLogarithmic() ? Math.log(value) : value;
    }

    private static MapAxis withBounds(MapAxis axis, double low, double high) {
        double from = axis.isLogarithmic() ? Math.exp(low) : low;
        double to = axis.isLogarithmic() ? Math.exp(high) : high;
        return axis.withDimension(dimension(axis.dimension(), from, to));
    }

    private static SearchDimension dimension(SearchDimension dimension, double low, double high) {
        if (dimension instanceof LogDimension) {
            return new LogDimension(low, high);
        }
        if (dimension instanceof LinearDimension) {
            return new LinearDimension(low, high);
        }
        if (dimension instanceof IntegerDimension) {
            int from = (int) Math.rint(low);
            return new IntegerDimension(from, Math.max(from + 1, (int) Math.rint(high)));
        }
        return dimension;
    }
}
