package hyperlab.app.control;

import hyperlab.descent.Regime;

/**
 * A stretch of a slider's track, coloured and textured for what its numbers do.
 *
 * @param from where it begins, in the slider's numbers
 * @param to where it ends
 * @param regime what happens there
 */
public record Zone(double from, double to, Regime regime) {}
