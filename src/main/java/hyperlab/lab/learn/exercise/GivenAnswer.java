package hyperlab.lab.learn.exercise;

/** What the user answers. */
public sealed interface GivenAnswer {
    /** @param option the index of the chosen option */
    record OfChoice(int option) implements GivenAnswer {}

    record OfNumber(double value) implements GivenAnswer {}
}
