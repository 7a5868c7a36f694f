package hyperlab.descent.formula;

/** Aborts parsing at the first syntax error in a formula. */
final class FormulaSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient FormulaError error;

    /** A syntax error at a token. */
    FormulaSyntaxException(Token token, String errorMessage) {
        this(token.start(), token.end(), "column " + (token.start() + 1) + " " + errorMessage);
    }

    FormulaSyntaxException(int start, int end, String errorMessage) {
        super(errorMessage, null, false, false);
        error = new FormulaError(start, end, errorMessage);
    }

    FormulaError error() {
        return error;
    }
}
