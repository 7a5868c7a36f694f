package hyperlab.chart.axis;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.Range;

/**
 * A linear axis with at most six round ticks. With automatic range, it fits the finite values of its datasets, and
 * shows 0 to 1 if there are none.
 */
public final class LinearAxis extends ZoomableNumberAxis {
    private static final Range EMPTY = new Range(0, 1);

    private final boolean integersOnly;
    private final double margin;
    private List<Double> tickValues = List.of();

    private LinearAxis(boolean integersOnly, double margin) {
        this.integersOnly = integersOnly;
        this.margin = margin;
        setAutoRangeIncludesZero(false);
        configure();
    }

    /** Returns an axis for dependent values, with a small margin on both sides. */
    public static LinearAxis ofValues() {
        return new LinearAxis(false, 0.05);
    }

    /** Returns an axis for independent values, without a margin. */
    public static LinearAxis ofPositions() {
        return new LinearAxis(false, 0);
    }

    /** Returns an axis for steps and epochs: without a margin, with ticks at whole numbers. */
    public static LinearAxis ofIntegers() {
        return new LinearAxis(true, 0);
    }

    /**
     * Sets the tick values, in ascending order, which are used if there is room for all of them; an empty list selects
     * round values.
     */
    public void setTickValues(List<Double> values) {
        tickValues = List.copyOf(values);
    }

    /** Returns the value at a pixel of the plot, rounded to the precision of a pixel. */
    public double valueAtPixel(double pixel, Rectangle2D plotArea) {
        Plot plot = Objects.requireNonNull(getPlot(), "an axis of a plot");
        RectangleEdge edge = equals(((XYPlot) plot).getDomainAxis())
                ? ((XYPlot) plot).getDomainAxisEdge()
                : ((XYPlot) plot).getRangeAxisEdge();
        double length = RectangleEdge.isTopOrBottom(edge) ? plotArea.getWidth() : plotArea.getHeight();
        double unit = Math.pow(10, Math.floor(Math.log10((getUpperBound() - getLowerBound()) / length)) + 1);
        double value = java2DToValue(pixel, plotArea, edge);
        return new BigDecimal(Math.rint(value / unit) * unit)
                .round(new MathContext(10))
                .doubleValue();
    }

    @Override
    public String valueText(double value) {
        return integersOnly ? AxisSupport.integerText(value) : super.valueText(value);
    }

    @Override
    public AxisSpace reserveSpace(Graphics2D g2, Plot plot, Rectangle2D area, RectangleEdge edge, AxisSpace space) {
        AxisSpace reserved = super.reserveSpace(g2, plot, area, edge, space);
        return isVisible() ? AxisSupport.reserveMinimum(reserved, edge, style()) : reserved;
    }

    @Override
    protected void autoAdjustRange() {
        Range dataRange = DataBounds.of(this, Double.NEGATIVE_INFINITY);
        if (dataRange == null) {
            setRange(EMPTY, false, false);
            return;
        }
        double low = dataRange.getLowerBound();
        double high = dataRange.getUpperBound();
        double room =
                high > low ? (high / 2 - low / 2) * 2 * margin : Math.max(Math.abs(low) * 0.1, integersOnly ? 1 : 1e-3);
        double from = high > low || margin > 0 ? low - room : low;
        setRange(
                new Range(Math.max(from, -Double.MAX_VALUE / 4), Math.min(high + room, Double.MAX_VALUE / 4)),
                false,
                false);
    }

    @Override
    public List<ValueTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
        double length = RectangleEdge.isTopOrBottom(edge) ? area.getWidth() : area.getHeight();
        int maxCount = AxisSupport.maxTickCount(g2, getTickLabelFont(), length, edge);
        List<Double> values = tickValues.isEmpty() || tickValues.size() > maxTickValueCount(g2, length, edge)
                ? ticks(g2, length, edge, maxCount)
                : tickValues;
        double step = values.size() < 2 ? 0 : values.get(1) - values.get(0);
        return AxisSupport.ticks(values, value -> Ticks.text(value, step), edge);
    }

    /**
     * Ticks for this length. If only one of the round numbers that surely fit is within the range, which tells nothing
     * about the scale, more are tried: their labels may be short.
     */
    private List<Double> ticks(Graphics2D g2, double length, RectangleEdge edge, int maxCount) {
        List<Double> sure = Ticks.linear(getLowerBound(), getUpperBound(), maxCount, integersOnly);
        for (int count = maxCount + 1; sure.size() < 2 && count <= maxCount + 2; count++) {
            List<Double> more = Ticks.linear(getLowerBound(), getUpperBound(), count, integersOnly);
            if (more.size() > 1
                    && more.size() <= AxisSupport.maxTickCount(g2, getTickLabelFont(), length, edge, widest(more))) {
                return more;
            }
        }
        return sure;
    }

    private static String widest(List<Double> values) {
        double step = values.get(1) - values.get(0);
        return values.stream()
                .map(value -> Ticks.text(value, step))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    private int maxTickValueCount(Graphics2D g2, double length, RectangleEdge edge) {
        String widest = Ticks.text(tickValues.get(tickValues.size() - 1), 1);
        return AxisSupport.maxTickCount(g2, getTickLabelFont(), length, edge, widest);
    }
}
