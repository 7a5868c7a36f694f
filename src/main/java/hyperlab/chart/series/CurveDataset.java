package hyperlab.chart.series;

import java.util.List;
import org.jfree.data.DomainOrder;
import org.jfree.data.xy.AbstractXYDataset;

/** A dataset of curves that are replaced together, with one notification. Once displayed, use only on the FX thread. */
public final class CurveDataset extends AbstractXYDataset {
    private List<Curve> curves = List.of();

    /** Replaces all curves. */
    public void show(List<Curve> newCurves) {
        curves = List.copyOf(newCurves);
        fireDatasetChanged();
    }

    /** Replaces all curves. */
    public void show(Curve... newCurves) {
        show(List.of(newCurves));
    }

    public Curve curve(int series) {
        return curves.get(series);
    }

    @Override
    public int getSeriesCount() {
        return curves.size();
    }

    @Override
    public Comparable<?> getSeriesKey(int series) {
        return series;
    }

    @Override
    public DomainOrder getDomainOrder() {
        return DomainOrder.NONE;
    }

    @Override
    public int getItemCount(int series) {
        return curves.get(series).size();
    }

    @Override
    public Number getX(int series, int item) {
        return getXValue(series, item);
    }

    @Override
    public Number getY(int series, int item) {
        return getYValue(series, item);
    }

    @Override
    public double getXValue(int series, int item) {
        return curves.get(series).x(item);
    }

    @Override
    public double getYValue(int series, int item) {
        return curves.get(series).y(item);
    }
}
