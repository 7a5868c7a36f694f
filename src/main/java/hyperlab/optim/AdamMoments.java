package hyperlab.optim;

/** The state of Adam and AdamW, and the step that they share. AdamW first shrinks the parameters. */
final class AdamMoments implements OptimizerState {
    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final double weightDecay;
    private final double[] mean;
    private final double[] square;
    private long step;

    /** @param weightDecay λ of the decoupled weight decay; 0 for none */
    AdamMoments(int length, double beta1, double beta2, double epsilon, double weightDecay) {
        this(new double[length], new double[length], 0, beta1, beta2, epsilon, weightDecay);
    }

    private AdamMoments(
            double[] mean, double[] square, long step, double beta1, double beta2, double epsilon, double weightDecay) {
        this.mean = mean;
        this.square = square;
        this.step = step;
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = epsilon;
        this.weightDecay = weightDecay;
    }

    @Override
    public StepTerms terms(double[] gradient) {
        AdamMoments after = copy();
        after.step(new double[gradient.length], gradient, 1);
        double ofMean = after.correction(beta1);
        double root = Math.sqrt(after.correction(beta2));
        return StepTerms.of(
                gradient.length,
                index -> after.mean[index] / ofMean,
                index -> beta1 * mean[index] / ofMean,
                index -> 1 / (Math.sqrt(after.square[index]) / root + epsilon),
                weightDecay);
    }

    @Override
    public AdamMoments copy() {
        return new AdamMoments(mean.clone(), square.clone(), step, beta1, beta2, epsilon, weightDecay);
    }

    @Override
    public int numbers() {
        return mean.length + square.length + 1;
    }

    /**
     * Applies one step with both bias corrections moved out of the loop:
     * {@code w ← (1 − ηλ)w − (η·r/(1 − β₁ᵗ))·m / (√v + ε·r)}, r = √(1 − β₂ᵗ).
     */
    @Override
    public void step(double[] parameters, double[] gradient, double learningRate) {
        step++;
        double root = Math.sqrt(correction(beta2));
        double size = learningRate * root / correction(beta1);
        move(parameters, gradient, 1 - learningRate * weightDecay, size, epsilon * root);
    }

    /** 1 − βᵗ, which equals 1 in double precision once βᵗ < e⁻³⁸. */
    private double correction(double beta) {
        return step * Math.log(beta) < -38 ? 1 : 1 - Math.pow(beta, (double) step);
    }

    private void move(double[] parameters, double[] gradient, double kept, double size, double floor) {
        double keptMean = beta1;
        double keptSquare = beta2;
        double newMean = 1 - beta1;
        double newSquare = 1 - beta2;
        double[] means = mean;
        double[] squares = square;
        for (int i = 0; i < parameters.length; i++) {
            double g = gradient[i];
            double m = Underflow.flushed(keptMean * means[i] + newMean * g);
            double v = Underflow.flushed(keptSquare * squares[i] + newSquare * (g * g));
            means[i] = m;
            squares[i] = v;
            parameters[i] = kept * parameters[i] - size * m / (Math.sqrt(v) + floor);
        }
    }
}
