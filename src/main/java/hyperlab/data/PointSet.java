package hyperlab.data;

import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * Points in the plane, each with a class, as someone drew them: the data of the source {@code points}. There may be too
 * few to train on while they are being drawn.
 *
 * @param points in drawing order; at most {@value #MAX_POINTS}
 */
public record PointSet(List<LabeledPoint> points) {
    public static final int MAX_POINTS = 2_000;

    /** The highest class; the lowest is 0. */
    public static final int MAX_LABEL = 9;

    public static final PointSet EMPTY = new PointSet(List.of());

    private static final List<String> FEATURES = List.of("x", "y");
    private static final String TARGET = "class";

    public PointSet {
        if (points.size() > MAX_POINTS) {
            throw new InvalidInputException("points", Rule.TOO_MANY_POINTS, MAX_POINTS, points.size());
        }
        points = List.copyOf(points);
    }

    /**
     * A point.
     *
     * @param label its class, 0 … {@value PointSet#MAX_LABEL}
     */
    public record LabeledPoint(double x, double y, int label) {
        public LabeledPoint {
            Checks.finite("x", x);
            Checks.finite("y", y);
            Checks.wholeWithin("class", label, 0, MAX_LABEL);
        }

        /** Returns the point at another place. */
        public LabeledPoint at(double newX, double newY) {
            return new LabeledPoint(newX, newY, label);
        }
    }

    /**
     * The rows of a classification with two features as points; the number of a class is its index. Rows beyond
     * {@value #MAX_POINTS} are left out.
     */
    public static PointSet of(DataSet data) {
        List<LabeledPoint> points = new ArrayList<>();
        for (int row = 0; row < Math.min(MAX_POINTS, data.samples()); row++) {
            points.add(new LabeledPoint(
                    data.features().get(row, 0), data.features().get(row, 1), (int) data.targets()[row]));
        }
        return new PointSet(points);
    }

    /** The number of points. */
    public int size() {
        return points.size();
    }

    /** The number of classes: from 0 to the highest one, and at least two. */
    public int classes() {
        return 1 + Math.max(1, points.stream().mapToInt(LabeledPoint::label).max().orElse(0));
    }

    /** Returns these points and another one after them. */
    public PointSet with(LabeledPoint point) {
        List<LabeledPoint> more = new ArrayList<>(points);
        more.add(point);
        return new PointSet(more);
    }

    /** Returns the points with one of them replaced. */
    public PointSet with(int index, LabeledPoint point) {
        List<LabeledPoint> changed = new ArrayList<>(points);
        changed.set(index, point);
        return new PointSet(changed);
    }

    /** Returns the points without one of them. */
    public PointSet without(int index) {
        List<LabeledPoint> fewer = new ArrayList<>(points);
        fewer.remove(index);
        return new PointSet(fewer);
    }

    /**
     * The points as rows with the features {@code x} and {@code y} and the target {@code class}.
     *
     * @throws InvalidInputException for {@code data.points} if there are fewer than two
     */
    DataSet toDataSet() {
        if (points.size() < DataSettings.MIN_SAMPLES) {
            throw new InvalidInputException(
                    "data.points", Rule.TOO_FEW_POINTS, DataSettings.MIN_SAMPLES, points.size());
        }
        DMatrixRMaj features = new DMatrixRMaj(points.size(), FEATURES.size());
        double[] targets = new double[points.size()];
        for (int row = 0; row < targets.length; row++) {
            LabeledPoint point = points.get(row);
            features.set(row, 0, point.x);
            features.set(row, 1, point.y);
            targets[row] = point.label;
        }
        return new DataSet(
                DataSettings.POINTS,
                features,
                targets,
                DataSet.Columns.classification(
                        FEATURES,
                        TARGET,
                        IntStream.range(0, classes()).mapToObj(Integer::toString).toList()));
    }
}
