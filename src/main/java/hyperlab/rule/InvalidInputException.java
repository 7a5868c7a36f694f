package hyperlab.rule;

/**
 * Thrown for an invalid value, key or file. The message is one line with the name, the rule and the value:
 * {@code training.learningRate must be finite and > 0, got -0.1}.
 */
public final class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String detail;

    /** Reports that {@code value} violates {@code rule} ("a whole number ≥ 1"). */
    public InvalidInputException(String name, String rule, Object value) {
        this(name, "must be " + rule + ", got " + value);
    }

    /** Reports a complete complaint about {@code name}, such as "is given twice". */
    public InvalidInputException(String name, String detail) {
        super(oneLine(name + " " + detail));
        this.name = name;
        this.detail = detail;
    }

    /** The same error with a prefixed name: {@code learningRate} under {@code training}. */
    public InvalidInputException withPrefix(String prefix) {
        InvalidInputException outer = new InvalidInputException(prefix + "." + name, detail);
        outer.initCause(this);
        return outer;
    }

    /** What is invalid: a dotted key, an option or a file. */
    public String name() {
        return name;
    }

    /** The rule and the value, without the name. */
    public String detail() {
        return detail;
    }

    /** The one-line message to show. */
    public String line() {
        return oneLine(name + " " + detail);
    }

    /** Names and values may contain line breaks; the message must be one line. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
