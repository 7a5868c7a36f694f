package hyperlab.chart.style;

import java.util.Arrays;
import java.util.Comparator;

/** Moves positions on a line so that they keep a minimum distance. */
final class LabelSpacing {
    private LabelSpacing() {}

    /**
     * Returns the positions closest to the given ones (least squares) that are at least {@code gap} apart, within [low,
     * high], and in the same order; if they do not all fit, they are evenly spaced at a smaller distance.
     */
    static double[] spread(double[] preferred, double gap, double low, double high) {
        int count = preferred.length;
        double[] positions = new double[count];
        if (count == 0) {
            return positions;
        }
        double distance = count > 1 ? Math.min(gap, Math.max(0, high - low) / (count - 1)) : 0;
        Integer[] order = new Integer[count];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> preferred[i]));
        double[] mean = new double[count];
        int[] size = new int[count];
        int blocks = 0;
        for (int i = 0; i < count; i++) {
            mean[blocks] = preferred[order[i]] - i * distance;
            size[blocks] = 1;
            blocks++;
            while (blocks > 1 && mean[blocks - 2] >= mean[blocks - 1]) {
                int merged = size[blocks - 2] + size[blocks - 1];
                mean[blocks - 2] = (mean[blocks - 2] * size[blocks - 2] + mean[blocks - 1] * size[blocks - 1]) / merged;
                size[blocks - 2] = merged;
                blocks--;
            }
        }
        int index = 0;
        double room = high - (count - 1) * distance;
        for (int block = 0; block < blocks; block++) {
            for (int i = 0; i < size[block]; i++, index++) {
                positions[order[index]] = Math.max(low, Math.min(room, mean[block])) + index * distance;
            }
        }
        return positions;
    }
}
