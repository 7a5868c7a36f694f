package hyperlab.diagnosis;

import org.ejml.data.DMatrixRMaj;

/**
 * How often samples of each class were taken for each.
 *
 * @param counts classes × classes: {@code counts[t][p]} samples of class t were taken for class p; not to be changed
 */
public record ConfusionMatrix(int[][] counts) {
    /**
     * The class predicted is that of the largest output, the first of equals.
     *
     * @param predictions samples × classes, at least two classes
     * @param targets the class of each
     */
    public static ConfusionMatrix of(DMatrixRMaj predictions, double[] targets) {
        int classes = predictions.numCols;
        int[][] counts = new int[classes][classes];
        for (int row = 0; row < predictions.numRows; row++) {
            int best = 0;
            for (int c = 1; c < classes; c++) {
                best = predictions.get(row, c) > predictions.get(row, best) ? c : best;
            }
            counts[(int) targets[row]][best]++;
        }
        return new ConfusionMatrix(counts);
    }

    public int classes() {
        return counts.length;
    }

    public int count(int target, int predicted) {
        return counts[target][predicted];
    }

    /** How many samples of a class there are. */
    public int total(int target) {
        int total = 0;
        for (int count : counts[target]) {
            total += count;
        }
        return total;
    }

    /** Share of a class's samples that were taken for {@code predicted}; 0 where there is no such sample. */
    public double share(int target, int predicted) {
        int total = total(target);
        return total == 0 ? 0 : counts[target][predicted] / (double) total;
    }
}
