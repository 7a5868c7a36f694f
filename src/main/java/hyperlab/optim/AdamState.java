package hyperlab.optim;

/** The state of Adam and AdamW, and the step that they share. AdamW first shrinks the parameters. */
final class AdamState implements OptimizerState {
    /** m̂/(√v̂ + ε) in LaTeX. */
    static final String UPDATE_FORMULA = "\\frac{\\hat m}{\\sqrt{\\hat v} + \\varepsilon}";

    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final double weightDecay;
    private final double[] firstMoment;
    private final double[] secondMoment;
    private long stepCount;
    private double stepSize;
    private double decayFactor;
    private double scaledEpsilon;

    /** @param weightDecay λ of the decoupled weight decay; 0 for none */
    AdamState(int length, double beta1, double beta2, double epsilon, double weightDecay) {
        this(new double[length], new double[length], 0, beta1, beta2, epsilon, weightDecay);
    }

    private AdamState(
            double[] firstMoment,
            double[] secondMoment,
            long step,
            double beta1,
            double beta2,
            double epsilon,
            double weightDecay) {
        this.firstMoment = firstMoment;
        this.secondMoment = secondMoment;
        this.stepCount = step;
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = epsilon;
        this.weightDecay = weightDecay;
    }

    static String stepFormula(FormulaTerms terms) {
        return terms.over(terms.direction("\\hat m_{k+1}"), terms.scale("\\sqrt{\\hat v_{k+1}} + \\epsilon"));
    }

    static String meanDefinition(FormulaTerms terms) {
        return terms.where("m_{k+1} = \\beta_1 m_k + (1-\\beta_1)\\," + terms.gradient());
    }

    @Override
    public StepTerms terms(double[] gradient) {
        AdamState after = copy();
        after.step(new double[gradient.length], gradient, 1);
        double firstCorrection = after.biasCorrection(beta1);
        double rootOfSecondCorrection = Math.sqrt(after.biasCorrection(beta2));
        return StepTerms.of(
                gradient.length,
                index -> after.firstMoment[index] / firstCorrection,
                index -> beta1 * firstMoment[index] / firstCorrection,
                index -> 1 / (Math.sqrt(after.secondMoment[index]) / rootOfSecondCorrection + epsilon),
                weightDecay);
    }

    @Override
    public AdamState copy() {
        return new AdamState(firstMoment.clone(), secondMoment.clone(), stepCount, beta1, beta2, epsilon, weightDecay);
    }

    @Override
    public int size() {
        return firstMoment.length + secondMoment.length + 1;
    }

    /**
     * The factors of one step, with both bias corrections moved out of the loop:
     * {@code w ← (1 − ηλ)w − (η·r/(1 − β₁ᵗ))·m / (√v + ε·r)}, r = √(1 − β₂ᵗ).
     */
    @Override
    public void begin(double learningRate) {
        stepCount++;
        double rootOfSecondCorrection = Math.sqrt(biasCorrection(beta2));
        stepSize = learningRate * rootOfSecondCorrection / biasCorrection(beta1);
        decayFactor = 1 - learningRate * weightDecay;
        scaledEpsilon = epsilon * rootOfSecondCorrection;
    }

    /** 1 − βᵗ, which equals 1 in double precision once βᵗ < e⁻³⁸. */
    private double biasCorrection(double beta) {
        return stepCount * Math.log(beta) < -38 ? 1 : 1 - Math.pow(beta, (double) stepCount);
    }

    @Override
    public void update(double[] parameters, double[] gradient, int from, int to) {
        double decay = decayFactor;
        double size = stepSize;
        double eps = scaledEpsilon;
        double b1 = beta1;
        double b2 = beta2;
        double oneMinusB1 = 1 - beta1;
        double oneMinusB2 = 1 - beta2;
        double[] firstMoments = firstMoment;
        double[] secondMoments = secondMoment;
        for (int i = from; i < to; i++) {
            double g = gradient[i];
            double m = Underflow.flushToZero(b1 * firstMoments[i] + oneMinusB1 * g);
            double v = Underflow.flushToZero(b2 * secondMoments[i] + oneMinusB2 * (g * g));
            firstMoments[i] = m;
            secondMoments[i] = v;
            parameters[i] = decay * parameters[i] - size * m / (Math.sqrt(v) + eps);
        }
    }
}
