package hyperlab.chart;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Places labels next to points so that they cover neither each other nor anything drawn, as far as possible. Of the
 * candidate positions around a point, it takes the one with the lowest cost, which grows with overlap and distance.
 */
final class LabelPlacer {
    private static final double[] DISTANCES = {12, 22, 36, 54, 76, 102};
    /**
     * Candidate positions around the point: the label's offset as a share of its width and height, then the direction
     * of the gap in x and y.
     */
    private static final double[][] SIDES = {
        {0, -0.5, 1, 0},
        {0, 0, 1, 1},
        {0, -1, 1, -1},
        {-1, -0.5, -1, 0},
        {-1, 0, -1, 1},
        {-1, -1, -1, -1},
        {-0.5, 0, 0, 1},
        {-0.5, -1, 0, -1}
    };

    private static final double COVERED_LABEL = 1e4;
    private static final double COVERED_POINT = 12;
    private static final double MOST_COVERED = 80;

    private final Rectangle2D bounds;
    private final double scale;
    private final List<Rectangle2D> taken = new ArrayList<>();
    private final List<Point2D> drawn = new ArrayList<>();

    /**
     * @param bounds no label leaves these bounds
     * @param scale of the distances between labels and points
     */
    LabelPlacer(Rectangle2D bounds, double scale) {
        this.bounds = bounds;
        this.scale = scale;
    }

    /** Keeps labels away from something drawn at a point, if there is room elsewhere. */
    void avoid(double x, double y) {
        drawn.add(new Point2D.Double(x, y));
    }

    /** Keeps labels out of a rectangle. */
    void avoid(Rectangle2D rectangle) {
        taken.add(rectangle);
    }

    /** Returns the bounds of a label of this size for the point, and reserves them. */
    Rectangle2D place(double x, double y, double width, double height) {
        Rectangle2D best = within(new Rectangle2D.Double(x + DISTANCES[0] * scale, y - height / 2, width, height));
        double least = Double.POSITIVE_INFINITY;
        for (double step : DISTANCES) {
            double distance = step * scale;
            for (double[] side : SIDES) {
                double slant = side[2] != 0 && side[3] != 0 ? 0.5 : 1;
                Rectangle2D place = within(new Rectangle2D.Double(
                        x + side[0] * width + side[2] * distance,
                        y + side[1] * height + side[3] * distance * slant,
                        width,
                        height));
                double cost = cost(place) + distance;
                if (cost < least) {
                    least = cost;
                    best = place;
                }
            }
        }
        taken.add(best);
        return best;
    }

    private double cost(Rectangle2D place) {
        double cost = 0;
        Rectangle2D roomy =
                new Rectangle2D.Double(place.getX() - 3, place.getY() - 2, place.getWidth() + 6, place.getHeight() + 4);
        for (Rectangle2D other : taken) {
            if (other.intersects(roomy)) {
                cost += COVERED_LABEL;
            }
        }
        long covered = drawn.stream().filter(roomy::contains).count();
        return cost + Math.min(MOST_COVERED, covered * COVERED_POINT);
    }

    private Rectangle2D within(Rectangle2D place) {
        double x = Math.max(bounds.getX(), Math.min(place.getX(), bounds.getMaxX() - place.getWidth()));
        double y = Math.max(bounds.getY(), Math.min(place.getY(), bounds.getMaxY() - place.getHeight()));
        return new Rectangle2D.Double(x, y, place.getWidth(), place.getHeight());
    }
}
