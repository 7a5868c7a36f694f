package hyperlab.chart;

/** The lowest and the highest finite value of a surface. */
public record SurfaceRange(double low, double high) {
    public static SurfaceRange of(Surface heat) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < heat.rows(); row++) {
            for (int column = 0; column < heat.columns(); column++) {
                double value = heat.samples().value(column, row);
                low = Double.isFinite(value) ? Math.min(low, value) : low;
                high = Double.isFinite(value) ? Math.max(high, value) : high;
            }
        }
        return new SurfaceRange(low, high);
    }
}
