package hyperlab.chart.map;

import hyperlab.map.MapAxis;
import hyperlab.tune.SearchDimension;
import java.util.Arrays;
import java.util.List;

/** Where the cells of a map lie on an axis: the edges between neighboring values are halfway, on the axis's scale. */
final class CellEdges {
    private final boolean logarithmic;
    /** Edges on the scale: logarithms for a log axis. One more than values, increasing. */
    private final double[] edges;

    /** The values of a choice are evenly spaced in [0, 1]. */
    CellEdges(MapAxis axis) {
        logarithmic = axis.isLogarithmic();
        List<String> texts = axis.values();
        int count = texts.size();
        double[] centers = new double[count];
        for (int i = 0; i < count; i++) {
            boolean choice = axis.dimension() instanceof SearchDimension.CategoricalDimension;
            double value = choice ? (i + 0.5) / count : Double.parseDouble(texts.get(i));
            centers[i] = logarithmic ? Math.log(value) : value;
        }
        edges = new double[count + 1];
        for (int i = 1; i < count; i++) {
            edges[i] = (centers[i - 1] + centers[i]) / 2;
        }
        edges[0] = count == 1 ? centers[0] - 0.5 : centers[0] - (edges[1] - centers[0]);
        edges[count] = count == 1 ? centers[0] + 0.5 : centers[count - 1] + (centers[count - 1] - edges[count - 1]);
    }

    /** The value at an edge, from 0 to the number of cells. */
    double edge(int index) {
        return logarithmic ? Math.exp(edges[index]) : edges[index];
    }

    /** The value at the low end of the axis. */
    double low() {
        return edge(0);
    }

    /** The value at the high end of the axis. */
    double high() {
        return edge(edges.length - 1);
    }

    /** The value at the center of a cell, which may be fractional. */
    double center(double cell) {
        int index = (int) Math.max(0, Math.min(edges.length - 2, Math.floor(cell)));
        double share = cell - index;
        double here = (edges[index] + edges[index + 1]) / 2;
        if (share == 0 || index + 2 >= edges.length) {
            return logarithmic ? Math.exp(here) : here;
        }
        double next = (edges[index + 1] + edges[index + 2]) / 2;
        double position = here + share * (next - here);
        return logarithmic ? Math.exp(position) : position;
    }

    /** The cell that a value is in; −1 outside the map. */
    int cell(double value) {
        double position = logarithmic ? Math.log(value) : value;
        if (!(position >= edges[0] && position <= edges[edges.length - 1])) {
            return -1;
        }
        int found = Arrays.binarySearch(edges, position);
        int index = found >= 0 ? found : -found - 2;
        return Math.min(index, edges.length - 2);
    }
}
