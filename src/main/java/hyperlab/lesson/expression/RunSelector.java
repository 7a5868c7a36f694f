package hyperlab.lesson.expression;

/** Selects one of the runs that a lab compares: {@code x[8] of 0.1}, {@code f of adam}. */
public sealed interface RunSelector {
    /** The first run, for an expression without {@code of}. */
    RunSelector FIRST = new First();

    /** The first run, or the selected one in the window. */
    record First() implements RunSelector {}

    /** The run with this learning rate (batch size lab: with this batch size). */
    record OfNumber(double number) implements RunSelector {}

    /** The run with this name, such as that of its optimizer or activation function. */
    record OfName(String name) implements RunSelector {}
}
