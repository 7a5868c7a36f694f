package hyperlab.tune;

import hyperlab.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * A regression tree over the unit cube: boxes that cover it, each with a mean. A box is split where the sum of squared
 * errors falls most, at a random position between the two neighboring values, until it has fewer than
 * {@value #MIN_ROWS} rows or no split lowers that sum.
 */
final class RegressionTree {
    private static final int MIN_ROWS = 4;

    private final List<Box> boxes;

    /** A part of the cube and its predicted mean. */
    private record Box(double[] low, double[] high, double mean) {
        double volume() {
            double volume = 1;
            for (int i = 0; i < low.length; i++) {
                volume *= high[i] - low[i];
            }
            return volume;
        }
    }

    private RegressionTree(List<Box> boxes) {
        this.boxes = boxes;
    }

    /** @param rows indices of the points to fit; an index may occur several times */
    static RegressionTree grow(double[][] points, double[] targets, int[] rows, RandomStream stream) {
        int axes = points[0].length;
        double[] high = new double[axes];
        Arrays.fill(high, 1);
        List<Box> boxes = new ArrayList<>();
        grow(points, targets, rows, new Box(new double[axes], high, 0), stream, boxes);
        return new RegressionTree(boxes);
    }

    private static void grow(
            double[][] points, double[] targets, int[] rows, Box box, RandomStream stream, List<Box> boxes) {
        TreeSplit split = rows.length < MIN_ROWS ? null : bestSplit(points, targets, rows);
        if (split == null) {
            double mean = Arrays.stream(rows)
                    .mapToDouble(row -> targets[row])
                    .average()
                    .orElse(0);
            boxes.add(new Box(box.low(), box.high(), mean));
            return;
        }
        int axis = split.axis();
        double threshold = split.below() + stream.nextDouble() * (split.above() - split.below());
        double[] leftHigh = box.high().clone();
        leftHigh[axis] = threshold;
        double[] rightLow = box.low().clone();
        rightLow[axis] = threshold;
        int[] left = Arrays.stream(rows)
                .filter(row -> points[row][axis] <= split.below())
                .toArray();
        int[] right = Arrays.stream(rows)
                .filter(row -> points[row][axis] > split.below())
                .toArray();
        grow(points, targets, left, new Box(box.low(), leftHigh, 0), stream, boxes);
        grow(points, targets, right, new Box(rightLow, box.high(), 0), stream, boxes);
    }

    /** A split between two neighboring values of an axis. */
    private record TreeSplit(int axis, double below, double above) {}

    private static @org.jspecify.annotations.Nullable TreeSplit bestSplit(
            double[][] points, double[] targets, int[] rows) {
        double total = Arrays.stream(rows).mapToDouble(row -> targets[row]).sum();
        double highest = total * total / rows.length + 1e-12 * Math.abs(total * total) + Double.MIN_NORMAL;
        TreeSplit best = null;
        for (int axis = 0; axis < points[0].length; axis++) {
            int along = axis;
            Integer[] order = Arrays.stream(rows).boxed().toArray(Integer[]::new);
            Arrays.sort(order, (a, b) -> Double.compare(points[a][along], points[b][along]));
            double sum = 0;
            for (int i = 0; i + 1 < order.length; i++) {
                sum += targets[order[i]];
                double below = points[order[i]][axis];
                double above = points[order[i + 1]][axis];
                double rest = total - sum;
                double gain = sum * sum / (i + 1) + rest * rest / (order.length - i - 1);
                if (above > below && gain > highest) {
                    highest = gain;
                    best = new TreeSplit(axis, below, above);
                }
            }
        }
        return best;
    }

    /** The mean over the cube. */
    private double mean() {
        return boxes.stream().mapToDouble(box -> box.volume() * box.mean()).sum();
    }

    /** The variance over the cube. */
    double variance() {
        double mean = mean();
        return boxes.stream()
                .mapToDouble(box -> box.volume() * (box.mean() - mean) * (box.mean() - mean))
                .sum();
    }

    /** The variance along one axis of the mean over all other axes. */
    double variance(int axis) {
        TreeSet<Double> cuts = new TreeSet<>();
        boxes.forEach(box -> {
            cuts.add(box.low()[axis]);
            cuts.add(box.high()[axis]);
        });
        double[] edges = cuts.stream().mapToDouble(Double::doubleValue).toArray();
        double[] marginal = new double[edges.length];
        for (Box box : boxes) {
            double width = box.high()[axis] - box.low()[axis];
            double crossSection = width > 0 ? box.volume() / width : 0;
            marginal[Arrays.binarySearch(edges, box.low()[axis])] += crossSection * box.mean();
            marginal[Arrays.binarySearch(edges, box.high()[axis])] -= crossSection * box.mean();
        }
        double mean = mean();
        double variance = 0;
        double level = 0;
        for (int i = 0; i + 1 < edges.length; i++) {
            level += marginal[i];
            variance += (edges[i + 1] - edges[i]) * (level - mean) * (level - mean);
        }
        return variance;
    }
}
