package hyperlab.chart.training;

import hyperlab.data.DataSet;
import hyperlab.data.DataSplit;
import hyperlab.diagnosis.DecisionMap;
import hyperlab.diagnosis.FeaturePlane;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@link BoundaryChart} shows.
 *
 * @param map the predictions over the plane
 * @param xName name of the first feature
 * @param yName name of the second feature
 * @param classNames in the order of the class indices; empty for regression
 * @param points samples on the map
 * @param members maps of the networks of an ensemble, whose boundaries are drawn thin; empty for none
 * @param range the values between which the tints run, for regression
 */
public record BoundaryChartModel(
        DecisionMap map,
        String xName,
        String yName,
        List<String> classNames,
        List<Point> points,
        List<DecisionMap> members,
        Range range) {
    /** The maximum number of points drawn for each part of the data; larger parts are thinned evenly. */
    public static final int MAX_POINTS = 1_000;

    public BoundaryChartModel {
        classNames = List.copyOf(classNames);
        points = List.copyOf(points);
        members = List.copyOf(members);
    }

    /**
     * A sample.
     *
     * @param target the class index or the target value
     * @param validation whether it belongs to the validation data
     */
    public record Point(double x, double y, double target, boolean validation) {}

    /** A range of values. */
    public record Range(double low, double high) {
        /** The range of the points' targets; −1 to 1 if there are no points. */
        static Range of(List<Point> points) {
            return new Range(
                    points.stream().mapToDouble(Point::target).min().orElse(-1),
                    points.stream().mapToDouble(Point::target).max().orElse(1));
        }
    }

    /** A run's map with its data, which has two features. */
    public static BoundaryChartModel of(DataSplit partition, DecisionMap map) {
        DataSet dataSet = partition.all();
        return of(
                partition,
                map,
                FeaturePlane.ofFeatures(partition, 0, 1),
                dataSet.featureNames().get(0),
                dataSet.featureNames().get(1));
    }

    /** The same for any number of features: a run's map on a plane, with its samples projected onto the plane. */
    public static BoundaryChartModel of(
            DataSplit partition, DecisionMap map, FeaturePlane plane, String xName, String yName) {
        DataSet dataSet = partition.all();
        List<Point> points = new ArrayList<>();
        add(points, dataSet, plane, partition.validationRows(), true);
        add(points, dataSet, plane, partition.trainRows(), false);
        return new BoundaryChartModel(map, xName, yName, dataSet.classNames(), points, List.of(), Range.of(points));
    }

    /** A map of predicted numbers with tints over {@code range}; the targets of the points may be outside it. */
    public static BoundaryChartModel ofNumbers(
            DecisionMap map, String xName, String yName, List<Point> points, Range range) {
        return new BoundaryChartModel(map, xName, yName, List.of(), points, List.of(), range);
    }

    /** Returns a copy that also shows the boundaries of these ensemble members. */
    public BoundaryChartModel withMembers(List<DecisionMap> newMembers) {
        return new BoundaryChartModel(map, xName, yName, classNames, points, newMembers, range);
    }

    /** Returns a picture of one member alone. */
    BoundaryChartModel of(DecisionMap member) {
        return new BoundaryChartModel(member, xName, yName, classNames, points, List.of(), range);
    }

    private static void add(List<Point> points, DataSet dataSet, FeaturePlane plane, int[] rows, boolean validation) {
        int stride = (rows.length + MAX_POINTS - 1) / MAX_POINTS;
        for (int i = 0; i < rows.length; i += stride) {
            int row = rows[i];
            points.add(new Point(
                    plane.x(dataSet.features(), row),
                    plane.y(dataSet.features(), row),
                    dataSet.targets()[row],
                    validation));
        }
    }
}
