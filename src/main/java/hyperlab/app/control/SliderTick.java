package hyperlab.app.control;

/**
 * A tick on a slider's track.
 *
 * @param at 0 at the left end, 1 at the right
 * @param label the label; empty for a line without a label
 */
record SliderTick(double at, String label) {}
