package hyperlab.diagnosis;

import org.ejml.data.DMatrixRMaj;

/**
 * Counts how often samples of each class were predicted as each class.
 *
 * @param counts classes × classes: {@code counts[t][p]} samples of class t were predicted as class p; must not be
 *     modified
 */
public record ConfusionMatrix(int[][] counts) {
    /**
     * The predicted class is the one with the largest output; ties go to the lowest index.
     *
     * @param predictions samples × classes, with at least two classes
     * @param targets the class index of each sample
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

    /** The number of samples of a class. */
    public int total(int target) {
        int total = 0;
        for (int count : counts[target]) {
            total += count;
        }
        return total;
    }

    /**
     * Share of the samples of class {@code target} that were predicted as {@code predicted}; 0 if the class has no
     * samples.
     */
    public double share(int target, int predicted) {
        int total = total(target);
        return total == 0 ? 0 : counts[target][predicted] / (double) total;
    }
}
