package hyperlab.batch;

/**
 * The gradients of single samples at one point: their mean, which is the true gradient, and their covariance Σ with
 * divisor N, as of the finite population that the data are. A mini-batch drawn without replacement has the mean of B of
 * them, whose covariance is {@code Σ/B · (N − B)/(N − 1)} (Cochran 1977, Sampling Techniques, theorem 2.2): Σ/B while B
 * is far below N, 0 at B = N.
 *
 * <p>The data are the whole population here, as a picture of all of them takes them, so that the critical batch size stands
 * where the lines of the picture cross. {@code hyperlab.diagnosis.NoiseScale}, of the gradients of a network in training,
 * takes its rows for a sample of what they were drawn from and estimates without bias, with the divisor N − 1. Of the noise
 * of a mini-batch both say the same.
 *
 * @param samples N
 * @param meanX the true gradient's first coordinate
 * @param meanY its second
 * @param xx Σ's first diagonal entry
 * @param xy Σ's other entry
 * @param yy Σ's second diagonal entry
 */
public record GradientNoise(int samples, double meanX, double meanY, double xx, double xy, double yy) {
    /** Measured over all samples at (w1, w2). */
    public static GradientNoise at(TwoWeightModel model, double w1, double w2) {
        int samples = model.samples();
        double meanX = model.whole().gradientX(w1, w2);
        double meanY = model.whole().gradientY(w1, w2);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < samples; i++) {
            double dx = model.gradientX(i, w1, w2) - meanX;
            double dy = model.gradientY(i, w1, w2) - meanY;
            xx += dx * dx;
            xy += dx * dy;
            yy += dy * dy;
        }
        return new GradientNoise(samples, meanX, meanY, xx / samples, xy / samples, yy / samples);
    }

    /** tr Σ: the mean of |gᵢ − g|². */
    public double trace() {
        return xx + yy;
    }

    /** |g|². */
    public double squaredNorm() {
        return meanX * meanX + meanY * meanY;
    }

    /**
     * The simple noise scale {@code tr Σ / |g|²} (McCandlish, Kaplan, Amodei et al. 2018, "An Empirical Model of
     * Large-Batch Training", equation 2.9): the batch size at which the noise of the gradient is as large as the gradient
     * itself. Infinite where the gradient is 0.
     */
    public double criticalBatch() {
        return trace() / squaredNorm();
    }

    /** √E|g_B − g|² of batches drawn with replacement, {@code σ/√B} with σ² = tr Σ. */
    public double spread(double batch) {
        return Math.sqrt(trace() / batch);
    }

    /** √E|g_B − g|² of batches drawn without replacement, {@code σ/√B · √((N − B)/(N − 1))}; 0 at N. */
    public double finiteSpread(double batch) {
        return spread(batch) * Math.sqrt(correction(batch));
    }

    /** Where the mean of {@code batch} samples lies {@code deviations} standard deviations from the true gradient. */
    public Ellipse ellipse(double batch, double deviations) {
        double middle = (xx + yy) / 2;
        double half = Math.hypot((xx - yy) / 2, xy);
        double scale = correction(batch) / batch;
        double angle = 0.5 * Math.atan2(2 * xy, xx - yy);
        return new Ellipse(
                meanX,
                meanY,
                deviations * Math.sqrt((middle + half) * scale),
                deviations * Math.sqrt(Math.max(0, middle - half) * scale),
                angle);
    }

    private double correction(double batch) {
        return samples == 1 ? 0 : Math.max(0, samples - batch) / (samples - 1.0);
    }

    /**
     * An ellipse by its half-axes.
     *
     * @param angle of the longer one from the first coordinate's axis, in radians
     */
    public record Ellipse(double centreX, double centreY, double longer, double shorter, double angle) {}
}
