package hyperlab.chart.description;

import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a chart shows.
 *
 * @param x the horizontal axis; empty if the chart has none
 * @param y the vertical axis; empty if the chart has none
 * @param curves its curves that have a name, in drawing order
 * @param marks the words at what is marked, such as "lowest: epoch 40"
 */
public record ChartDescription(
        Optional<AxisDescription> x, Optional<AxisDescription> y, List<CurveDescription> curves, List<String> marks) {
    /** More curves than a listener can follow are only counted. */
    private static final int MAX_CURVES = 8;

    private static final int DIGITS = 3;

    public ChartDescription {
        curves = List.copyOf(curves);
        marks = List.copyOf(marks);
    }

    /** The description in sentences; empty if there is nothing to describe. */
    public String text(Texts texts) {
        List<String> sentences = new ArrayList<>();
        x.ifPresent(axis -> sentences.add(sentence(texts, "chart.describe.x", axis)));
        y.ifPresent(axis -> sentences.add(sentence(texts, "chart.describe.y", axis)));
        curves.stream().limit(MAX_CURVES).forEach(curve -> sentences.add(sentence(texts, curve)));
        if (curves.size() > MAX_CURVES) {
            sentences.add(texts.get("chart.describe.more", Integer.toString(curves.size() - MAX_CURVES)));
        }
        if (!marks.isEmpty()) {
            sentences.add(texts.get("chart.describe.marks", String.join("; ", marks)));
        }
        return String.join(" ", sentences);
    }

    private static String sentence(Texts texts, String key, AxisDescription axis) {
        return axis.title().isEmpty()
                ? texts.get(key + ".untitled", number(axis.low()), number(axis.high()))
                : texts.get(key, axis.title(), number(axis.low()), number(axis.high()));
    }

    private static String sentence(Texts texts, CurveDescription curve) {
        return texts.get(
                curve.isLowestAtEnd() ? "chart.describe.curve.falling" : "chart.describe.curve",
                curve.name(),
                number(curve.lowest()),
                number(curve.lowestX()),
                number(curve.last()),
                number(curve.lastX()));
    }

    private static String number(double value) {
        return NumberFormats.format(value, DIGITS);
    }
}
