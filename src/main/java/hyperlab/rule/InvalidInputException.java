package hyperlab.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Thrown for an invalid value, key or file. It holds the name of what is invalid, the violated rule and the rule's
 * arguments, from which the message is formatted in any language. {@link #getMessage} is the English message in one
 * line: {@code training.learningRate must be finite and > 0, got -0.1}.
 */
public final class InvalidInputException extends RuntimeException {
    /** The maximum length of a message in characters. */
    public static final int MAX_LINE_LENGTH = 300;

    private static final long serialVersionUID = 1L;
    private static final long BYTES_PER_MEBIBYTE = 1 << 20;
    /** A word of more than 100 characters, with its first 60 and its last 30 as groups. Code points stay whole. */
    private static final Pattern LONG_WORD = Pattern.compile("(\\S{60})\\S{11,}(\\S{30})(?!\\S)");

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

    /** Reports that the memory of the Java runtime is too small for what is to be done. */
    public static InvalidInputException outOfMemory() {
        return new InvalidInputException(
                "memory", Rule.LARGER_MEMORY, Runtime.getRuntime().maxMemory() / BYTES_PER_MEBIBYTE);
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

    /**
     * Replaces line breaks and other control characters, which names and values may contain, with a space, and shortens
     * the text to at most {@value #MAX_LINE_LENGTH} characters: long words in the middle, then the end of the line.
     */
    public static String oneLine(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        if (line.length() <= MAX_LINE_LENGTH) {
            return line;
        }
        String shortened = LONG_WORD
                .matcher(line)
                .replaceAll(word -> Matcher.quoteReplacement(word.group(1) + "…" + word.group(2)));
        return shortened.length() <= MAX_LINE_LENGTH ? shortened : start(shortened, MAX_LINE_LENGTH - 1) + "…";
    }

    /** The first {@code length} characters, without half of a surrogate pair at the end. */
    private static String start(String text, int length) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    private static List<Object> texts(@Nullable Object... arguments) {
        return Arrays.stream(arguments).map(InvalidInputException::text).toList();
    }

    private static Object text(@Nullable Object argument) {
        return argument instanceof Term ? argument : String.valueOf(argument);
    }
}
