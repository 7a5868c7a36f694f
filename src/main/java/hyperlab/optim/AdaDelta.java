package hyperlab.optim;

import hyperlab.rule.Checks;

/**
 * AdaDelta as in torch.optim.Adadelta: {@code v ← ρv + (1 − ρ)g²}, {@code d = √((u + ε)/(v + ε)) · g},
 * {@code u ← ρu + (1 − ρ)d²}, {@code w ← w − ηd}. The step d already has the unit of w, so η is a dimensionless factor;
 * the original paper has η = 1. Source: Zeiler 2012, algorithm 1.
 *
 * @param rho ρ in [0, 1)
 * @param epsilon ε &gt; 0, inside the square roots
 */
public record AdaDelta(double rho, double epsilon) implements Optimizer {
    public static final AdaDelta DEFAULT = new AdaDelta(0.9, 1e-6);

    public AdaDelta {
        Checks.atLeastBelow("rho", rho, 0, 1);
        Checks.positive("epsilon", epsilon);
    }

    @Override
    public String name() {
        return "adadelta";
    }

    @Override
    public OptimizerState start(int length, boolean decays) {
        return new MeanSquares(new double[length], new double[length]);
    }

    private final class MeanSquares implements OptimizerState {
        private final double[] ofGradients;
        private final double[] ofSteps;

        MeanSquares(double[] ofGradients, double[] ofSteps) {
            this.ofGradients = ofGradients;
            this.ofSteps = ofSteps;
        }

        @Override
        public void step(double[] parameters, double[] gradient, double learningRate) {
            double kept = rho;
            double added = 1 - rho;
            double inside = epsilon;
            double[] squares = ofGradients;
            double[] steps = ofSteps;
            for (int i = 0; i < parameters.length; i++) {
                double g = gradient[i];
                double v = Underflow.flushed(kept * squares[i] + added * (g * g));
                double u = steps[i];
                double d = Math.sqrt((u + inside) / (v + inside)) * g;
                squares[i] = v;
                steps[i] = Underflow.flushed(kept * u + added * (d * d));
                parameters[i] -= learningRate * d;
            }
        }

        @Override
        public StepTerms terms(double[] gradient) {
            MeanSquares after = new MeanSquares(ofGradients.clone(), ofSteps.clone());
            after.step(new double[gradient.length], gradient, 1);
            return StepTerms.of(
                    gradient, index -> Math.sqrt((ofSteps[index] + epsilon) / (after.ofGradients[index] + epsilon)));
        }

        @Override
        public OptimizerState copy() {
            return new MeanSquares(ofGradients.clone(), ofSteps.clone());
        }

        @Override
        public int numbers() {
            return ofGradients.length + ofSteps.length;
        }
    }
}
