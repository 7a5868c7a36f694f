package hyperlab.tune;

import hyperlab.rule.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Proposes every combination of evenly spaced values; the last axis varies fastest. */
final class GridSearcher extends AllAtOnce {
    /**
     * @param pointsPerAxis null for the most that fit into {@code trials}; choices always have all their values
     * @throws InvalidInputException if {@code trials} is less than the number of grid points
     */
    GridSearcher(SearchSpace space, @Nullable Integer pointsPerAxis, int trials, int epochs) {
        super(points(space, pointsPerAxis, trials), epochs);
    }

    private static List<double[]> points(SearchSpace space, @Nullable Integer pointsPerAxis, int trials) {
        int perAxis = pointsPerAxis == null ? roomiest(space, trials) : pointsPerAxis;
        List<List<Double>> axes = axes(space, perAxis);
        long count = count(axes);
        if (count > trials) {
            throw new InvalidInputException("trials", "at least " + count + ", the points of the grid", trials);
        }
        return points(axes);
    }

    private static int roomiest(SearchSpace space, int trials) {
        int perAxis = 2;
        while (perAxis < Method.Grid.MOST_POINTS) {
            long here = count(axes(space, perAxis));
            long more = count(axes(space, perAxis + 1));
            if (more > trials || (more == here && perAxis > trials)) {
                break;
            }
            perAxis++;
        }
        return perAxis;
    }

    private static List<List<Double>> axes(SearchSpace space, int perAxis) {
        return space.parameters().stream()
                .map(parameter -> parameter.axis().spread(perAxis))
                .toList();
    }

    private static long count(List<List<Double>> axes) {
        long count = 1;
        for (List<Double> axis : axes) {
            count = Math.min(Integer.MAX_VALUE, count * axis.size());
        }
        return count;
    }

    private static List<double[]> points(List<List<Double>> axes) {
        List<double[]> points = new ArrayList<>();
        int[] at = new int[axes.size()];
        int axis = 0;
        while (axis >= 0) {
            double[] point = new double[axes.size()];
            for (int i = 0; i < at.length; i++) {
                point[i] = axes.get(i).get(at[i]);
            }
            points.add(point);
            axis = at.length - 1;
            while (axis >= 0 && ++at[axis] == axes.get(axis).size()) {
                at[axis--] = 0;
            }
        }
        return points;
    }
}
