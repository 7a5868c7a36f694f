package hyperlab.optim;

import hyperlab.rule.Checks;

/**
 * Adam with Nesterov momentum, as in torch.optim.NAdam, with the moments m and v of {@link Adam}:
 * {@code μₜ = β₁(1 − ½·0.96^(tψ))}, {@code Πₜ = μ₁ · … · μₜ},
 * {@code w ← w − η((1 − μₜ)/(1 − Πₜ) · g + μₜ₊₁/(1 − Πₜ₊₁) · m) / (√v/√(1 − β₂ᵗ) + ε)}. Source: Dozat 2016, algorithm
 * 2, with the schedule for μ from Sutskever et al. 2013.
 *
 * @param beta1 β₁ in [0, 1)
 * @param beta2 β₂ in [0, 1)
 * @param epsilon ε &gt; 0, outside the square root
 * @param momentumDecay ψ ≥ 0; how fast μ rises from about ½β₁ to β₁
 */
public record NAdam(double beta1, double beta2, double epsilon, double momentumDecay) implements Optimizer {
    public static final NAdam DEFAULT = new NAdam(0.9, 0.999, 1e-8, 0.004);

    /** The base of the schedule for μ, a fixed constant in the source. */
    private static final double RISE = 0.96;

    public NAdam {
        Checks.atLeastBelow("beta1", beta1, 0, 1);
        Checks.atLeastBelow("beta2", beta2, 0, 1);
        Checks.positive("epsilon", epsilon);
        Checks.notNegative("momentumDecay", momentumDecay);
    }

    @Override
    public String name() {
        return "nadam";
    }

    @Override
    public OptimizerState start(int length, boolean decays) {
        return new Moments(new double[length], new double[length], 0, 1);
    }

    private double momentum(long step) {
        return beta1 * (1 - 0.5 * Math.pow(RISE, step * momentumDecay));
    }

    private final class Moments implements OptimizerState {
        private final double[] mean;
        private final double[] square;
        private long step;
        private double product;

        Moments(double[] mean, double[] square, long step, double product) {
            this.mean = mean;
            this.square = square;
            this.step = step;
            this.product = product;
        }

        @Override
        public StepTerms terms(double[] gradient) {
            Moments after = copy();
            after.step(new double[gradient.length], gradient, 1);
            double ofGradient = (1 - momentum(after.step)) / (1 - after.product);
            double next = momentum(after.step + 1);
            double ofMean = next / (1 - after.product * next);
            double root = Math.sqrt(1 - Math.pow(beta2, (double) after.step));
            return StepTerms.of(
                    gradient.length,
                    index -> ofGradient * gradient[index] + ofMean * after.mean[index],
                    index -> ofMean * after.mean[index],
                    index -> 1 / (Math.sqrt(after.square[index]) / root + epsilon),
                    0);
        }

        @Override
        public Moments copy() {
            return new Moments(mean.clone(), square.clone(), step, product);
        }

        @Override
        public int numbers() {
            return mean.length + square.length + 2;
        }

        @Override
        public void step(double[] parameters, double[] gradient, double learningRate) {
            step++;
            double now = momentum(step);
            double next = momentum(step + 1);
            product *= now;
            double root = Math.sqrt(1 - Math.pow(beta2, (double) step));
            double size = learningRate * root;
            double ofGradient = size * (1 - now) / (1 - product);
            double ofMean = size * next / (1 - product * next);
            move(parameters, gradient, ofGradient, ofMean, epsilon * root);
        }

        private void move(double[] parameters, double[] gradient, double ofGradient, double ofMean, double floor) {
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
                parameters[i] -= (ofGradient * g + ofMean * m) / (Math.sqrt(v) + floor);
            }
        }
    }
}
