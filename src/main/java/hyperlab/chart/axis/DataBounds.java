package hyperlab.chart.axis;

import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;
import org.jfree.data.xy.XYDataset;
import org.jspecify.annotations.Nullable;

/** The range of the finite values of all datasets on an axis. */
final class DataBounds {
    private DataBounds() {}

    /**
     * Returns the bounds of the values that {@code axis} can show.
     *
     * @param above only values greater than this count: 0 for a logarithmic axis
     * @return null if there are none
     */
    static @Nullable Range of(ValueAxis axis, double above) {
        Plot owner = axis.getPlot();
        if (!(owner instanceof XYPlot plot)) {
            return null;
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < plot.getDatasetCount(); i++) {
            XYDataset dataset = plot.getDataset(i);
            if (dataset == null) {
                continue;
            }
            boolean domain = axis.equals(plot.getDomainAxisForDataset(i));
            if (!domain && !axis.equals(plot.getRangeAxisForDataset(i))) {
                continue;
            }
            for (int series = 0; series < dataset.getSeriesCount(); series++) {
                int count = dataset.getItemCount(series);
                for (int item = 0; item < count; item++) {
                    double value = domain ? dataset.getXValue(series, item) : dataset.getYValue(series, item);
                    if (value > above && Math.abs(value) <= Double.MAX_VALUE) {
                        low = Math.min(low, value);
                        high = Math.max(high, value);
                    }
                }
            }
        }
        return low <= high ? new Range(low, high) : null;
    }
}
