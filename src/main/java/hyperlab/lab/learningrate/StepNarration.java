package hyperlab.lab.learningrate;

import hyperlab.optim.AdaDelta;
import hyperlab.optim.AdaGrad;
import hyperlab.optim.Adam;
import hyperlab.optim.AdamW;
import hyperlab.optim.NAdam;
import hyperlab.optim.Optimizer;
import hyperlab.optim.RmsProp;
import hyperlab.optim.Sgd;
import java.util.List;

/**
 * One step of one racer, in the numbers of its path. For each variable
 * {@code move = −rate × (direction × scale + decay)} and {@code to = from + move}.
 *
 * @param step the number of steps already taken
 * @param coordinates one part per variable
 */
public record StepNarration(
        UpdateRule updateRule, int step, double rate, List<CoordinateStep> coordinates, double value, double newValue) {
    public StepNarration {
        coordinates = List.copyOf(coordinates);
    }

    /**
     * The step of one variable.
     *
     * @param momentum the contribution of earlier gradients to the direction
     * @param direction the gradient, a velocity, or a running mean of gradients; it is multiplied by the scale
     * @param scale the factor besides the learning rate
     * @param effectiveRate the total factor: rate × scale
     * @param decay the term that decoupled weight decay adds
     */
    public record CoordinateStep(
            double gradient,
            double momentum,
            double direction,
            double scale,
            double effectiveRate,
            double decay,
            double move,
            double from,
            double to) {
        /** The divisor of the direction, for optimizers that divide by one: 1 / scale. */
        public double divisor() {
            return 1 / scale;
        }
    }

    /** The step of the first variable. */
    public CoordinateStep x() {
        return coordinates.get(0);
    }

    /** The contribution of earlier gradients to the move. */
    public double momentumMove(int index) {
        CoordinateStep part = coordinates.get(index);
        return -part.effectiveRate() * part.momentum();
    }

    /** The contribution of the current gradient to the move. */
    public double gradientMove(int index) {
        CoordinateStep part = coordinates.get(index);
        return -part.effectiveRate() * (part.direction() - part.momentum());
    }

    /** The Euclidean norm of the gradient. */
    public double gradientNorm() {
        return coordinates.stream().mapToDouble(CoordinateStep::gradient).reduce(0, Math::hypot);
    }

    /** The length of a plain gradient step at this rate: rate × ‖gradient‖. */
    public double plainStepLength() {
        return rate * gradientNorm();
    }

    /** Whether the update is anything other than −rate × gradient. */
    public boolean isNotPlain() {
        return updateRule != UpdateRule.GRADIENT;
    }

    /** The update rule, named after what the learning rate is multiplied by. */
    public enum UpdateRule {
        GRADIENT,
        VELOCITY,
        NESTEROV,
        ADAGRAD,
        RMSPROP,
        ADADELTA,
        ADAM,
        NADAM,
        ADAMW;

        /** Whether earlier gradients contribute to the direction. */
        public boolean usesMomentum() {
            return switch (this) {
                case VELOCITY, NESTEROV, ADAM, NADAM, ADAMW -> true;
                case GRADIENT, ADAGRAD, RMSPROP, ADADELTA -> false;
            };
        }

        /** Whether each variable has its own scale. */
        public boolean isAdaptive() {
            return switch (this) {
                case GRADIENT, VELOCITY, NESTEROV -> false;
                case ADAGRAD, RMSPROP, ADADELTA, ADAM, NADAM, ADAMW -> true;
            };
        }

        static UpdateRule of(Optimizer optimizer) {
            if (optimizer instanceof AdaGrad) {
                return ADAGRAD;
            } else if (optimizer instanceof RmsProp) {
                return RMSPROP;
            } else if (optimizer instanceof AdaDelta) {
                return ADADELTA;
            } else if (optimizer instanceof Adam) {
                return ADAM;
            } else if (optimizer instanceof NAdam) {
                return NADAM;
            } else if (optimizer instanceof AdamW) {
                return ADAMW;
            }
            Sgd sgd = (Sgd) optimizer;
            if (sgd.momentum() == 0) {
                return GRADIENT;
            }
            return sgd.nesterov() ? NESTEROV : VELOCITY;
        }
    }
}
