package hyperlab.optim;

import hyperlab.rule.Checks;
import hyperlab.rule.Constant;
import hyperlab.rule.ConstantMapper;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;

/**
 * Stochastic gradient descent as in torch.optim.SGD with dampening 0: {@code v ← μv + g}, then {@code w ← w − ηv}, or
 * with Nesterov momentum {@code w ← w − η(g + μv)}. The first v is g itself.
 *
 * @param momentum μ in [0, 1)
 * @param nesterov whether to use Nesterov momentum; requires a momentum above 0
 */
public record Sgd(double momentum, boolean nesterov) implements Optimizer {
    public static final Sgd DEFAULT = new Sgd(0, false);

    public Sgd {
        Checks.atLeastBelow("momentum", momentum, 0, 1);
        if (nesterov && momentum == 0) {
            throw new InvalidInputException("nesterov", Rule.MOMENTUM_NEEDED);
        }
    }

    @Override
    public String name() {
        return "sgd";
    }

    @Override
    public OptimizerState createState(int length, boolean appliesWeightDecay) {
        return momentum == 0 ? new PlainSgdState() : new MomentumState(new double[length]);
    }

    @Override
    public Sgd mapConstants(ConstantMapper mapper) {
        return new Sgd(mapper.number(OptimizerConstant.MOMENTUM, momentum), mapper.flag("nesterov", nesterov));
    }

    /** Setting the momentum to 0 also turns off Nesterov momentum, which requires a momentum above 0. */
    @Override
    public Sgd with(Constant constant, double newValue) {
        return constant == OptimizerConstant.MOMENTUM ? new Sgd(newValue, nesterov && newValue != 0) : this;
    }

    @Override
    public UpdateRule updateRule() {
        if (momentum == 0) {
            return UpdateRule.PLAIN;
        }
        return new UpdateRule(
                nesterov ? UpdateRule.Direction.NESTEROV : UpdateRule.Direction.VELOCITY, UpdateRule.Scale.NONE, false);
    }

    @Override
    public RelativeRate typicalRate() {
        return new RelativeRate(RelativeRate.Unit.INVERSE_CURVATURE, momentum == 0 ? 0.5 : 0.25);
    }

    @Override
    public double firstStepFactor() {
        return Double.NaN;
    }

    @Override
    public String updateFormula() {
        if (momentum == 0) {
            return "w \\leftarrow w - \\eta\\,g";
        }
        return nesterov
                ? "v \\leftarrow \\mu v + g,\\quad w \\leftarrow w - \\eta\\,(g + \\mu v)"
                : "v \\leftarrow \\mu v + g,\\quad w \\leftarrow w - \\eta\\,v";
    }

    @Override
    public String stepFormula(FormulaTerms terms) {
        if (momentum == 0) {
            return terms.move(terms.rate() + terms.gradient());
        }
        return nesterov
                ? terms.move(terms.rate() + terms.direction("(" + terms.gradient() + " + \\mu v_{k+1})"))
                        + terms.where("v_{k+1} = \\mu v_k + " + terms.plainGradient())
                : terms.move(terms.rate() + terms.direction("v_{k+1}"))
                        + terms.where("v_{k+1} = \\mu v_k + " + terms.gradient());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }

    private static final class PlainSgdState implements OptimizerState {
        private double learningRate;

        @Override
        public void begin(double newLearningRate) {
            learningRate = newLearningRate;
        }

        @Override
        public void update(double[] parameters, double[] gradient, int from, int to) {
            double rate = learningRate;
            for (int i = from; i < to; i++) {
                parameters[i] -= rate * gradient[i];
            }
        }

        @Override
        public StepTerms terms(double[] gradient) {
            return StepTerms.of(gradient, index -> 1);
        }

        @Override
        public OptimizerState copy() {
            return new PlainSgdState();
        }

        @Override
        public int size() {
            return 0;
        }
    }

    private final class MomentumState implements OptimizerState {
        private final double[] velocity;
        private double learningRate;

        MomentumState(double[] velocity) {
            this.velocity = velocity;
        }

        @Override
        public void begin(double newLearningRate) {
            learningRate = newLearningRate;
        }

        @Override
        public void update(double[] parameters, double[] gradient, int from, int to) {
            if (nesterov) {
                nesterovStep(parameters, gradient, velocity, learningRate, from, to);
            } else {
                momentumStep(parameters, gradient, velocity, learningRate, from, to);
            }
        }

        @Override
        public StepTerms terms(double[] gradient) {
            MomentumState after = new MomentumState(velocity.clone());
            after.step(new double[gradient.length], gradient, 1);
            return nesterov
                    ? StepTerms.of(
                            gradient.length,
                            index -> gradient[index] + momentum * after.velocity[index],
                            index -> momentum * after.velocity[index],
                            index -> 1,
                            0)
                    : StepTerms.of(
                            gradient.length,
                            index -> after.velocity[index],
                            index -> momentum * velocity[index],
                            index -> 1,
                            0);
        }

        @Override
        public OptimizerState copy() {
            return new MomentumState(velocity.clone());
        }

        @Override
        public int size() {
            return velocity.length;
        }
    }

    private void momentumStep(
            double[] parameters, double[] gradient, double[] velocity, double learningRate, int from, int to) {
        double mu = momentum;
        for (int i = from; i < to; i++) {
            double v = Underflow.flushToZero(mu * velocity[i] + gradient[i]);
            velocity[i] = v;
            parameters[i] -= learningRate * v;
        }
    }

    private void nesterovStep(
            double[] parameters, double[] gradient, double[] velocity, double learningRate, int from, int to) {
        double mu = momentum;
        for (int i = from; i < to; i++) {
            double v = Underflow.flushToZero(mu * velocity[i] + gradient[i]);
            velocity[i] = v;
            parameters[i] -= learningRate * (gradient[i] + mu * v);
        }
    }
}
