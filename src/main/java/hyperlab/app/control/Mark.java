package hyperlab.app.control;

/**
 * A named number above a slider's track, such as 1/c. Dragging close to it lands on it.
 *
 * @param at in the slider's numbers
 * @param label its name
 */
public record Mark(double at, String label) {}
