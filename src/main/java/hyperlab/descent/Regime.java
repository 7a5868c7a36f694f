package hyperlab.descent;

/** How a learning rate makes a descent behave, by the terms that apply on a parabola. */
public enum Regime {
    /** Every step is shorter than the one before and stays on the same side of the minimum. */
    GLIDE,
    /** The first step reaches the minimum, or nearly so: |1 − ηc| ≤ 0.1. */
    LAND,
    /** Every step crosses the minimum and ends closer to it. */
    OSCILLATE,
    /** Every step crosses the minimum and does not end closer to it: rates of 2/c and above. */
    DIVERGE
}
