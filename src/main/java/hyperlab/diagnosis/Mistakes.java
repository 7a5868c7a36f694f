package hyperlab.diagnosis;

import hyperlab.data.DataSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * The worst predictions of a network. For classification, these are the misclassified samples with the highest
 * predicted probability; for regression, the samples with the largest absolute error.
 *
 * @param worst the worst first
 * @param wrong total number of misclassified samples; for regression, of all samples
 * @param samples number of evaluated samples
 */
public record Mistakes(List<Mistake> worst, int wrong, int samples) {
    public Mistakes {
        worst = List.copyOf(worst);
    }

    /**
     * One sample.
     *
     * @param row its row in the evaluated data set
     * @param target the class index or the value
     * @param prediction the predicted class index or value
     * @param size the size of the error: the probability of the predicted class, or |prediction − target|
     */
    public record Mistake(int row, double target, double prediction, double size) {}

    /**
     * Finds the worst predictions.
     *
     * @param part the evaluated data
     * @param predictions samples × outputs
     * @param most maximum number of samples returned
     */
    public static Mistakes of(DataSet part, DMatrixRMaj predictions, int most) {
        List<Mistake> all = IntStream.range(0, part.samples())
                .mapToObj(row -> of(row, part.targets()[row], predictions))
                .filter(mistake -> predictions.numCols == 1 || mistake.prediction != mistake.target)
                .toList();
        List<Mistake> worst = all.stream()
                .sorted(Comparator.comparingDouble(Mistake::size).reversed().thenComparingInt(Mistake::row))
                .limit(most)
                .toList();
        return new Mistakes(worst, all.size(), part.samples());
    }

    private static Mistake of(int row, double target, DMatrixRMaj predictions) {
        if (predictions.numCols == 1) {
            double predicted = predictions.get(row, 0);
            return new Mistake(row, target, predicted, Math.abs(predicted - target));
        }
        int best = 0;
        for (int c = 1; c < predictions.numCols; c++) {
            best = predictions.get(row, c) > predictions.get(row, best) ? c : best;
        }
        return new Mistake(row, target, best, predictions.get(row, best));
    }
}
