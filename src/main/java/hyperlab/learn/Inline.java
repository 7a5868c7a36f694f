package hyperlab.learn;

/** A piece of running text. */
public sealed interface Inline {
    /** As it is read, without marks; a formula in LaTeX. */
    String text();

    /** Words, with their spaces. */
    record Words(String text, boolean strong) implements Inline {}

    /** A formula in LaTeX, within a line. */
    record Formula(String latex) implements Inline {
        @Override
        public String text() {
            return latex;
        }
    }

    /** Words that lead somewhere. */
    record Link(String text, Target target) implements Inline {}
}
