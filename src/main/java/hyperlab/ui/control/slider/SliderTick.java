package hyperlab.ui.control.slider;

/**
 * A tick on a slider's track.
 *
 * @param at 0 at the left end, 1 at the right
 * @param label the label; empty for a line without a label
 */
public record SliderTick(double at, String label) {}
