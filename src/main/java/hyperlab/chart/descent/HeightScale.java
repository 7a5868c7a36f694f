package hyperlab.chart.descent;

import hyperlab.chart.Surface;
import hyperlab.chart.SurfaceRange;
import hyperlab.chart.axis.Ticks;
import java.util.List;

/**
 * How the values of a surface become heights from 0 to 1. It is linear, or, where a few high walls would flatten
 * everything else, logarithmic: log(1 + (f − low)/unit), where the unit is the height of the median above the lowest
 * value.
 *
 * @param low the value with height 0
 * @param high the value with height 1
 * @param unit see above; infinite for a linear scale
 */
record HeightScale(double low, double high, double unit) {
    /** A surface that is this many times as high as its median has a logarithmic scale. */
    private static final double STEEP = 8;

    static HeightScale of(Surface surface) {
        SurfaceRange range = SurfaceRange.of(surface);
        double median = surface.quantile(0.5) - range.low();
        boolean steep = median > 0 && range.high() - range.low() > STEEP * median;
        return new HeightScale(range.low(), range.high(), steep ? median : Double.POSITIVE_INFINITY);
    }

    boolean isLogarithmic() {
        return Double.isFinite(unit);
    }

    /** The height of a value; NaN if the value is not finite, and 0 on a flat surface. */
    double height(double value) {
        if (!Double.isFinite(value)) {
            return Double.NaN;
        }
        double range = high - low;
        if (!(range > 0)) {
            return 0;
        }
        return isLogarithmic() ? Math.log1p((value - low) / unit) / Math.log1p(range / unit) : (value - low) / range;
    }

    /** At most {@code maxCount} round values between the lowest and the highest. */
    List<Double> ticks(int maxCount) {
        double smallest = Math.max(low, unit / 4);
        return isLogarithmic() && low >= 0
                ? Ticks.logarithmic(smallest, high, maxCount)
                : Ticks.linear(low, high, maxCount);
    }
}
