package hyperlab.app.descent;

/** What a step is told in, in the order in which it is told. */
enum StepTerm {
    GRADIENT,
    /** What is brought to scale, where it is not the gradient itself. */
    DIRECTION,
    /** What the direction is divided by, or multiplied by. */
    SCALE,
    RATE,
    /** What a decoupled decay takes off. */
    DECAY,
    MOVE,
    NEXT,
    VALUE
}
