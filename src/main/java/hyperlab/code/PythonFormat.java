package hyperlab.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Formats Python literals and comments. */
final class PythonFormat {
    private static final int MAX_LINE_LENGTH = 118;
    /** The maximum length of a list that stays on one line after a variable name. */
    private static final int MAX_INLINE_LENGTH = 90;

    private PythonFormat() {}

    /** Formats a finite number as a float literal that is also valid JSON: {@code 0.03}, {@code 1e-8}. */
    static String number(double value) {
        return Double.toString(value).replace(".0E", "e").replace('E', 'e');
    }

    static String bool(boolean value) {
        return value ? "True" : "False";
    }

    /** Formats a text as a literal in double quotes. */
    static String quote(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                literal.append('\\').append(c);
            } else if (c < ' ') {
                literal.append(String.format("\\u%04x", (int) c));
            } else {
                literal.append(c);
            }
        }
        return literal.append('"').toString();
    }

    /** Replaces control characters and line breaks with spaces, so that a text fits into a one-line comment. */
    static String toSingleLine(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
    }

    /** Formats a comment, wrapped at spaces. */
    static String comment(String text) {
        return wrap(toSingleLine(text), "# ") + "\n";
    }

    /**
     * Appends a nested list in one line; {@code numbers} is a {@code double[]}, an {@code int[]} or an array of these.
     */
    static void list(Appendable out, Object numbers) throws IOException {
        out.append('[');
        int length = Array.getLength(numbers);
        for (int i = 0; i < length; i++) {
            out.append(i > 0 ? ", " : "");
            if (numbers instanceof double[] values) {
                out.append(number(values[i]));
            } else if (numbers instanceof int[] values) {
                out.append(Integer.toString(values[i]));
            } else {
                list(out, Array.get(numbers, i));
            }
        }
        out.append(']');
    }

    /**
     * Formats a nested list, wrapped to several lines if it does not fit on one.
     *
     * @param indent the indentation of the lines after the first
     */
    static String list(Object numbers, String indent) {
        StringBuilder text = new StringBuilder();
        try {
            list(text, numbers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (text.length() <= MAX_INLINE_LENGTH) {
            return text.toString();
        }
        String inner = indent + "    ";
        if (numbers instanceof Object[] rows) {
            return Arrays.stream(rows)
                    .map(row -> inner + list(row, inner))
                    .collect(Collectors.joining(",\n", "[\n", ",\n" + indent + "]"));
        }
        return "[\n" + wrap(text.substring(1, text.length() - 1), inner) + ",\n" + indent + "]";
    }

    /** Wraps a text; each line starts with {@code first}. */
    private static String wrap(String text, String prefix) {
        StringBuilder lines = new StringBuilder();
        StringBuilder line = new StringBuilder(prefix);
        for (String word : text.split(" +", -1)) {
            if (line.length() > prefix.length() && line.length() + 1 + word.length() > MAX_LINE_LENGTH) {
                lines.append(line).append('\n');
                line.setLength(0);
                line.append(prefix);
            }
            line.append(line.length() > prefix.length() ? " " : "").append(word);
        }
        return lines.append(line).toString();
    }
}
