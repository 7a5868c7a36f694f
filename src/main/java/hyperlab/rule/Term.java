package hyperlab.rule;

/** A word of the user's language that an error message quotes in place of a value. */
public enum Term {
    OBJECT("error.term.object"),
    LIST("error.term.list"),
    FORMULA("error.term.formula"),
    NO_REASON("error.term.noReason");

    private final String key;

    Term(String key) {
        this.key = key;
    }

    /** The key of the word in the bundles. */
    public String key() {
        return key;
    }
}
