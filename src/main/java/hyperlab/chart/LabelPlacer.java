package hyperlab.chart;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Places labels next to points so that they cover neither each other nor anything drawn, as far as possible. Of the
 * candidate positions around a point, it takes the one with the lowest cost, which grows with overlap and distance.
 */
final class LabelPlacer {
    private static final double[] DISTANCES = {12, 17, 24, 32, 42, 54, 68, 84, 102, 122, 144, 168, 194};
    /** Where a label is tried along each side of its point, as shares of the way; the middle comes first. */
    private static final double[] SHARES = {0.5, 0.75, 0.25, 1, 0};

    /** The background around a label's letters, and half of a curve's width. */
    private static final double HALO = 4;

    private static final double LABEL_COST = 1e4;
    /** A label that covers a line at all costs as much as one that is so much farther away. */
    private static final double CROSSING_COST = 50;

    private static final double POINT_COST = 6;
    /** A line to a label that passes through a mark. */
    private static final double MARK_COST = 120;
    /** A line that passes through the label of another point seems to belong to it: worse than a label on the curve. */
    private static final double NAME_COST = 1500;
    /** A line to a label that crosses another such line. */
    private static final double LINE_COST = 90;
    /** Above this, a label that may be left out is left out. It may lie on a line next to its point. */
    private static final double MAX_OPTIONAL_COST = 200;
    /** How often all labels are placed again. Later rounds rarely move one. */
    private static final int ROUNDS = 2;

    private static final double MAX_POINT_COST = 130;
    /** A label on the curve: worse than any distance and a few crossed lines, better than two labels in one place. */
    private static final double CURVE_COST = 600;

    private final Rectangle2D bounds;
    private final double scale;
    private final List<Rectangle2D> occupied = new ArrayList<>();
    private final List<Point2D> drawnPoints = new ArrayList<>();
    private final List<Point2D> curvePoints = new ArrayList<>();
    private final List<PlacedLabel> labels = new ArrayList<>();

    /**
     * A label and the point that it names.
     *
     * @param cost of this place when it was chosen
     */
    private record PlacedLabel(double x, double y, Rectangle2D bounds, double cost) {
        Line2D leader() {
            return LabelPlacer.leader(x, y, bounds);
        }

        boolean isAt(double otherX, double otherY) {
            return x == otherX && y == otherY;
        }
    }

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
        drawnPoints.add(new Point2D.Double(x, y));
    }

    /** Keeps labels off a point of a curve, unless no place around their own point is free of it. */
    void avoidCurve(double x, double y) {
        curvePoints.add(new Point2D.Double(x, y));
    }

    /** Keeps labels out of a rectangle. */
    void avoid(Rectangle2D rectangle) {
        occupied.add(rectangle);
    }

    /** Returns the bounds of a label of this size for the point, and reserves them. */
    Rectangle2D placeLabel(double x, double y, double width, double height) {
        PlacedLabel label = bestPlace(x, y, width, height);
        labels.add(label);
        return label.bounds();
    }

    /**
     * Moves each label that was placed to its best place among the others, which were not all there when it was placed.
     * Returns the bounds of all labels in the order in which they were placed.
     */
    List<Rectangle2D> rearrange() {
        for (int round = 0; round < ROUNDS; round++) {
            for (int k = 0; k < labels.size(); k++) {
                PlacedLabel label = labels.remove(k);
                labels.add(
                        k,
                        bestPlace(
                                label.x(),
                                label.y(),
                                label.bounds().getWidth(),
                                label.bounds().getHeight()));
            }
        }
        return labels.stream().map(PlacedLabel::bounds).toList();
    }

    /**
     * Like {@link #placeLabel}, but returns null if every place is too far away or covers too much: then the chart is
     * clearer without this label.
     */
    @Nullable
    Rectangle2D placeOptionalLabel(double x, double y, double width, double height) {
        PlacedLabel label = bestPlace(x, y, width, height);
        if (label.cost() > MAX_OPTIONAL_COST) {
            return null;
        }
        labels.add(label);
        return label.bounds();
    }

    private PlacedLabel bestPlace(double x, double y, double width, double height) {
        Rectangle2D best =
                clampToBounds(new Rectangle2D.Double(x + DISTANCES[0] * scale, y - height / 2, width, height));
        double least = Double.POSITIVE_INFINITY;
        for (double step : DISTANCES) {
            if (step >= least) {
                break;
            }
            for (Rectangle2D place : placesAround(x, y, width, height, step * scale)) {
                Rectangle2D candidate = clampToBounds(place);
                double ownCost = cost(candidate);
                if (ownCost + step >= least) {
                    // Its line can only add to this.
                    continue;
                }
                double cost = ownCost + leaderCost(x, y, candidate) + step;
                if (cost < least) {
                    least = cost;
                    best = candidate;
                }
            }
        }
        return new PlacedLabel(x, y, best, least);
    }

    /** Rectangles on all four sides of a point, at this distance from it, the preferred ones first. */
    private static List<Rectangle2D> placesAround(double x, double y, double width, double height, double distance) {
        List<Rectangle2D> places = new ArrayList<>();
        for (double share : SHARES) {
            double top = y - height - distance / 2 + share * (height + distance);
            places.add(new Rectangle2D.Double(x + distance, top, width, height));
            places.add(new Rectangle2D.Double(x - distance - width, top, width, height));
        }
        for (double share : SHARES) {
            double left = x - width - distance / 2 + share * (width + distance);
            places.add(new Rectangle2D.Double(left, y + distance, width, height));
            places.add(new Rectangle2D.Double(left, y - distance - height, width, height));
        }
        return places;
    }

    /** The line from the point to the nearest point of its label. */
    private static Line2D leader(double x, double y, Rectangle2D label) {
        return new Line2D.Double(
                x,
                y,
                Math.max(label.getMinX(), Math.min(x, label.getMaxX())),
                Math.max(label.getMinY(), Math.min(y, label.getMaxY())));
    }

    /** A line to a label must not pass through what is drawn, through other labels or through their lines. */
    private double leaderCost(double x, double y, Rectangle2D label) {
        Line2D leader = leader(x, y, label);
        long marks = occupied.stream()
                .filter(other -> !other.contains(x, y) && leader.intersects(other))
                .count();
        long names = labels.stream()
                .filter(other ->
                        leader.intersects(other.bounds()) || other.leader().intersects(label))
                .count();
        long lines = labels.stream()
                .filter(other -> !other.isAt(x, y) && other.leader().intersectsLine(leader))
                .count();
        return MARK_COST * marks + NAME_COST * names + LINE_COST * lines;
    }

    private double cost(Rectangle2D candidate) {
        double cost = 0;
        Rectangle2D padded = padded(candidate, 3, 2);
        for (Rectangle2D other : occupied) {
            if (other.intersects(padded)) {
                cost += LABEL_COST;
            }
        }
        for (PlacedLabel other : labels) {
            if (other.bounds().intersects(padded)) {
                cost += LABEL_COST;
            }
        }
        long covered = drawnPoints.stream().filter(padded::contains).count();
        cost += covered == 0 ? 0 : Math.min(MAX_POINT_COST, CROSSING_COST + covered * POINT_COST);
        Rectangle2D withHalo = padded(candidate, HALO * scale, HALO * scale);
        boolean onCurve = curvePoints.stream().anyMatch(withHalo::contains);
        return onCurve ? cost + CURVE_COST : cost;
    }

    private static Rectangle2D padded(Rectangle2D candidate, double x, double y) {
        return new Rectangle2D.Double(
                candidate.getX() - x,
                candidate.getY() - y,
                candidate.getWidth() + 2 * x,
                candidate.getHeight() + 2 * y);
    }

    private Rectangle2D clampToBounds(Rectangle2D candidate) {
        double x = Math.max(bounds.getX(), Math.min(candidate.getX(), bounds.getMaxX() - candidate.getWidth()));
        double y = Math.max(bounds.getY(), Math.min(candidate.getY(), bounds.getMaxY() - candidate.getHeight()));
        return new Rectangle2D.Double(x, y, candidate.getWidth(), candidate.getHeight());
    }
}
