package hyperlab.lab.learningrate.race;

/** The terms of a narrated step, in display order. */
public enum StepTerm {
    GRADIENT,
    /** The vector that is scaled, if it is not the gradient itself. */
    DIRECTION,
    /** The divisor or factor of the direction. */
    SCALE,
    RATE,
    /** The decoupled weight decay. */
    DECAY,
    MOVE,
    NEXT,
    VALUE
}
