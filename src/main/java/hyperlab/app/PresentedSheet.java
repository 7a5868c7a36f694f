package hyperlab.app;

import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Converts the window's style sheet to presentation sizes: font and icon sizes by a table, lengths by one factor.
 * Borders and values without a size stay the same.
 */
final class PresentedSheet {
    private static final double LENGTHS = 1.4;
    private static final double SMALL_RADIUS = 5;
    private static final double LARGE_RADIUS = 9;
    private static final double ROUNDER = 2;
    private static final Map<Double, Double> TYPE = Map.of(12.0, 18.0, 13.0, 18.0, 14.0, 20.0, 16.0, 22.0, 18.0, 24.0);
    private static final Map<Double, Double> ICONS = Map.of(16.0, 22.0, 20.0, 26.0);
    private static final Set<String> RADII = Set.of("-fx-background-radius", "-fx-border-radius");
    private static final Set<String> SIZES = Set.of(
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

    private PresentedSheet() {}

    static String of(String sheet) {
        return DECLARATION
                .matcher(sheet)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + found.group(2) + larger(found)));
    }

    static double length(double pixels) {
        // Values as thin as a border stay the same.
        return pixels <= 2 ? pixels : Math.rint(LENGTHS * pixels);
    }

    private static String larger(MatchResult declaration) {
        String property = declaration.group(1);
        return PIXELS.matcher(declaration.group(3)).replaceAll(size -> {
            double larger = larger(property, Double.parseDouble(size.group(1)));
            return (larger == Math.rint(larger) ? Long.toString((long) larger) : Double.toString(larger)) + "px";
        });
    }

    private static double larger(String property, double pixels) {
        if (property.equals("-fx-font-size")) {
            return TYPE.getOrDefault(pixels, length(pixels));
        }
        if (property.equals("-fx-icon-size")) {
            return ICONS.getOrDefault(pixels, length(pixels));
        }
        if (RADII.contains(property)) {
            return pixels < SMALL_RADIUS ? pixels : pixels < LARGE_RADIUS ? pixels + ROUNDER : length(pixels);
        }
        return SIZES.contains(property) ? length(pixels) : pixels;
    }
}
