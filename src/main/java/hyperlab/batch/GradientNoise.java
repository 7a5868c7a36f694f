package hyperlab.batch;

/**
 * The gradients of single samples at one point: their mean, which is the true gradient, and their covariance Σ with
 * divisor N, because the data are treated as a finite population. The gradient of a mini-batch drawn without
 * replacement is the mean of B of them, and its covariance is {@code Σ/B · (N − B)/(N − 1)} (Cochran 1977, Sampling
 * Techniques, theorem 2.2): about Σ/B if B is far below N, and 0 at B = N.
 *
 * <p>Here the data are the whole population, as in a chart that shows all of them, so that the critical batch size is
 * where the lines of the chart cross. {@code hyperlab.diagnosis.NoiseScale}, which measures the gradients of a network
 * during training, treats its rows as a sample from a larger population and uses an unbiased estimate with divisor N −
 * 1. Both give the same noise for a mini-batch.
 *
 * @param samples N
 * @param meanX the first coordinate of the true gradient
 * @param meanY the second coordinate of the true gradient
 * @param xx the first diagonal entry of Σ
 * @param xy the off-diagonal entry of Σ
 * @param yy the second diagonal entry of Σ
 */
public record GradientNoise(int samples, double meanX, double meanY, double xx, double xy, double yy) {
    /** Measures the noise over all samples at (w1, w2). */
    public static GradientNoise at(TwoWeightModel model, double w1, double w2) {
        int samples = model.samples();
        double meanX = model.fullLoss().gradientX(w1, w2);
        double meanY = model.fullLoss().gradientY(w1, w2);
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
     * Large-Batch Training", equation 2.9): the batch size at which the noise of the gradient is as large as the
     * gradient itself. Infinite if the gradient is 0.
     */
    public double criticalBatchSize() {
        return trace() / squaredNorm();
    }

    /** √E|g_B − g|² for batches drawn with replacement, {@code σ/√B} with σ² = tr Σ. */
    public double deviationWithReplacement(double batchSize) {
        return Math.sqrt(trace() / batchSize);
    }

    /** √E|g_B − g|² for batches drawn without replacement, {@code σ/√B · √((N − B)/(N − 1))}; 0 at N. */
    public double deviationWithoutReplacement(double batchSize) {
        return deviationWithReplacement(batchSize) * Math.sqrt(finitePopulationCorrection(batchSize));
    }

    /**
     * The ellipse on which the mean gradient of {@code batch} samples is {@code deviations} standard deviations away
     * from the true gradient.
     */
    public ErrorEllipse ellipse(double batchSize, double deviations) {
        double center = (xx + yy) / 2;
        double halfDifference = Math.hypot((xx - yy) / 2, xy);
        double scale = finitePopulationCorrection(batchSize) / batchSize;
        double angle = 0.5 * Math.atan2(2 * xy, xx - yy);
        return new ErrorEllipse(
                meanX,
                meanY,
                deviations * Math.sqrt((center + halfDifference) * scale),
                deviations * Math.sqrt(Math.max(0, center - halfDifference) * scale),
                angle);
    }

    private double finitePopulationCorrection(double batchSize) {
        return samples == 1 ? 0 : Math.max(0, samples - batchSize) / (samples - 1.0);
    }

    /**
     * An ellipse with its center and its semi-axes.
     *
     * @param semiMajorAxis the longer semi-axis
     * @param semiMinorAxis the shorter semi-axis
     * @param angle the angle of the longer semi-axis from the axis of the first coordinate, in radians
     */
    public record ErrorEllipse(
            double centerX, double centerY, double semiMajorAxis, double semiMinorAxis, double angle) {}
}
