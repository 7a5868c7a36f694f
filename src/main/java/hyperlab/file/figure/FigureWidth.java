package hyperlab.file.figure;

import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The width of a figure.
 *
 * @param value in the unit, within its limits
 */
public record FigureWidth(double value, Unit unit) {
    public static final double CENTIMETERS_PER_INCH = 2.54;

    /** A unit of length. The size of a pixel depends on the resolution. */
    public enum Unit {
        CENTIMETERS("cm", 2, 100),
        PIXELS("px", 100, 8_000);

        private final String symbol;
        private final double low;
        private final double high;

        Unit(String symbol, double low, double high) {
            this.symbol = symbol;
            this.low = low;
            this.high = high;
        }

        /** The symbol, such as {@code cm}. */
        public String symbol() {
            return symbol;
        }

        /** The smallest width. */
        public double low() {
            return low;
        }

        /** The largest width. */
        public double high() {
            return high;
        }
    }

    public FigureWidth {
        Checks.within("width", value, unit.low(), unit.high());
    }

    /**
     * Parses a width such as {@code 8cm} or {@code 640px}.
     *
     * @throws InvalidInputException if the text is not a width
     */
    public static FigureWidth parse(String text) {
        String stripped = text.strip().toLowerCase(Locale.ROOT);
        for (Unit unit : Unit.values()) {
            if (stripped.endsWith(unit.symbol())) {
                return new FigureWidth(number(stripped, text, unit), unit);
            }
        }
        throw notAWidth(text);
    }

    private static double number(String stripped, String text, Unit unit) {
        try {
            return Double.parseDouble(
                    stripped.substring(0, stripped.length() - unit.symbol().length()));
        } catch (NumberFormatException e) {
            throw notAWidth(text);
        }
    }

    private static InvalidInputException notAWidth(String text) {
        List<String> units = Arrays.stream(Unit.values()).map(Unit::symbol).toList();
        return new InvalidInputException("--width", Rule.WIDTH_WITH_UNIT, String.join(", ", units), text);
    }

    /** The width in inches, at a resolution in dots per inch. */
    public double inches(int dpi) {
        return switch (unit) {
            case CENTIMETERS -> value / CENTIMETERS_PER_INCH;
            case PIXELS -> value / dpi;
        };
    }

    /** The width in pixels, at a resolution in dots per inch. */
    public int pixels(int dpi) {
        return (int) Math.round(inches(dpi) * dpi);
    }
}
