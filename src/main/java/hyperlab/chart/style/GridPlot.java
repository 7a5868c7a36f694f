package hyperlab.chart.style;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.annotations.XYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** A plot that reserves padding for its end labels and draws no grid line over an axis line. */
final class GridPlot extends XYPlot {
    private static final double TOP = 8;
    private static final double RIGHT = 16;

    private double scale = 1;

    void scale(double newScale) {
        scale = newScale;
    }

    @Override
    public boolean isDomainZoomable() {
        return isZoomable(getDomainAxis());
    }

    @Override
    public boolean isRangeZoomable() {
        return isZoomable(getRangeAxis());
    }

    @Override
    public boolean isDomainPannable() {
        return isDomainZoomable();
    }

    @Override
    public boolean isRangePannable() {
        return isRangeZoomable();
    }

    /** Whether an axis shows numbers. */
    private static boolean isZoomable(ValueAxis axis) {
        return axis instanceof ZoomableAxis && axis.isVisible() && axis.isTickLabelsVisible();
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, Point2D anchor, PlotState parentState, PlotRenderingInfo info) {
        double right = RIGHT * scale;
        for (XYAnnotation annotation : getAnnotations()) {
            if (annotation instanceof EndLabels labels) {
                labels.fitTo(area.getWidth());
                right = Math.max(right, labels.requiredPadding(getDomainAxis()));
            }
        }
        setInsets(new RectangleInsets(TOP * scale, 0, 0, right), false);
        super.draw(g2, area, anchor, parentState, info);
    }

    @Override
    protected void drawDomainGridlines(Graphics2D g2, Rectangle2D area, List<ValueTick> ticks) {
        super.drawDomainGridlines(g2, area, withoutAxisLine(ticks, getDomainAxis()));
    }

    @Override
    protected void drawRangeGridlines(Graphics2D g2, Rectangle2D area, List<ValueTick> ticks) {
        super.drawRangeGridlines(g2, area, withoutAxisLine(ticks, getRangeAxis()));
    }

    /** Returns the ticks that are not on the other axis's line. */
    private static List<ValueTick> withoutAxisLine(List<ValueTick> ticks, ValueAxis axis) {
        double low = axis.getLowerBound();
        double near = Math.abs(low) * 1e-9 + Double.MIN_NORMAL;
        return ticks.stream().filter(tick -> tick.getValue() - low > near).toList();
    }
}
