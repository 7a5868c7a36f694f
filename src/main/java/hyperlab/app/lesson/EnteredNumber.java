package hyperlab.app.lesson;

import java.util.OptionalDouble;

/** A number as a student types it. */
public final class EnteredNumber {
    private EnteredNumber() {}

    /** The number; empty if the text is none. A comma and a typographic minus are accepted. */
    public static OptionalDouble parse(String text) {
        try {
            double value = Double.parseDouble(
                    text.strip().replace(',', '.').replace('\u2212', '-').replaceAll("\\s+", ""));
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
