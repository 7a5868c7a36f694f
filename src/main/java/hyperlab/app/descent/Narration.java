package hyperlab.app.descent;

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
 * @param parts one part per variable
 */
public record Narration(Kind kind, int step, double rate, List<Part> parts, double value, double newValue) {
    public Narration {
        parts = List.copyOf(parts);
    }

    /**
     * The step of one variable.
     *
     * @param carried the contribution of earlier gradients to the direction
     * @param direction the gradient, a velocity, or a running mean of gradients; it is multiplied by the scale
     * @param scale the factor besides the learning rate
     * @param effectiveRate the total factor: rate × scale
     * @param decay the term that decoupled weight decay adds
     */
    public record Part(
            double gradient,
            double carried,
            double direction,
            double scale,
            double effectiveRate,
            double decay,
            double move,
            double from,
            double to) {
        /** The divisor of the direction, for optimizers that divide by one: 1 / scale. */
        public double measure() {
            return 1 / scale;
        }
    }

    /** The step of the first variable. */
    public Part x() {
        return parts.get(0);
    }

    /** The contribution of earlier gradients to the move. */
    public double carriedMove(int index) {
        Part part = parts.get(index);
        return -part.effectiveRate() * part.carried();
    }

    /** The contribution of the current gradient to the move. */
    public double ownMove(int index) {
        Part part = parts.get(index);
        return -part.effectiveRate() * (part.direction() - part.carried());
    }

    /** The Euclidean norm of the gradient. */
    public double steepness() {
        return parts.stream().mapToDouble(Part::gradient).reduce(0, Math::hypot);
    }

    /** The length of a plain gradient step at this rate: rate × ‖gradient‖. */
    public double plainLength() {
        return rate * steepness();
    }

    /** Whether the update is anything other than −rate × gradient. */
    public boolean isMoreThanPlain() {
        return kind != Kind.GRADIENT;
    }

    /** The update rule, named after what the learning rate is multiplied by. */
    public enum Kind {
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
        public boolean carries() {
            return switch (this) {
                case VELOCITY, NESTEROV, ADAM, NADAM, ADAMW -> true;
                case GRADIENT, ADAGRAD, RMSPROP, ADADELTA -> false;
            };
        }

        /** Whether each variable has its own scale. */
        public boolean adapts() {
            return switch (this) {
                case GRADIENT, VELOCITY, NESTEROV -> false;
                case ADAGRAD, RMSPROP, ADADELTA, ADAM, NADAM, ADAMW -> true;
            };
        }

        static Kind of(Optimizer optimizer) {
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
