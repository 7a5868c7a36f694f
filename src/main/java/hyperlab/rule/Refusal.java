package hyperlab.rule;

/**
 * A value, a key or a file that Hyperlab will not take. The message is one line that gives the name, the rule and the
 * value: {@code training.learningRate must be finite and > 0, got -0.1}.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String complaint;

    /** Refuses {@code name} for not being what {@code rule} ("a whole number ≥ 1") asks. */
    public Refusal(String name, String rule, Object value) {
        this(name, "must be " + rule + ", got " + value);
    }

    /** Refuses {@code name} with a complaint in full, such as "is given twice". */
    public Refusal(String name, String complaint) {
        super(oneLine(name + " " + complaint));
        this.name = name;
        this.complaint = complaint;
    }

    /** The same refusal with the name seen from further out: {@code learningRate} under {@code training}. */
    public Refusal under(String prefix) {
        Refusal outer = new Refusal(prefix + "." + name, complaint);
        outer.initCause(this);
        return outer;
    }

    /** What was refused: a dotted key, an option or a file. */
    public String name() {
        return name;
    }

    /** The rule and the value, without the name. */
    public String complaint() {
        return complaint;
    }

    /** The one line that a person gets. */
    public String line() {
        return oneLine(name + " " + complaint);
    }

    /** A value or a name may hold line ends; a person gets one line. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
