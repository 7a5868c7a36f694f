package hyperlab.chart.axis;

import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.Themed;
import hyperlab.chart.style.ZoomableAxis;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.Range;
import org.jspecify.annotations.Nullable;

/**
 * A logarithmic axis with at most six ticks, at powers of ten if there are enough. With automatic range, it fits the
 * positive finite values of its datasets, and shows 0.1 to 10 if there are none. A value that it cannot show is
 * converted to {@code NaN}.
 */
public final class LogarithmicAxis extends LogAxis implements Themed, ZoomableAxis {
    private static final Range EMPTY = new Range(0.1, 10);
    private static final double MARGIN = 0.05;
    private static final double SMALLEST = 1e-300;
    private static final double LARGEST = 1e300;

    private final boolean powersOfTwo;
    private final AxisZoom zoom = new AxisZoom(LogarithmicAxis::decades);
    private ChartStyle style = ChartStyle.of(ChartTheme.LIGHT);

    public LogarithmicAxis() {
        this(false);
    }

    private LogarithmicAxis(boolean powersOfTwo) {
        this.powersOfTwo = powersOfTwo;
        setSmallestValue(SMALLEST);
        setRange(EMPTY, false, false);
    }

    /** Returns an axis for batch sizes, with ticks at powers of two. */
    public static LogarithmicAxis ofPowersOfTwo() {
        return new LogarithmicAxis(true);
    }

    /** The length of a range in powers of ten; NaN if this axis cannot show it. */
    private static double decades(Range range) {
        boolean shown = range.getLowerBound() >= SMALLEST && range.getUpperBound() <= LARGEST;
        return shown ? Math.log10(range.getUpperBound()) - Math.log10(range.getLowerBound()) : Double.NaN;
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
        return powersOfTwo
                ? AxisSupport.integerText(value)
                : AxisSupport.valueText(value, value * Math.min(10, decades(getRange()) * Math.log(10)));
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
    public void setLabel(@Nullable String title) {
        if (!Objects.equals(title, getLabel())) {
            super.setLabel(title);
            AxisSupport.styleTitle(this, style);
        }
    }

    @Override
    public void style(ChartStyle newStyle) {
        style = newStyle;
        AxisSupport.style(this, newStyle);
    }

    @Override
    public AxisSpace reserveSpace(Graphics2D g2, Plot plot, Rectangle2D area, RectangleEdge edge, AxisSpace space) {
        return AxisSupport.reserveMinimum(super.reserveSpace(g2, plot, area, edge, space), edge, style);
    }

    @Override
    public double valueToJava2D(double value, Rectangle2D area, RectangleEdge edge) {
        return value > 0 && value <= Double.MAX_VALUE ? super.valueToJava2D(value, area, edge) : Double.NaN;
    }

    @Override
    protected void autoAdjustRange() {
        Range dataRange = DataBounds.of(this, 0);
        if (dataRange == null) {
            setRange(EMPTY, false, false);
            return;
        }
        double low = Math.log10(Math.max(dataRange.getLowerBound(), SMALLEST));
        double high = Math.log10(Math.min(dataRange.getUpperBound(), LARGEST));
        double room = high - low > 1e-6 ? (high - low) * MARGIN : 0.5;
        setRange(
                new Range(Math.max(SMALLEST, Math.pow(10, low - room)), Math.min(LARGEST, Math.pow(10, high + room))),
                false,
                false);
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
    public List<ValueTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
        double length = RectangleEdge.isTopOrBottom(edge) ? area.getWidth() : area.getHeight();
        int maxCount = AxisSupport.maxTickCount(g2, getTickLabelFont(), length, edge);
        if (powersOfTwo) {
            return AxisSupport.ticks(
                    Ticks.powersOfTwo(getLowerBound(), getUpperBound(), maxCount), Ticks::powerOfTwoText, edge);
        }
        List<Double> ticks = Ticks.logarithmic(getLowerBound(), getUpperBound(), maxCount);
        return AxisSupport.ticks(ticks, tick -> Ticks.logText(tick, ticks), edge);
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
