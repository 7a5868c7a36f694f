package hyperlab.chart;

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
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jspecify.annotations.Nullable;

/** What the linear and the logarithmic axis have in common. */
final class AxisSupport {
    /** The most ticks on an axis. */
    static final int MOST_TICKS = 6;

    private static final double LEFT = 48;
    private static final double BOTTOM = 38;
    private static final double VERTICAL_SPACING = 2.2;
    private static final double ACROSS = 2;
    private static final double ALONG = 4;

    private AxisSupport() {}

    /** Fonts, lines and gaps by the tokens; ticks stand outside. */
    static void style(ValueAxis axis, ChartStyle style) {
        String label = Objects.requireNonNullElse(axis.getLabel(), "");
        axis.setLabelFont(ChartFonts.fitting(style.axisFont(), label));
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
                ACROSS * style.scale(), ALONG * style.scale(), ACROSS * style.scale(), ALONG * style.scale()));
    }

    /** At least as much room as the tokens say, so that charts above one another have their axes in line. */
    static AxisSpace room(AxisSpace reserved, RectangleEdge edge, ChartStyle style) {
        if (RectangleEdge.LEFT.equals(edge)) {
            reserved.setLeft(Math.max(reserved.getLeft(), LEFT * style.scale()));
        } else if (RectangleEdge.BOTTOM.equals(edge)) {
            reserved.setBottom(Math.max(reserved.getBottom(), BOTTOM * style.scale()));
        }
        return reserved;
    }

    /**
     * A title as it has room beside its axis, in whose middle it stands: whole, without what follows its last comma, or
     * with an ellipsis.
     *
     * @param around all that the plot may draw on
     */
    static @Nullable String title(
            @Nullable String whole, Font font, Rectangle2D around, Rectangle2D area, RectangleEdge edge) {
        if (whole == null) {
            return null;
        }
        double room = RectangleEdge.isTopOrBottom(edge)
                ? 2 * Math.min(area.getCenterX() - around.getMinX(), around.getMaxX() - area.getCenterX())
                : 2 * Math.min(area.getCenterY() - around.getMinY(), around.getMaxY() - area.getCenterY());
        int comma = whole.lastIndexOf(", ");
        boolean fits = comma < 0 || Lettering.width(whole, font) <= room;
        return Lettering.fitting(fits ? whole : whole.substring(0, comma), font, room);
    }

    /** How many ticks an axis of {@code length} pixels has room for. */
    static int most(Graphics2D g2, Font font, double length, RectangleEdge edge) {
        return most(g2, font, length, edge, "−0.005");
    }

    /** The same for ticks of at most so wide a text. */
    static int most(Graphics2D g2, Font font, double length, RectangleEdge edge, String widest) {
        FontMetrics metrics = g2.getFontMetrics(font);
        double each = RectangleEdge.isTopOrBottom(edge)
                ? metrics.stringWidth(widest) * 1.5
                : metrics.getHeight() * VERTICAL_SPACING;
        return (int) Math.max(2, Math.min(MOST_TICKS, length / each + 1));
    }

    /** JFreeChart's ticks for these values. */
    static List<ValueTick> ticks(List<Double> values, DoubleFunction<String> text, RectangleEdge edge) {
        TextAnchor anchor = RectangleEdge.isTopOrBottom(edge) ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        List<ValueTick> ticks = new ArrayList<>();
        for (double value : values) {
            ticks.add(new NumberTick(value, text.apply(value), anchor, anchor, 0));
        }
        return ticks;
    }
}
