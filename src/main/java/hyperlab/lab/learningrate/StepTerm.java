package hyperlab.lab.learningrate;

/** The terms of a narrated step, in display order. */
enum StepTerm {
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
