package hyperlab.ui.control.slider;

import hyperlab.descent.Regime;

/**
 * A zone of a slider's track, colored and textured by regime.
 *
 * @param from where it begins, in the slider's numbers
 * @param to where it ends, in the slider's numbers
 * @param regime the behavior in the zone
 */
public record Zone(double from, double to, Regime regime) {}
