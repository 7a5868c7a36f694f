package hyperlab.ui;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sizes in presentation mode. The unit is the smallest font size; larger text, lengths, and icons grow with it.
 * Borders and values without a size stay the same.
 *
 * @param unit the smallest font size in pixels, see {@link #forScreen}
 */
record PresentationSizes(double unit) {
    /** The unit on a screen whose height is at most 800 pixels. */
    static final double SMALLEST_UNIT = 20;

    private static final double LINES_PER_SCREEN = 40;
    /** The size in pixels of the largest text of the normal style sheet that has the size of the unit. */
    private static final double BODY = 15;

    private static final double LENGTH_FACTOR = 1.4;
    private static final double ICON_FACTOR = 1.35;
    private static final double SMALL_RADIUS = 5;
    private static final double LARGE_RADIUS = 9;
    private static final double RADIUS_INCREASE = 2;
    private static final Set<String> RADIUS_PROPERTIES = Set.of("-fx-background-radius", "-fx-border-radius");
    private static final Set<String> LENGTH_PROPERTIES = Set.of(
            "-fx-min-width",
            "-fx-pref-width",
            "-fx-max-width",
            "-fx-min-height",
            "-fx-pref-height",
            "-fx-max-height",
            "-fx-padding",
            "-fx-spacing",
            "-fx-hgap",
            "-fx-vgap",
            "-fx-graphic-text-gap",
            "-fx-cell-size",
            "-hl-least-height");
    private static final Pattern DECLARATION = Pattern.compile("(-[a-z-]+)(\\s*:\\s*)([^;{}]+)");
    private static final Pattern PIXELS = Pattern.compile("(\\d+(?:\\.\\d+)?)px");

    /** The sizes on a screen of this height in pixels: the unit is a fortieth of it, rounded up to an even number. */
    static PresentationSizes forScreen(double height) {
        return new PresentationSizes(Math.max(SMALLEST_UNIT, 2 * Math.ceil(height / LINES_PER_SCREEN / 2)));
    }

    /** Converts the normal style sheet to these sizes. */
    String enlarge(String sheet) {
        return converted(sheet, this::enlarged);
    }

    /** Converts a style sheet that is written for the smallest unit to these sizes. */
    String adapt(String sheet) {
        return converted(sheet, (property, pixels) -> pixels <= 2 ? pixels : Math.rint(growth() * pixels));
    }

    private interface SizeConversion {
        double convert(String property, double pixels);
    }

    private static String converted(String sheet, SizeConversion conversion) {
        return DECLARATION
                .matcher(sheet)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) + found.group(2) + converted(found.group(1), found.group(3), conversion)));
    }

    private static String converted(String property, String value, SizeConversion conversion) {
        return PIXELS.matcher(value).replaceAll(found -> {
            double pixels = conversion.convert(property, Double.parseDouble(found.group(1)));
            return (pixels == Math.rint(pixels) ? Long.toString((long) pixels) : Double.toString(pixels)) + "px";
        });
    }

    private double growth() {
        return unit / SMALLEST_UNIT;
    }

    /** Converts a font size in pixels. */
    double fontSize(double pixels) {
        return Math.max(unit, Math.rint(unit * pixels / BODY));
    }

    /** Converts a length in pixels. Values as thin as a border stay the same. */
    double length(double pixels) {
        return pixels <= 2 ? pixels : Math.rint(LENGTH_FACTOR * growth() * pixels);
    }

    private double enlarged(String property, double pixels) {
        if (property.equals("-fx-font-size")) {
            return fontSize(pixels);
        }
        if (property.equals("-fx-icon-size")) {
            return Math.rint(ICON_FACTOR * growth() * pixels);
        }
        if (RADIUS_PROPERTIES.contains(property)) {
            return pixels < SMALL_RADIUS ? pixels : pixels < LARGE_RADIUS ? pixels + RADIUS_INCREASE : length(pixels);
        }
        return LENGTH_PROPERTIES.contains(property) ? length(pixels) : pixels;
    }
}
