package hyperlab.diagnosis;

import hyperlab.data.DataSet;
import hyperlab.nn.NetworkProbe;
import hyperlab.nn.ParameterVector;
import hyperlab.random.RandomStream;
import hyperlab.rule.Checks;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Measures how much the gradients of single samples differ, and the batch size needed to average this noise out. This
 * is the simple noise scale B = tr Σ/|G|² of McCandlish et al. 2018 ("An empirical model of large-batch training",
 * equation 2.9), where G is the true gradient and Σ the covariance of the per-sample gradients. At batch
 * size b, the progress per step is 1/(1 + B/b) of that of the full gradient (equation 2.7). This holds for plain
 * gradient descent at a well-chosen rate and assumes that the Hessian is a multiple of the identity; for adaptive
 * optimizers it is a rule of thumb.
 *
 * <p>The rows are treated as samples from the distribution whose gradient is G. Both estimates are unbiased (their
 * ratio is not). The estimate of |G|² can be 0 or negative near a minimum, where the noise dominates the gradient.
 *
 * @param samples N, the number of rows that batches are drawn from
 * @param squaredGradient unbiased estimate of |G|²
 * @param trace unbiased estimate of tr Σ
 */
public record NoiseScale(int samples, double squaredGradient, double trace) {
    /**
     * Computes the estimates from the gradient of each row: tr Σ = Σᵢ|gᵢ − ḡ|²/(N − 1), |G|² = |ḡ|² − tr Σ/N. If all
     * layers are dense and no slope is learned, one pass over the rows is enough, at the cost of one gradient: a row's
     * gradient with respect to W and b of a dense layer has the squared norm δᵀδ·(xᵀx + 1) (Goodfellow 2015, "Efficient
     * per-example gradient computations"). Otherwise it costs N gradients of one row; for 1,000 MNIST digits with a
     * convolution of 8 filters, this is about 4 epochs of training.
     *
     * @param part at least two rows
     * @param cancelled checked before each row, or only once if one pass is enough
     * @return empty if canceled
     */
    public static Optional<NoiseScale> exact(NetworkProbe probe, DataSet part, BooleanSupplier cancelled) {
        int samples = Checks.atLeast("samples", part.samples(), 2);
        if (PerSampleGradientNorms.supports(probe)) {
            return cancelled.getAsBoolean() ? Optional.empty() : Optional.of(ofDenseLayers(probe, part));
        }
        GradientVariance variance = new GradientVariance(ParameterVector.zeros(probe.network()));
        boolean completed =
                new BatchGradients(probe, part).forEachSample((row, gradient) -> variance.add(gradient), cancelled);
        return completed ? Optional.of(of(variance, 1, samples)) : Optional.empty();
    }

    private static NoiseScale ofDenseLayers(NetworkProbe probe, DataSet part) {
        double samples = part.samples();
        ParameterVector mean = ParameterVector.zeros(probe.network());
        PerSampleGradientNorms squares = new PerSampleGradientNorms();
        probe.visitLayers(part.features(), part.targets(), mean, squares);
        double squaredMeanNorm = mean.dot(mean);
        double squaredDeviations = squares.sum() - samples * squaredMeanNorm;
        // If all rows have the same gradient, rounding may make this negative.
        double trace = (squaredDeviations < 0 ? 0 : squaredDeviations) / (samples - 1);
        return new NoiseScale(part.samples(), squaredMeanNorm - trace / samples, trace);
    }

    /**
     * Estimates the noise scale from the gradients of a few batches and of all of them as one large batch (McCandlish
     * et al. 2018, appendix A.1). With b and B = k·b samples, |G|² = (B|G_B|² − b|G_b|²)/(B − b) and tr Σ = (|G_b|² −
     * |G_B|²)/(1/b − 1/B), where |G_b|² is the mean over the k batches. Costs as much as the gradients of k·b rows.
     *
     * @param batch b, ≥ 1
     * @param batches k, ≥ 2, with k·b at most the number of rows
     * @param stream source of the rows, which are drawn without replacement
     * @param cancelled checked before each batch
     * @return empty if canceled
     */
    public static Optional<NoiseScale> estimate(
            NetworkProbe probe, DataSet part, int batch, int batches, RandomStream stream, BooleanSupplier cancelled) {
        Checks.wholeWithin("batch", batch, 1, part.samples() / 2);
        Checks.wholeWithin("batches", batches, 2, part.samples() / batch);
        int[] order = new int[part.samples()];
        Arrays.setAll(order, row -> row);
        stream.shuffle(order);
        GradientVariance variance = new GradientVariance(ParameterVector.zeros(probe.network()));
        boolean completed = new BatchGradients(probe, part)
                .forEachBatch(order, batch, batches, (index, gradient) -> variance.add(gradient), cancelled);
        return completed ? Optional.of(of(variance, batch, part.samples())) : Optional.empty();
    }

    /**
     * The two estimators of the appendix, computed as a sample variance of the batch gradients to avoid cancellation.
     */
    private static NoiseScale of(GradientVariance variance, int batch, int samples) {
        double trace = batch * variance.sumOfSquares / (variance.count - 1);
        double squaredMeanNorm = variance.mean.dot(variance.mean);
        return new NoiseScale(samples, squaredMeanNorm - trace / (batch * (double) variance.count), trace);
    }

    /**
     * B = tr Σ/|G|², in samples; ∞ if only the estimate of |G|² is not positive, NaN if neither estimate is positive or
     * one is NaN.
     */
    public double value() {
        if (Double.isNaN(squaredGradient) || Double.isNaN(trace)) {
            return Double.NaN;
        }
        if (squaredGradient <= 0) {
            return trace > 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        return trace / squaredGradient;
    }

    /**
     * The factor by which a batch of twice the size increases the progress per step: (1 + r)/(1 + r/2) with r = B/b
     * (McCandlish et al. 2018, equation 2.7). From 1 where b is far above B to 2 where it is far below.
     *
     * @param batch b, &ge; 1
     */
    public double progressOfDoubledBatch(int batch) {
        double ratio = value() / Checks.atLeast("batch", batch, 1);
        return Double.isInfinite(ratio) ? 2 : (1 + ratio) / (1 + ratio / 2);
    }

    /**
     * The mean squared distance of a mini-batch gradient from the full-batch gradient, if the samples are drawn without
     * replacement, as in a shuffled epoch: tr Σ/B·(1 − B/N) (Cochran 1977, theorem 2.2). With replacement the last
     * factor would be 1 − 1/N.
     *
     * @param batch B, from 1 to {@link #samples()}
     */
    public double variance(int batch) {
        Checks.wholeWithin("batch", batch, 1, samples);
        return trace / batch * (1 - batch / (double) samples);
    }

    /** Running mean of gradients and sum of squared distances from it (Welford 1962). */
    private static final class GradientVariance {
        private final ParameterVector mean;
        private final ParameterVector difference;
        private int count;
        private double sumOfSquares;

        GradientVariance(ParameterVector zeros) {
            mean = zeros;
            difference = zeros.copy();
        }

        void add(ParameterVector gradient) {
            count++;
            difference.fill(0).addScaled(1, gradient).addScaled(-1, mean);
            sumOfSquares += difference.dot(difference) * (count - 1) / count;
            mean.addScaled(1.0 / count, difference);
        }
    }
}
