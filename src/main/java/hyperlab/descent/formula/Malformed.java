package hyperlab.descent.formula;

/** Aborts parsing at the first syntax error in a formula. */
final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    /** A syntax error at a token. */
    Malformed(Token token, String complaint) {
        this(token.start(), token.end(), "column " + (token.start() + 1) + " " + complaint);
    }

    Malformed(int start, int end, String complaint) {
        super(complaint, null, false, false);
        fault = new Fault(start, end, complaint);
    }

    Fault fault() {
        return fault;
    }
}
