package hyperlab.chart.axis;

import hyperlab.chart.style.ZoomableAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.data.Range;

/** A linear axis that the user can zoom and pan. */
public abstract class ZoomableNumberAxis extends NumberAxis implements ZoomableAxis {
    private final AxisZoom zoom = new AxisZoom(Range::getLength);

    @Override
    public Range homeRange() {
        return zoom.home();
    }

    @Override
    public boolean isZoomed() {
        return zoom.isZoomed();
    }

    @Override
    public void resetZoom() {
        setRange(zoom.reset(), false, true);
    }

    @Override
    public String valueText(double value) {
        return AxisSupport.valueText(value, getRange().getLength());
    }

    @Override
    public void setRange(Range range, boolean turnOffAutoRange, boolean notify) {
        super.setRange(zoom.accept(range), turnOffAutoRange && !zoom.isUserActing(), notify);
    }

    @Override
    public void setPlot(Plot plot) {
        if (!AxisSupport.isIn(plot, this)) {
            super.setRange(zoom.reset(), false, false);
        }
        super.setPlot(plot);
    }

    @Override
    public void zoomRange(double lowerShare, double upperShare) {
        zoom.asUser(() -> super.zoomRange(lowerShare, upperShare));
    }

    /** Resets the zoom if {@code factor} is 0. */
    @Override
    public void resizeRange(double factor, double center) {
        if (factor > 0) {
            zoom.asUser(() -> super.resizeRange(factor, center));
        } else {
            resetZoom();
        }
    }

    /** Resets the zoom if {@code factor} is 0. */
    @Override
    public void resizeRange2(double factor, double anchor) {
        if (factor > 0) {
            zoom.asUser(() -> super.resizeRange2(factor, anchor));
        } else {
            resetZoom();
        }
    }

    @Override
    public void pan(double share) {
        zoom.asUser(() -> super.pan(share));
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
