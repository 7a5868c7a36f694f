package hyperlab.chart.training;

import hyperlab.chart.training.StepChart.Link;
import hyperlab.chart.training.StepChart.Model;
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
}
