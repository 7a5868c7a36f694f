package hyperlab.ui.control.slider;

/**
 * A named value above a slider's track, such as 1/c. Dragging close to it snaps to it.
 *
 * @param at the value in the slider's numbers
 * @param label its name
 */
public record SliderMark(double at, String label) {}
