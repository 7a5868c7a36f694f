package hyperlab.descent.formula;

/**
 * A word of a formula.
 *
 * @param start index of its first character
 * @param end index after its last
 * @param text as the grammar has it: {@code *} for ×, {@code pi} for π; empty at the end
 */
record Token(Kind kind, int start, int end, String text) {
    enum Kind {
        NUMBER,
        NAME,
        /** A sign, a bracket, or a character that no formula has. */
        SYMBOL,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** What a complaint calls it. */
    String shown() {
        return kind == Kind.END ? "the end" : '"' + text + '"';
    }
}
