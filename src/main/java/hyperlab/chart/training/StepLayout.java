package hyperlab.chart.training;

import hyperlab.chart.style.ChartFonts;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.TextPainter;
import hyperlab.chart.training.StepChart.Link;
import hyperlab.chart.training.StepChart.Model;
import hyperlab.text.NumberFormats;
import java.awt.Font;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;

/** Where the units and lines of {@link StepChart} are, for the drawing and for the pointer. */
final class StepLayout {
    /** The height of a line of text at scale 1. */
    static final double LINE_HEIGHT = 15;

    private static final double LEFT = 0.08;
    private static final double RIGHT = 0.2;
    private static final double HEAD = 0.09;
    private static final double FOOT = 0.1;
    /** The radius of a unit with texts, as a share of its room: the texts of two neighbors stay apart. */
    private static final double TEXT_SHARE = 0.25;

    private static final double MAX_RADIUS = 30;
    private static final double NEAR = 0.03;
    private static final int DIGITS = 3;
    /** The height of a unit with a number, in sizes of its letters. */
    private static final double MIN_HEIGHT = 1.15;
    /** The width of a unit with a number, as a share of the distance of two columns. */
    private static final double MAX_WIDTH = 0.6;

    private static final double PADDING = 6;

    private StepLayout() {}

    static double x(Model model, int column) {
        return LEFT + (1 - LEFT - RIGHT) * column / (model.columns().size() - 1.0);
    }

    static double y(Model model, int column, int unit) {
        int units = model.columns().get(column).outputs().length;
        return HEAD + (1 - HEAD - FOOT) * (unit + 0.5) / units;
    }

    static @Nullable Link linkAt(Model model, double across, double down) {
        Link nearest = null;
        double distance = NEAR;
        for (int gap = 0; gap < model.links().size(); gap++) {
            double[][] weights = model.links().get(gap).before();
            for (int to = 0; to < weights.length; to++) {
                for (int from = 0; from < weights[to].length; from++) {
                    double here = Line2D.ptSegDist(
                            x(model, gap), y(model, gap, from), x(model, gap + 1), y(model, gap + 1, to), across, down);
                    if (here < distance) {
                        distance = here;
                        nearest = new Link(gap, from, to);
                    }
                }
            }
        }
        return nearest;
    }

    /** Whether there is room for the texts above and below each unit. */
    static boolean hasRoomForTexts(Model model, int column, Rectangle2D area, double scale) {
        return 0.4 * room(model, column, area) > 2.2 * LINE_HEIGHT * scale;
    }

    /** The height for one unit. */
    private static double room(Model model, int column, Rectangle2D area) {
        int units = model.columns().get(column).outputs().length;
        return (1 - HEAD - FOOT) * area.getHeight() / units;
    }

    static double radius(Model model, int column, Rectangle2D area, double scale) {
        double share = hasRoomForTexts(model, column, area, scale) ? TEXT_SHARE : 0.42;
        return Math.min(MAX_RADIUS * scale, share * room(model, column, area));
    }

    /**
     * Half the width of the units of a column. A unit is wider than high if its number needs that, so that the number
     * is as large as all others.
     */
    static double halfWidth(Model model, int column, Rectangle2D area, ChartStyle style) {
        double radius = radius(model, column, area, style.scale());
        double needed = widthForNumbers(model, column, style) / 2;
        return hasNumbers(model, column, area, style) ? Math.max(radius, needed) : radius;
    }

    /** Whether each unit of a column has room for its number. */
    static boolean hasNumbers(Model model, int column, Rectangle2D area, ChartStyle style) {
        double gap = area.getWidth() * (x(model, 1) - x(model, 0));
        return 2 * radius(model, column, area, style.scale())
                        >= MIN_HEIGHT * style.labelFont().getSize2D()
                && widthForNumbers(model, column, style) < MAX_WIDTH * gap;
    }

    private static double widthForNumbers(Model model, int column, ChartStyle style) {
        Font font = ChartFonts.bold(style.labelFont().getSize2D());
        double widest = 0;
        for (double output : model.columns().get(column).outputs()) {
            widest = Math.max(widest, TextPainter.width(number(output), font));
        }
        return widest + PADDING * style.scale();
    }

    static String number(double output) {
        return NumberFormats.format(output, DIGITS);
    }
}
