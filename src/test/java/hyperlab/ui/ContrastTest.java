package hyperlab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import hyperlab.chart.style.ChartTheme;
import hyperlab.finding.Severity;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Text is readable: its contrast with what is behind it is at least 4.5:1 (WCAG 2, level AA), measured from the colors
 * in the style sheets.
 */
class ContrastTest {
    private static final double READABLE = 4.5;
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
    private static final Pattern DECLARATION = Pattern.compile("(-[a-z0-9-]+)\\s*:\\s*([^;]+);?");
    private static final Pattern RGBA = Pattern.compile("rgba?\\((\\d+),\\s*(\\d+),\\s*(\\d+)(?:,\\s*([0-9.]+))?\\)");

    /** What text lies on. */
    private static final List<String> GROUNDS = List.of("-color-bg-default", "-color-bg-subtle", "-color-bg-inset");

    /** Colors of text, on any of these grounds. */
    private static final List<String> TEXT = List.of(
            "-color-fg-default",
            "-color-fg-muted",
            "-color-accent-fg",
            "-color-danger-fg",
            "-color-success-fg",
            "-hl-series-1",
            "-hl-series-2",
            "-hl-series-4",
            "-hl-series-6");

    /** Text on a tint over the default ground. */
    private static final List<List<String>> ON_TINTS = List.of(
            List.of("-color-fg-default", "-color-accent-subtle"),
            List.of("-color-fg-default", "-color-danger-subtle"),
            List.of("-color-fg-default", "-color-success-subtle"),
            List.of("-color-fg-default", "-color-warning-subtle"),
            List.of("-color-fg-default", "-color-neutral-muted"),
            List.of("-color-fg-muted", "-color-accent-subtle"),
            List.of("-color-accent-fg", "-color-accent-subtle"),
            List.of("-color-fg-emphasis", "-color-accent-emphasis"));

    /** The colors that a theme defines by name. */
    private static Map<String, String> tokens(Theme theme) {
        boolean dark = theme == Theme.DARK;
        String primer = (dark ? new PrimerDark() : new PrimerLight())
                .getUserAgentStylesheet()
                .replaceAll("\\.bss$", ".css");
        Map<String, String> tokens = new HashMap<>();
        for (String sheet : List.of(read(primer), read("/css/hyperlab.css"))) {
            Matcher rule = RULE.matcher(sheet.replaceAll("(?s)/\\*.*?\\*/", ""));
            while (rule.find()) {
                String selector = rule.group(1).strip();
                if (selector.equals(".root") || (dark && selector.equals(".root:dark"))) {
                    Matcher declaration = DECLARATION.matcher(rule.group(2));
                    while (declaration.find()) {
                        tokens.put(declaration.group(1), declaration.group(2).strip());
                    }
                }
            }
        }
        return tokens;
    }

    private static String read(String path) {
        try (InputStream in = Objects.requireNonNull(ContrastTest.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(path, e);
        }
    }

    /** The color that a token stands for, over a ground where it is translucent. */
    private static Color color(Map<String, String> tokens, String token, Color ground) {
        String value = tokens.get(token);
        assertTrue(value != null, () -> "no color " + token);
        if (value.startsWith("-")) {
            return color(tokens, value, ground);
        }
        Matcher rgba = RGBA.matcher(value.toLowerCase(Locale.ROOT));
        if (!rgba.matches()) {
            return Color.decode(value);
        }
        Color over = new Color(
                Integer.parseInt(rgba.group(1)), Integer.parseInt(rgba.group(2)), Integer.parseInt(rgba.group(3)));
        return ChartTheme.mix(ground, over, rgba.group(4) == null ? 1 : Double.parseDouble(rgba.group(4)));
    }

    /** The contrast ratio of WCAG 2: (L₁ + 0.05) / (L₂ + 0.05) with the relative luminances of the two colors. */
    private static double contrast(Color one, Color other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    @Test
    void contrastIsThatOfTheStandard() {
        // The extremes, and gray 767676, the lightest gray that is readable on white.
        assertEquals(21, contrast(Color.WHITE, Color.BLACK), 1e-9);
        assertEquals(1, contrast(Color.RED, Color.RED), 1e-9);
        assertEquals(4.54, contrast(Color.WHITE, new Color(0x767676)), 0.005);
        assertTrue(contrast(Color.WHITE, new Color(0x777777)) < READABLE);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void textOfTheWindowIsReadable(Theme theme) {
        Map<String, String> tokens = tokens(theme);
        Color base = color(tokens, "-color-bg-default", Color.WHITE);
        List<String> faults = new ArrayList<>();
        for (String text : TEXT) {
            for (String ground : GROUNDS) {
                Color behind = color(tokens, ground, base);
                check(text + " on " + ground, color(tokens, text, behind), behind, faults);
            }
        }
        for (List<String> pair : ON_TINTS) {
            Color behind = color(tokens, pair.get(1), base);
            check(String.join(" on ", pair), color(tokens, pair.get(0), behind), behind, faults);
        }
        assertEquals(List.of(), faults);
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void textOfTheChartsIsReadable(ChartTheme theme) {
        List<String> faults = new ArrayList<>();
        Stream.concat(
                        Stream.of(theme.text(), theme.muted()),
                        Stream.of(Severity.values()).map(theme::finding))
                .forEach(color -> check(color.toString(), color, theme.background(), faults));
        for (int series = 0; series < 6; series++) {
            check("series " + series, theme.series(series), theme.background(), faults);
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void chartsAndWindowHaveTheSameSeriesColors() {
        for (Theme theme : Theme.values()) {
            ChartTheme chart = theme == Theme.DARK ? ChartTheme.DARK : ChartTheme.LIGHT;
            for (int series : new int[] {1, 2, 4, 6}) {
                assertEquals(chart.series(series - 1), color(tokens(theme), "-hl-series-" + series, Color.WHITE));
            }
        }
    }

    @Test
    void findingHasTheSameColorInChartsAndOnItsCard() {
        for (Theme theme : Theme.values()) {
            ChartTheme chart = theme == Theme.DARK ? ChartTheme.DARK : ChartTheme.LIGHT;
            Map<Severity, String> cards = Map.of(
                    Severity.NOTE, "-color-accent-fg",
                    Severity.WARNING, "-color-warning-fg",
                    Severity.DANGER, "-color-danger-fg",
                    Severity.GOOD, "-color-success-fg");
            cards.forEach((severity, card) ->
                    assertEquals(color(tokens(theme), card, Color.WHITE), chart.finding(severity), card));
        }
    }

    private static void check(String what, Color text, Color ground, List<String> faults) {
        double ratio = contrast(text, ground);
        if (ratio < READABLE) {
            faults.add(what + " has " + Math.round(100 * ratio) / 100.0 + ":1");
        }
    }
}
