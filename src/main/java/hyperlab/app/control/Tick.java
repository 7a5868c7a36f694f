package hyperlab.app.control;

/**
 * A place on a slider's track with its word.
 *
 * @param at 0 at the left end, 1 at the right
 * @param label what stands there; empty for a line alone
 */
record Tick(double at, String label) {}
