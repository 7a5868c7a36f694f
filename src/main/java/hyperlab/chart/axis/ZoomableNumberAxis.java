package hyperlab.chart.axis;

import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.Themed;
import hyperlab.chart.style.ZoomableAxis;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Objects;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.Range;
import org.jspecify.annotations.Nullable;

/**
 * A linear axis that the user can zoom and pan. It has the style of its chart, and shortens a title that does not fit.
 */
public abstract class ZoomableNumberAxis extends NumberAxis implements ZoomableAxis, Themed {
    private final AxisZoom zoom = new AxisZoom(Range::getLength);
    private ChartStyle style = ChartStyle.of(ChartTheme.LIGHT);

    protected final ChartStyle style() {
        return style;
    }

    @Override
    public void style(ChartStyle newStyle) {
        style = newStyle;
        AxisSupport.style(this, newStyle);
    }

    @Override
    public void setLabel(@Nullable String title) {
        if (!Objects.equals(title, getLabel())) {
            super.setLabel(title);
            AxisSupport.styleTitle(this, style);
        }
    }

    @Override
    protected AxisState drawLabel(
            @Nullable String label,
            Graphics2D g2,
            Rectangle2D outerArea,
            Rectangle2D area,
            RectangleEdge edge,
            AxisState state) {
        String title = AxisSupport.fitTitle(label, getLabelFont(), outerArea, area, edge);
        return super.drawLabel(title, g2, outerArea, area, edge, state);
    }

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
