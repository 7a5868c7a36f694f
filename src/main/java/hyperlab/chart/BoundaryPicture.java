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
 */
public record BoundaryPicture(
        DecisionMap map,
        String xName,
        String yName,
        List<String> classNames,
        List<Point> points,
        List<DecisionMap> members) {
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
        return new BoundaryPicture(map, xName, yName, whole.classNames(), points, List.of());
    }

    /** The same with the borders of some networks. */
    public BoundaryPicture withMembers(List<DecisionMap> newMembers) {
        return new BoundaryPicture(map, xName, yName, classNames, points, newMembers);
    }

    /** One of the members by itself. */
    BoundaryPicture of(DecisionMap member) {
        return new BoundaryPicture(member, xName, yName, classNames, points, List.of());
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
