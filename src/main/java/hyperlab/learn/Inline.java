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

    /**
     * A number that changes the chart of the same page: {@code [2.1](vary:NAME)}.
     *
     * @param text the number as the chart shows it first
     * @param chart the name of the chart
     */
    record ChartNumber(String text, String chart) implements Inline {}

    /** The text of a link and its target. */
    record Link(String text, LinkTarget target) implements Inline {}
}
