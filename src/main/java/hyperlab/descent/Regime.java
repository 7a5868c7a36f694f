package hyperlab.descent;

/** What a learning rate does to a walk on a parabola. */
public enum Regime {
    /** Every step is shorter than the one before, on the same side. */
    GLIDE,
    /** The minimum is reached, or all but, in one step: |1 − ηc| ≤ 0.1. */
    LAND,
    /** Every step crosses the minimum and comes nearer. */
    OSCILLATE,
    /** Every step crosses the minimum and ends no nearer: 2/c and above. */
    DIVERGE
}
