package hyperlab.lab.learn.exercise;

/** What the user answers. */
public sealed interface GivenAnswer {
    /**
     * A chosen option.
     *
     * @param option its index
     */
    record OfChoice(int option) implements GivenAnswer {}

    /** An entered number. */
    record OfNumber(double value) implements GivenAnswer {}
}
