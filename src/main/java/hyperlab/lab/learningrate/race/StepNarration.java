package hyperlab.lab.learningrate.race;

import hyperlab.optim.UpdateRule;
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
        return !updateRule.equals(UpdateRule.PLAIN);
    }
}
