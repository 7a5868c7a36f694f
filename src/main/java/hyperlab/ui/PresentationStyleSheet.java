package hyperlab.ui;

import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Converts the window's style sheet to presentation sizes: font and icon sizes by a table, lengths by one factor.
 * Borders and values without a size stay the same.
 */
final class PresentationStyleSheet {
    private static final double LENGTH_FACTOR = 1.4;
    private static final double SMALL_RADIUS = 5;
    private static final double LARGE_RADIUS = 9;
    private static final double RADIUS_INCREASE = 2;
    private static final Map<Double, Double> FONT_SIZES =
            Map.of(12.0, 18.0, 13.0, 18.0, 14.0, 20.0, 16.0, 22.0, 18.0, 24.0);
    private static final Map<Double, Double> ICON_SIZES = Map.of(16.0, 22.0, 20.0, 26.0);
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

    private PresentationStyleSheet() {}

    static String of(String sheet) {
        return DECLARATION
                .matcher(sheet)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + found.group(2) + enlarged(found)));
    }

    static double scaledFontSize(double pixels) {
        return FONT_SIZES.getOrDefault(pixels, scaledLength(pixels));
    }

    static double scaledLength(double pixels) {
        // Values as thin as a border stay the same.
        return pixels <= 2 ? pixels : Math.rint(LENGTH_FACTOR * pixels);
    }

    private static String enlarged(MatchResult declaration) {
        String property = declaration.group(1);
        return PIXELS.matcher(declaration.group(3)).replaceAll(size -> {
            double enlarged = enlarged(property, Double.parseDouble(size.group(1)));
            return (enlarged == Math.rint(enlarged) ? Long.toString((long) enlarged) : Double.toString(enlarged))
                    + "px";
        });
    }

    private static double enlarged(String property, double pixels) {
        if (property.equals("-fx-font-size")) {
            return scaledFontSize(pixels);
        }
        if (property.equals("-fx-icon-size")) {
            return ICON_SIZES.getOrDefault(pixels, scaledLength(pixels));
        }
        if (RADIUS_PROPERTIES.contains(property)) {
            return pixels < SMALL_RADIUS
                    ? pixels
                    : pixels < LARGE_RADIUS ? pixels + RADIUS_INCREASE : scaledLength(pixels);
        }
        return LENGTH_PROPERTIES.contains(property) ? scaledLength(pixels) : pixels;
    }
}
