package hyperlab.descent.formula;

/** Ends the reading of a formula at its first fault. */
final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    /** A fault at a token. */
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
