package hyperlab.lesson.expression;

import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.Locale;

/** Puts an expression into words: {@code median(accuracy) over 9 seeds} is "accuracy (median of 9 seeds)". */
final class ExpressionWords {
    private static final int DIGITS = 4;

    private final Texts texts;

    ExpressionWords(Texts texts) {
        this.texts = texts;
    }

    String of(Node node) {
        if (node instanceof Node.Literal literal) {
            return NumberFormats.format(literal.number(), DIGITS);
        }
        if (node instanceof Node.Readout readout) {
            return readout(readout);
        }
        if (node instanceof Node.Of selected) {
            return of(selected.a());
        }
        if (node instanceof Node.With changed) {
            return of(changed.a());
        }
        if (node instanceof Node.OverSeries over) {
            return over.aggregate() == Node.Aggregate.LAST
                    ? of(over.series())
                    : texts.get(key(over.aggregate()), of(over.series()));
        }
        if (node instanceof Node.OverSeeds over) {
            return texts.get(key(over.aggregate()) + "Seeds", of(over.a()), Integer.toString(over.seeds()));
        }
        if (node instanceof Node.Unary unary) {
            return unary.name().equals("-") ? "−" + of(unary.a()) : unary.name() + "(" + of(unary.a()) + ")";
        }
        if (node instanceof Node.Binary binary) {
            return of(binary.a()) + " " + symbol(binary.name()) + " " + of(binary.b());
        }
        return node instanceof Node.Variable variable ? variable.name() : "";
    }

    private static String key(Node.Aggregate aggregate) {
        return "lesson.words." + aggregate.name().toLowerCase(Locale.ROOT);
    }

    private static String symbol(String operator) {
        return switch (operator) {
            case "PLUS" -> "+";
            case "MINUS" -> "−";
            case "TIMES" -> "×";
            case "DIVIDE" -> "/";
            case "POWER" -> "^";
            default -> operator;
        };
    }

    private String readout(Node.Readout readout) {
        String key = "lesson.name." + readout.name();
        String plain = texts.has(key) ? texts.get(key) : readout.name();
        String name = readout.ofStart() ? texts.get("lesson.words.ofStart", plain) : plain;
        Node argument = readout.argument();
        if (argument == null) {
            return name;
        }
        if (readout.kind() == ReadoutNames.Kind.SERIES) {
            return name + "[" + of(argument) + "]";
        }
        return argument instanceof Node.Readout ? name : name + "(" + of(argument) + ")";
    }
}
