package hyperlab.tune;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Proposes every combination of evenly spaced values; the last axis varies fastest. */
final class GridSearcher extends FixedPointsSearcher {
    /**
     * @param pointsPerAxis null for the most that fit into {@code trials}; choices always have all their values
     * @throws InvalidInputException if {@code trials} is less than the number of grid points
     */
    GridSearcher(SearchSpace space, @Nullable Integer pointsPerAxis, int trials, int epochs) {
        super(points(space, pointsPerAxis, trials), epochs);
    }

    private static List<double[]> points(SearchSpace space, @Nullable Integer pointsPerAxis, int trials) {
        int perAxis = pointsPerAxis == null ? maxPointsPerAxis(space, trials) : pointsPerAxis;
        List<List<Double>> axes = axes(space, perAxis);
        long count = count(axes);
        if (count > trials) {
            throw new InvalidInputException("trials", Rule.GRID_POINTS, count, trials);
        }
        return points(axes);
    }

    private static int maxPointsPerAxis(SearchSpace space, int trials) {
        int perAxis = 2;
        while (perAxis < SearchMethod.Grid.MAX_POINTS) {
            long currentCount = count(axes(space, perAxis));
            long nextCount = count(axes(space, perAxis + 1));
            if (nextCount > trials || (nextCount == currentCount && perAxis > trials)) {
                break;
            }
            perAxis++;
        }
        return perAxis;
    }

    private static List<List<Double>> axes(SearchSpace space, int perAxis) {
        return space.parameters().stream()
                .map(parameter -> parameter.dimension().gridPositions(perAxis))
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
        int[] indices = new int[axes.size()];
        int axis = 0;
        while (axis >= 0) {
            double[] point = new double[axes.size()];
            for (int i = 0; i < indices.length; i++) {
                point[i] = axes.get(i).get(indices[i]);
            }
            points.add(point);
            axis = indices.length - 1;
            while (axis >= 0 && ++indices[axis] == axes.get(axis).size()) {
                indices[axis--] = 0;
            }
        }
        return points;
    }
}
