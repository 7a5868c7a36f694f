package hyperlab.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Python's literals and comments. */
final class PythonText {
    private static final int WIDTH = 118;
    /** So much of a list fits into a line behind a name. */
    private static final int FITTING = 90;

    private PythonText() {}

    /** A finite number as a literal of type float, also in JSON: {@code 0.03}, {@code 1e-8}. */
    static String number(double value) {
        return Double.toString(value).replace(".0E", "e").replace('E', 'e');
    }

    static String flag(boolean value) {
        return value ? "True" : "False";
    }

    /** A text as a literal in double quotes. */
    static String quoted(String text) {
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

    /** A text from elsewhere, such as a name, as it may stand in a comment: in one line. */
    static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
    }

    /** A comment, broken at blanks where it grows too long. */
    static String comment(String text) {
        return filled(plain(text), "# ") + "\n";
    }

    /** Numbers as a nested list in one line; {@code numbers} is a {@code double[]}, an {@code int[]} or an array of such. */
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
     * The same for people: over several lines where it does not fit into one.
     *
     * @param indent what the lines after the first begin with
     */
    static String list(Object numbers, String indent) {
        StringBuilder text = new StringBuilder();
        try {
            list(text, numbers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (text.length() <= FITTING) {
            return text.toString();
        }
        String inner = indent + "    ";
        if (numbers instanceof Object[] rows) {
            return Arrays.stream(rows)
                    .map(row -> inner + list(row, inner))
                    .collect(Collectors.joining(",\n", "[\n", ",\n" + indent + "]"));
        }
        return "[\n" + filled(text.substring(1, text.length() - 1), inner) + ",\n" + indent + "]";
    }

    /** Words in lines of bounded length. */
    private static String filled(String text, String first) {
        StringBuilder lines = new StringBuilder();
        StringBuilder line = new StringBuilder(first);
        for (String word : text.split(" +", -1)) {
            if (line.length() > first.length() && line.length() + 1 + word.length() > WIDTH) {
                lines.append(line).append('\n');
                line.setLength(0);
                line.append(first);
            }
            line.append(line.length() > first.length() ? " " : "").append(word);
        }
        return lines.append(line).toString();
    }
}
