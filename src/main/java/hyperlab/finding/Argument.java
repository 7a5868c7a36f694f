package hyperlab.finding;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A value in a message. It knows its precision but neither the language nor how a number is written. */
public sealed interface Argument
        permits Argument.Quantity, Argument.Literal, Argument.Setting, Argument.Enumeration, Message {
    /** Significant digits of a number that is not given with its own. */
    int DEFAULT_DIGITS = 4;

    String format(Formatter formatter);

    static Argument number(double value) {
        return number(value, DEFAULT_DIGITS);
    }

    /** A number with so many significant digits. */
    static Argument number(double value, int digits) {
        return new Quantity(value, digits);
    }

    /** A count, written in full, with commas between thousands from 10,000 on. */
    static Argument integer(long value) {
        return literal(String.format(Locale.ROOT, Math.abs(value) < 10_000 ? "%d" : "%,d", value));
    }

    /** A text that is the same in every language. */
    static Argument literal(String text) {
        return new Literal(text);
    }

    /** Coordinates: {@code 1.5}, or {@code (1.5, −2)}. */
    static Argument point(List<Double> coordinates, int digits) {
        List<Argument> numbers = coordinates.stream()
                .map(coordinate -> number(coordinate, digits))
                .toList();
        boolean single = numbers.size() == 1;
        return new Enumeration(single ? "" : "(", numbers, single ? "" : ")");
    }

    /** Several arguments with commas between them. */
    static Argument list(List<? extends Argument> elements) {
        return new Enumeration("", List.copyOf(elements), "");
    }

    /** How values are written in one language. */
    interface Formatter {
        String formatNumber(double value, int digits);

        String formatMessage(String key, List<String> arguments);

        /** The name of the setting with this dotted key, such as {@code training.learningRate}. */
        String formatSetting(String key);
    }

    /** A number with so many significant digits. */
    record Quantity(double value, int digits) implements Argument {
        @Override
        public String format(Formatter formatter) {
            return formatter.formatNumber(value, digits);
        }
    }

    /** A text that is the same in every language. */
    record Literal(String text) implements Argument {
        @Override
        public String format(Formatter formatter) {
            return text;
        }
    }

    /** The name of a setting of an experiment, by its dotted key. */
    record Setting(String key) implements Argument {
        @Override
        public String format(Formatter formatter) {
            return formatter.formatSetting(key);
        }
    }

    /** Elements between two brackets, which may be empty. */
    record Enumeration(String open, List<Argument> elements, String close) implements Argument {
        public Enumeration {
            elements = List.copyOf(elements);
        }

        @Override
        public String format(Formatter formatter) {
            return elements.stream()
                    .map(element -> element.format(formatter))
                    .collect(Collectors.joining(", ", open, close));
        }
    }
}
