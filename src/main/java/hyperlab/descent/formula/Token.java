package hyperlab.descent.formula;

/**
 * A token of a formula.
 *
 * @param start the index of its first character
 * @param end the index after its last character
 * @param text the text as the grammar spells it: {@code *} for ×, {@code pi} for π; empty at the end
 */
public record Token(Kind kind, int start, int end, String text) {
    /** The kind of a token. */
    public enum Kind {
        NUMBER,
        NAME,
        /** An operator, a parenthesis, or a character that is invalid in a formula. */
        SYMBOL,
        END
    }

    /** Whether this is the symbol {@code symbol}. */
    public boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** The token as error messages show it. */
    String displayText() {
        return kind == Kind.END ? "the end" : '"' + text + '"';
    }
}
