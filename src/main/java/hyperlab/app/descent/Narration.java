package hyperlab.app.descent;

/**
 * One step of one racer, in the numbers of its path: {@code move = −rate × direction} and {@code newX = x + move}.
 *
 * @param step the number of steps taken before
 * @param direction what the rate is multiplied by: the gradient itself, a velocity, or a gradient brought to scale
 */
public record Narration(
        Kind kind,
        int step,
        double gradient,
        double direction,
        double rate,
        double move,
        double x,
        double newX,
        double value,
        double newValue) {
    /** What the rate is multiplied by. */
    public enum Kind {
        GRADIENT,
        VELOCITY,
        NESTEROV,
        RMSPROP,
        ADAM
    }
}
