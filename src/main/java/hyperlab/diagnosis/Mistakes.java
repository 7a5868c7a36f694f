package hyperlab.diagnosis;

import hyperlab.data.DataSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * The samples that a network gets most wrong: of classes, those taken for another class, the surer of it the worse; of
 * numbers, those predicted farthest off.
 *
 * @param worst the worst first
 * @param wrong how many there are in all: samples taken for another class; of numbers, all samples
 * @param samples how many were judged
 */
public record Mistakes(List<Mistake> worst, int wrong, int samples) {
    public Mistakes {
        worst = List.copyOf(worst);
    }

    /**
     * One sample.
     *
     * @param row its place in the part that was judged
     * @param target the class's number or the value
     * @param prediction the same as predicted
     * @param size how wrong: the predicted probability of the class that it was taken for, or |prediction − target|
     */
    public record Mistake(int row, double target, double prediction, double size) {}

    /**
     * Finds them.
     *
     * @param part what was judged
     * @param predictions samples × outputs
     * @param most how many at most
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
