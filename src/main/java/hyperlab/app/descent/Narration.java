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
 * One step of one racer, in the numbers of its path: for each variable
 * {@code move = −rate × (direction × scale + decay)} and {@code to = from + move}.
 *
 * @param step the number of steps taken before
 * @param parts one for each variable
 */
public record Narration(Kind kind, int step, double rate, List<Part> parts, double value, double newValue) {
    public Narration {
        parts = List.copyOf(parts);
    }

    /**
     * What happens to one variable.
     *
     * @param carried the part of the direction that earlier gradients have
     * @param direction what is brought to scale: the gradient, a velocity, or a running mean of gradients
     * @param scale what it is multiplied by besides the rate
     * @param effectiveRate what it is multiplied by in all: rate × scale
     * @param decay what a decoupled decay adds
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
        /** What the direction is divided by, where it is divided. */
        public double measure() {
            return 1 / scale;
        }
    }

    /** What the first variable does. */
    public Part x() {
        return parts.get(0);
    }

    /** The part of the move that earlier gradients have. */
    public double carriedMove(int index) {
        Part part = parts.get(index);
        return -part.effectiveRate() * part.carried();
    }

    /** The part of the move that this step's gradient has. */
    public double ownMove(int index) {
        Part part = parts.get(index);
        return -part.effectiveRate() * (part.direction() - part.carried());
    }

    /** The length of the gradient. */
    public double steepness() {
        return parts.stream().mapToDouble(Part::gradient).reduce(0, Math::hypot);
    }

    /** How long a plain step of this rate would be. */
    public double plainLength() {
        return rate * steepness();
    }

    /** Whether the step is more than the rate times the gradient. */
    public boolean isMoreThanPlain() {
        return kind != Kind.GRADIENT;
    }

    /** What the rate is multiplied by. */
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

        /** Whether earlier gradients have a part in the direction. */
        public boolean carries() {
            return switch (this) {
                case VELOCITY, NESTEROV, ADAM, NADAM, ADAMW -> true;
                case GRADIENT, ADAGRAD, RMSPROP, ADADELTA -> false;
            };
        }

        /** Whether each variable has a scale of its own. */
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
