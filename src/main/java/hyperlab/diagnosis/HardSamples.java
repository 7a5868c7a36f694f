package hyperlab.diagnosis;

import hyperlab.data.DataSet;
import hyperlab.data.DataSplit;
import hyperlab.nn.Loss;
import hyperlab.train.Quantiles;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;

/**
 * How few training samples lift the training loss above the validation loss.
 *
 * @param count the smallest number of training samples with the largest losses without which the mean training loss is
 *     not above the mean validation loss; 0 if it is not anyway
 * @param samples number of training samples
 * @param lossShare the share of these {@code count} samples in the sum of all training losses
 * @param trainMedian median loss of a training sample
 * @param validationMedian median loss of a validation sample
 */
public record HardSamples(int count, int samples, double lossShare, double trainMedian, double validationMedian) {
    /** Means that differ by less than this share are equal. */
    private static final double ROUNDING = 1e-9;

    /**
     * Finds the samples.
     *
     * @param predict features to outputs: class probabilities, or values
     */
    public static HardSamples of(DataSplit partition, UnaryOperator<DMatrixRMaj> predict, Loss loss) {
        return of(losses(partition.train(), predict, loss), losses(partition.validation(), predict, loss));
    }

    /** Finds the samples from the loss of each sample. */
    static HardSamples of(double[] train, double[] validation) {
        double[] sorted = train.clone();
        Arrays.sort(sorted);
        double threshold = Arrays.stream(validation).average().orElse(0);
        double[] sums = new double[sorted.length + 1];
        for (int k = 0; k < sorted.length; k++) {
            sums[k + 1] = sums[k] + sorted[k];
        }
        int kept = sorted.length;
        while (kept > 0 && sums[kept] > (1 + ROUNDING) * threshold * kept) {
            kept--;
        }
        double sum = sums[sorted.length];
        return new HardSamples(
                sorted.length - kept,
                sorted.length,
                sum == 0 ? 0 : (sum - sums[kept]) / sum,
                Quantiles.of(train).median(),
                Quantiles.of(validation).median());
    }

    private static double[] losses(DataSet part, UnaryOperator<DMatrixRMaj> predict, Loss loss) {
        DMatrixRMaj predictions = predict.apply(part.features());
        double[] losses = new double[part.samples()];
        for (int row = 0; row < losses.length; row++) {
            losses[row] = loss(predictions, row, part.targets()[row], loss);
        }
        return losses;
    }

    private static double loss(DMatrixRMaj predictions, int row, double target, Loss loss) {
        if (loss == Loss.CROSS_ENTROPY) {
            return -Math.log(Math.max(Double.MIN_VALUE, predictions.get(row, (int) target)));
        }
        double squares = 0;
        for (int output = 0; output < predictions.numCols; output++) {
            double expected = predictions.numCols == 1 ? target : output == (int) target ? 1 : 0;
            double error = predictions.get(row, output) - expected;
            squares += error * error;
        }
        return squares / 2;
    }
}
