package hyperlab.chart.style;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;

/** An annotation that follows the chart's style. */
public abstract class StyledAnnotation extends AbstractXYAnnotation implements Themed {
    private ChartStyle style = ChartStyle.of(ChartTheme.LIGHT);
    private List<HotSpot> noted = new ArrayList<>();
    /** Replaced as a whole, because charts are drawn on workers. */
    private volatile List<HotSpot> hotSpots = List.of();

    private record HotSpot(Shape shape, String text) {}

    /**
     * Notes what a shape of this drawing shows, in words, for the pointer over it. Later shapes are above earlier ones.
     */
    protected final void note(Shape shape, String text) {
        noted.add(new HotSpot(shape, text));
    }

    /** Returns what the last drawing on a screen shows at a pixel; empty if it shows nothing there. */
    public Optional<String> textAt(double pixelX, double pixelY, Rectangle2D area) {
        List<HotSpot> spots = hotSpots;
        for (int k = spots.size() - 1; k >= 0; k--) {
            if (spots.get(k).shape().contains(pixelX, pixelY)) {
                return Optional.of(spots.get(k).text());
            }
        }
        return Optional.empty();
    }

    public ChartStyle style() {
        return style;
    }

    @Override
    public void style(ChartStyle newStyle) {
        style = newStyle;
        fireAnnotationChanged();
    }

    @Override
    public void draw(
            Graphics2D g2,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis xAxis,
            ValueAxis yAxis,
            int rendererIndex,
            PlotRenderingInfo info) {
        noted = new ArrayList<>();
        draw(g2, area, new PixelTransform(plot, area, xAxis, yAxis));
        if (ChartRenderingHint.reusesCache(g2)) {
            hotSpots = List.copyOf(noted);
        }
    }

    public abstract void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels);

    /** The words that it shows, for a description of the chart; without the names of curves. */
    public List<String> words() {
        return List.of();
    }

    /**
     * Runs {@code drawing} with a clip that extends {@code right} pixels past the plot's right edge and slightly above
     * and below the plot.
     */
    public void drawWithWiderClip(Graphics2D g2, Rectangle2D area, double right, Runnable drawing) {
        double above = 8 * style.scale();
        Shape clip = g2.getClip();
        g2.setClip(new Rectangle2D.Double(
                area.getX(), area.getY() - above, area.getWidth() + right, area.getHeight() + 2 * above));
        drawing.run();
        g2.setClip(clip);
    }

    /** Converts values to pixels; NaN for a value that an axis cannot show. */
    public record PixelTransform(XYPlot plot, Rectangle2D area, ValueAxis xAxis, ValueAxis yAxis) {
        public double x(double value) {
            return xAxis.valueToJava2D(value, area, plot.getDomainAxisEdge());
        }

        public double y(double value) {
            return yAxis.valueToJava2D(value, area, plot.getRangeAxisEdge());
        }

        public Range xRange() {
            return xAxis.getRange();
        }

        public Range yRange() {
            return yAxis.getRange();
        }

        /** The part of an interval of x that the plot shows; requires a linear axis. */
        public VisiblePart xPart(double low, double high) {
            return VisiblePart.of(xRange(), low, high);
        }

        /** The part of an interval of y that the plot shows; requires a linear axis. */
        public VisiblePart yPart(double low, double high) {
            return VisiblePart.of(yRange(), low, high);
        }
    }

    /**
     * The part of an interval that a plot shows: position p of the plot, from 0 to 1, is at {@code start + p * length}
     * of the interval, from 0 to 1. Exactly (0, 1) if it shows the whole interval.
     */
    public record VisiblePart(double start, double length) {
        static VisiblePart of(Range shown, double low, double high) {
            return new VisiblePart((shown.getLowerBound() - low) / (high - low), shown.getLength() / (high - low));
        }

        public double at(double position) {
            return start + position * length;
        }

        /** Whether a position of the plot, give or take {@code tolerance}, is in the interval. */
        public boolean contains(double position, double tolerance) {
            double share = at(position);
            double room = tolerance * length;
            return share >= -room && share <= 1 + room;
        }
    }
}
