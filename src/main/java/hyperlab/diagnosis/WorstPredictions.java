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
 * @param wrongCount total number of misclassified samples; for regression, of all samples
 * @param samples number of evaluated samples
 */
public record WorstPredictions(List<Misprediction> worst, int wrongCount, int samples) {
    public WorstPredictions {
        worst = List.copyOf(worst);
    }

    /**
     * One sample.
     *
     * @param row its row in the evaluated data set
     * @param target the class index or the value
     * @param prediction the predicted class index or value
     * @param error the size of the error: the probability of the predicted class, or |prediction − target|
     */
    public record Misprediction(int row, double target, double prediction, double error) {}

    /**
     * Finds the worst predictions.
     *
     * @param part the evaluated data
     * @param predictions samples × outputs
     * @param limit maximum number of samples returned
     */
    public static WorstPredictions of(DataSet part, DMatrixRMaj predictions, int limit) {
        List<Misprediction> all = IntStream.range(0, part.samples())
                .mapToObj(row -> of(row, part.targets()[row], predictions))
                .filter(misprediction -> predictions.numCols == 1 || misprediction.prediction != misprediction.target)
                .toList();
        List<Misprediction> worst = all.stream()
                .sorted(Comparator.comparingDouble(Misprediction::error)
                        .reversed()
                        .thenComparingInt(Misprediction::row))
                .limit(limit)
                .toList();
        return new WorstPredictions(worst, all.size(), part.samples());
    }

    private static Misprediction of(int row, double target, DMatrixRMaj predictions) {
        if (predictions.numCols == 1) {
            double predicted = predictions.get(row, 0);
            return new Misprediction(row, target, predicted, Math.abs(predicted - target));
        }
        int best = 0;
        for (int c = 1; c < predictions.numCols; c++) {
            best = predictions.get(row, c) > predictions.get(row, best) ? c : best;
        }
        return new Misprediction(row, target, best, predictions.get(row, best));
    }
}
