package hyperlab.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Thrown for an invalid value, key or file. It holds the name of what is invalid, the violated rule and the rule's
 * arguments, from which the message is formatted in any language. {@link #getMessage} is the English message in one
 * line: {@code training.learningRate must be finite and > 0, got -0.1}.
 */
public final class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final Rule rule;
    private final transient List<Object> arguments;
    private final transient @Nullable SourceLocation location;

    /**
     * Reports that {@code name} violates {@code rule}.
     *
     * @param arguments the values that the rule's message quotes: a {@link Term} in the language of the message,
     *     anything else as {@link String#valueOf(Object)}
     */
    public InvalidInputException(String name, Rule rule, @Nullable Object... arguments) {
        this(name, null, rule, texts(arguments));
    }

    /** Reports that the text at {@code location} violates {@code rule}. */
    public InvalidInputException(SourceLocation location, Rule rule, @Nullable Object... arguments) {
        this(EnglishErrors.format(location), location, rule, texts(arguments));
    }

    private InvalidInputException(String name, @Nullable SourceLocation location, Rule rule, List<Object> arguments) {
        super(oneLine(name + " " + EnglishErrors.format(rule, arguments)));
        this.name = name;
        this.rule = rule;
        this.arguments = arguments;
        this.location = location;
    }

    /** The same error with a prefixed name: {@code learningRate} under {@code training}. */
    public InvalidInputException withPrefix(String prefix) {
        return withName(prefix + "." + name);
    }

    /** The same error under another name; this error is its cause. */
    public InvalidInputException withName(String newName) {
        return new InvalidInputException(newName, null, rule, arguments).withCause(this);
    }

    /** Sets the exception that revealed this error and returns this error. */
    public InvalidInputException withCause(Throwable cause) {
        initCause(cause);
        return this;
    }

    /** What is invalid: a dotted key, an option or a file. */
    public String name() {
        return name;
    }

    /** Where the error is in a text file, which {@link #name} says in English; null elsewhere. */
    public @Nullable SourceLocation location() {
        return location;
    }

    /** The violated rule. */
    public Rule rule() {
        return rule;
    }

    /** The arguments of the rule's message: each a text or a {@link Term}. */
    public List<Object> arguments() {
        return arguments;
    }

    /** The English rule and value, without the name. */
    public String detail() {
        return EnglishErrors.format(rule, arguments);
    }

    /** The English message in one line. */
    public String line() {
        return oneLine(name + " " + detail());
    }

    /** Whether {@code other} is the same error: equal name, rule and arguments, regardless of where it was thrown. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InvalidInputException error
                && name.equals(error.name)
                && rule == error.rule
                && arguments.equals(error.arguments);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, rule, arguments);
    }

    /** Replaces line breaks and other control characters, which names and values may contain, with a space. */
    public static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static List<Object> texts(@Nullable Object... arguments) {
        return Arrays.stream(arguments).map(InvalidInputException::text).toList();
    }

    private static Object text(@Nullable Object argument) {
        return argument instanceof Term ? argument : String.valueOf(argument);
    }
}
