package hyperlab.chart.axis;

import hyperlab.chart.style.ChartFonts;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.TextPainter;
import hyperlab.text.NumberFormats;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jspecify.annotations.Nullable;

/** Code that all the axis classes share. */
final class AxisSupport {
    /** The maximum number of ticks on an axis. */
    static final int MAX_TICKS = 6;

    private static final double VISIBLE_STEPS = 1000;
    private static final double LARGEST_NORMAL_FONT = 15;
    private static final int MAX_DIGITS = 12;
    private static final int INTEGER_DIGITS = 7;
    private static final double LEFT = 48;
    private static final double BOTTOM = 38;
    private static final double VERTICAL_SPACING = 2.2;
    private static final double HORIZONTAL_INSET = 2;
    private static final double VERTICAL_INSET = 4;

    private AxisSupport() {}

    /** Sets fonts, lines, and gaps from the style; tick marks are outside the plot. */
    static void style(ValueAxis axis, ChartStyle style) {
        styleTitle(axis, style);
        axis.setTickLabelFont(style.axisFont());
        axis.setLabelPaint(style.theme().muted());
        axis.setTickLabelPaint(style.theme().muted());
        axis.setAxisLinePaint(style.theme().axis());
        axis.setAxisLineStroke(new BasicStroke(1));
        axis.setTickMarkPaint(style.theme().axis());
        axis.setTickMarkStroke(new BasicStroke(1));
        axis.setTickMarkOutsideLength((float) (4 * style.scale()));
        axis.setTickMarkInsideLength(0);
        axis.setMinorTickMarksVisible(false);
        axis.setLabelInsets(new RectangleInsets(1, 1, 1, 1));
        axis.setTickLabelInsets(new RectangleInsets(
                HORIZONTAL_INSET * style.scale(),
                VERTICAL_INSET * style.scale(),
                HORIZONTAL_INSET * style.scale(),
                VERTICAL_INSET * style.scale()));
    }

    /** Sets a font that has all characters of the title. */
    static void styleTitle(ValueAxis axis, ChartStyle style) {
        String title = Objects.requireNonNullElse(axis.getLabel(), "");
        axis.setLabelFont(ChartFonts.withFallback(style.axisFont(), title));
    }

    /**
     * Reserves a minimum width for the left axis and a minimum height for the bottom axis, so that charts stacked above
     * each other line up.
     */
    static AxisSpace reserveMinimum(AxisSpace reserved, RectangleEdge edge, ChartStyle style) {
        if (RectangleEdge.LEFT.equals(edge)) {
            reserved.setLeft(Math.max(reserved.getLeft(), LEFT * style.scale()));
        } else if (RectangleEdge.BOTTOM.equals(edge)) {
            reserved.setBottom(Math.max(reserved.getBottom(), BOTTOM * style.scale()));
        }
        return reserved;
    }

    /**
     * Fits a title into the space next to its axis, on which it is centered: the whole title, the title without the
     * part after its last comma, or a title shortened with an ellipsis. In a presentation, a title that does not fit is
     * left out.
     *
     * @param outerArea the area available to the whole plot, including its axes
     */
    static @Nullable String fitTitle(
            @Nullable String fullTitle, Font font, Rectangle2D outerArea, Rectangle2D area, RectangleEdge edge) {
        if (fullTitle == null) {
            return null;
        }
        double room = RectangleEdge.isTopOrBottom(edge)
                ? 2 * Math.min(area.getCenterX() - outerArea.getMinX(), outerArea.getMaxX() - area.getCenterX())
                : 2 * Math.min(area.getCenterY() - outerArea.getMinY(), outerArea.getMaxY() - area.getCenterY());
        int comma = fullTitle.lastIndexOf(", ");
        boolean fits = comma < 0 || TextPainter.width(fullTitle, font) <= room;
        String title = fits ? fullTitle : fullTitle.substring(0, comma);
        boolean presented = font.getSize2D() > LARGEST_NORMAL_FONT;
        return presented && TextPainter.width(title, font) > room ? null : TextPainter.ellipsize(title, font, room);
    }

    /** Returns how many ticks fit on an axis of {@code length} pixels. */
    static int maxTickCount(Graphics2D g2, Font font, double length, RectangleEdge edge) {
        return maxTickCount(g2, font, length, edge, "−0.005");
    }

    /** Returns how many ticks fit if the widest label is {@code widest}. */
    static int maxTickCount(Graphics2D g2, Font font, double length, RectangleEdge edge, String widestLabel) {
        FontMetrics metrics = g2.getFontMetrics(font);
        double each = RectangleEdge.isTopOrBottom(edge)
                ? metrics.stringWidth(widestLabel) * 1.5
                : metrics.getHeight() * VERTICAL_SPACING;
        return (int) Math.max(2, Math.min(MAX_TICKS, length / each + 1));
    }

    /** Formats a value with the precision that a range of this length needs. */
    static String valueText(double value, double rangeLength) {
        double unit = Math.pow(10, Math.floor(Math.log10(rangeLength / VISIBLE_STEPS)));
        double rounded = Math.rint(value / unit) * unit;
        int digits = (int) Math.floor(Math.log10(Math.max(Math.abs(rounded), unit) / unit) + 1e-9) + 1;
        return NumberFormats.format(rounded, Math.max(1, Math.min(MAX_DIGITS, digits)));
    }

    /** Formats the whole number nearest to a value. */
    static String integerText(double value) {
        return NumberFormats.format(Math.rint(value), INTEGER_DIGITS);
    }

    /** Whether the axis is the plot's domain or range axis. */
    static boolean isIn(@Nullable Plot plot, ValueAxis axis) {
        return plot instanceof XYPlot xy && (axis.equals(xy.getDomainAxis()) || axis.equals(xy.getRangeAxis()));
    }

    /** Returns JFreeChart ticks for these values. */
    static List<ValueTick> ticks(List<Double> values, DoubleFunction<String> text, RectangleEdge edge) {
        TextAnchor anchor = RectangleEdge.isTopOrBottom(edge) ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        List<ValueTick> ticks = new ArrayList<>();
        for (double value : values) {
            ticks.add(new NumberTick(value, text.apply(value), anchor, anchor, 0));
        }
        return ticks;
    }
}
