package hyperlab.learn;

/** An inline element of a text. */
public sealed interface Inline {
    /** The plain text; for a formula, its LaTeX. */
    String text();

    /** Text, including its spaces. */
    record TextRun(String text, boolean strong) implements Inline {}

    /** An inline formula in LaTeX. */
    record Formula(String latex) implements Inline {
        @Override
        public String text() {
            return latex;
        }
    }

    /** The text of a link and its target. */
    record Link(String text, LinkTarget target) implements Inline {}
}
