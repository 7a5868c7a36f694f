package hyperlab.lesson;

import hyperlab.learn.Block;
import hyperlab.learn.LearnMarkdown;
import hyperlab.lesson.expression.Expression;
import hyperlab.lesson.expression.Readouts;
import hyperlab.text.NumberFormats;
import java.util.List;
import java.util.function.Function;

/**
 * A text in the Markdown of the pages, with numbers that are computed where they are shown: {@code
 * {{abs(x[8] of 0.1)}}} is replaced by the value, and {@code {{accuracy|%}}} by a percentage.
 *
 * @param parts the text in order: Markdown and inserted values
 */
public record LessonText(List<Part> parts) {
    public static final LessonText EMPTY = new LessonText(List.of());

    public LessonText {
        parts = List.copyOf(parts);
    }

    /** A piece of a text. */
    public sealed interface Part {
        /** Markdown as it is. */
        record Markdown(String text) implements Part {}

        /**
         * A computed number.
         *
         * @param value the number
         * @param digits the number of significant digits, 1 … 6; with {@code percent}, the number of decimals
         * @param percent whether it is shown as a percentage
         */
        record Value(Expression value, int digits, boolean percent) implements Part {}
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The inserted values, in order. */
    public List<Part.Value> values() {
        return parts.stream()
                .filter(Part.Value.class::isInstance)
                .map(Part.Value.class::cast)
                .toList();
    }

    /** A value as it is shown: with its significant digits, or as a percentage. */
    public static String format(Part.Value value, Readouts readouts) {
        double number = value.value().value(readouts);
        return value.percent()
                ? NumberFormats.formatFixed(100 * number, value.digits()) + "\u00a0%"
                : NumberFormats.format(number, value.digits());
    }

    /** The text as Markdown, where each value is formatted by {@code format}. */
    public String markdown(Function<Part.Value, String> format) {
        StringBuilder markdown = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Part.Markdown text) {
                markdown.append(text.text());
            } else {
                markdown.append(format.apply((Part.Value) part));
            }
        }
        return markdown.toString();
    }

    /** The text as the blocks that the pages are made of, where each value is formatted by {@code format}. */
    public List<Block> blocks(Function<Part.Value, String> format) {
        return LearnMarkdown.blocks(markdown(format), "lesson");
    }
}
