package hyperlab.chart;

import hyperlab.data.DataSet;
import hyperlab.data.Partition;
import hyperlab.diagnosis.DecisionMap;
import hyperlab.diagnosis.FeaturePlane;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@link BoundaryChart} shows.
 *
 * @param map what is predicted where
 * @param xName of the first feature
 * @param yName of the second
 * @param classNames in the order of the classes' numbers; empty where a number is predicted
 * @param points samples on the map
 * @param members maps of networks that predict together, whose borders are drawn thin; empty for none
 * @param range of numbers, between which values the tints run
 */
public record BoundaryPicture(
        DecisionMap map,
        String xName,
        String yName,
        List<String> classNames,
        List<Point> points,
        List<DecisionMap> members,
        Range range) {
    /** So many points of each part are drawn at most: every so many-th. */
    public static final int MOST_POINTS = 1_000;

    public BoundaryPicture {
        classNames = List.copyOf(classNames);
        points = List.copyOf(points);
        members = List.copyOf(members);
    }

    /**
     * A sample.
     *
     * @param target the class's number or the value
     * @param validation whether it only judges
     */
    public record Point(double x, double y, double target, boolean validation) {}

    /** From the least value to the greatest. */
    public record Range(double low, double high) {
        /** Of the points' targets; −1 to 1 where there are none. */
        static Range of(List<Point> points) {
            return new Range(
                    points.stream().mapToDouble(Point::target).min().orElse(-1),
                    points.stream().mapToDouble(Point::target).max().orElse(1));
        }
    }

    /** A run's map with its data, of two features. */
    public static BoundaryPicture of(Partition partition, DecisionMap map) {
        DataSet whole = partition.whole();
        return of(
                partition,
                map,
                FeaturePlane.pair(partition, 0, 1),
                whole.featureNames().get(0),
                whole.featureNames().get(1));
    }

    /** The same of any number of features: a run's map on a plane, and its data as far as they show on it. */
    public static BoundaryPicture of(
            Partition partition, DecisionMap map, FeaturePlane plane, String xName, String yName) {
        DataSet whole = partition.whole();
        List<Point> points = new ArrayList<>();
        add(points, whole, plane, partition.validationRows(), true);
        add(points, whole, plane, partition.trainRows(), false);
        return new BoundaryPicture(map, xName, yName, whole.classNames(), points, List.of(), Range.of(points));
    }

    /** A map of numbers between {@code range}, with points that may be of other values. */
    public static BoundaryPicture ofNumbers(
            DecisionMap map, String xName, String yName, List<Point> points, Range range) {
        return new BoundaryPicture(map, xName, yName, List.of(), points, List.of(), range);
    }

    /** The same with the borders of some networks. */
    public BoundaryPicture withMembers(List<DecisionMap> newMembers) {
        return new BoundaryPicture(map, xName, yName, classNames, points, newMembers, range);
    }

    /** One of the members by itself. */
    BoundaryPicture of(DecisionMap member) {
        return new BoundaryPicture(member, xName, yName, classNames, points, List.of(), range);
    }

    private static void add(List<Point> points, DataSet whole, FeaturePlane plane, int[] rows, boolean validation) {
        int stride = (rows.length + MOST_POINTS - 1) / MOST_POINTS;
        for (int i = 0; i < rows.length; i += stride) {
            int row = rows[i];
            points.add(new Point(
                    plane.x(whole.features(), row), plane.y(whole.features(), row), whole.targets()[row], validation));
        }
    }
}
