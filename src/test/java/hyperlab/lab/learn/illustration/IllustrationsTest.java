package hyperlab.lab.learn.illustration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.lab.LabContext;
import hyperlab.learn.Block;
import hyperlab.learn.Inline;
import hyperlab.learn.LearnPage;
import hyperlab.learn.LearnPages;
import hyperlab.learn.LinkedDocuments;
import hyperlab.text.Language;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.ui.Appearance;
import hyperlab.ui.Messages;
import hyperlab.ui.Theme;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class IllustrationsTest {
    /** Settings of charts that no link opens. */
    private static final Set<String> SETTINGS_OF_CHARTS = Set.of("batch-8", "dropout-small");

    static Set<String> names() {
        return new TreeSet<>(Illustrations.names());
    }

    private static Illustration<?, ?> illustration(String name) {
        return Illustrations.create(
                name,
                new LabContext(
                        new Messages(Language.ENGLISH),
                        new Appearance(Theme.LIGHT),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    @Test
    void pagesDrawExactlyTheAvailableIllustrations() {
        assertEquals(
                names(),
                LearnPages.all(Language.ENGLISH).stream()
                        .map(LearnPage::charts)
                        .flatMap(List::stream)
                        .map(Block.ChartBlock::name)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void allSettingsAreOpenedOrDrawn() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("assets/pages/try"))) {
            Set<String> there = files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> known = new TreeSet<>(LinkedDocuments.names());
            known.addAll(SETTINGS_OF_CHARTS);
            assertEquals(known, there);
        }
    }

    /** Each number is on the page of its chart, and begins with the value that the chart shows. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void numbersInTheTextChangeTheChartAboveThem(Language language) {
        Set<String> changed = new TreeSet<>();
        for (LearnPage page : LearnPages.all(language)) {
            for (Inline.ChartNumber number : page.numbers()) {
                assertTrue(page.charts().stream().anyMatch(chart -> chart.name().equals(number.chart())));
                Illustration.Adjustment<?> adjustment =
                        illustration(number.chart()).adjustment().orElseThrow();
                assertEquals(NumberFormats.format(adjustment.initial()), number.text());
                changed.add(number.chart());
            }
        }
        assertEquals(
                names().stream()
                        .filter(name -> illustration(name).adjustment().isPresent())
                        .collect(Collectors.toCollection(TreeSet::new)),
                changed);
        assertTrue(changed.size() >= 4);
    }

    @Test
    void numbersBeginWithWhatTheChartShowsAndChangeIt() {
        for (String name : names()) {
            assertAdjusts(illustration(name));
        }
    }

    private static <R, M> void assertAdjusts(Illustration<R, M> illustration) {
        illustration.adjustment().ifPresent(adjustment -> {
            assertEquals(illustration.settingsDocument(), adjustment.document().apply(adjustment.initial()));
            String first = illustration.toCsv(illustration.compute());
            assertEquals(first, illustration.toCsv(adjustment.result().apply(adjustment.initial())));
            for (double value : List.of(
                    adjustment.values().get(0),
                    adjustment.values().get(adjustment.values().size() - 1))) {
                assertNotEquals(first, illustration.toCsv(adjustment.result().apply(value)));
                Document changed = adjustment.document().apply(value);
                assertNotEquals(illustration.settingsDocument(), changed);
                assertEquals(changed, Documents.parse(Documents.write(changed), "written"));
            }
        });
    }

    /** On the parabola with curvature 1, a step multiplies x by 1 − η. */
    @Test
    void theThirdRateIsThatOfTheText() {
        RateIllustration rates = (RateIllustration) illustration("three-rates");
        for (double rate : List.of(0.1, 1.0, 1.5, 2.4)) {
            RateIllustration.Descents found =
                    rates.adjustment().orElseThrow().result().apply(rate);
            assertEquals(
                    3.2 * Math.pow(1 - rate, 8), found.paths().paths().get(2).x(8), 1e-9);
            assertEquals(3.2 * Math.pow(0.9, 8), found.paths().paths().get(0).x(8), 1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void drawsEachIllustrationInEveryLanguageAndTheme(String name) {
        show(illustration(name));
    }

    private static <R, M> void show(Illustration<R, M> illustration) {
        R found = illustration.compute();
        show(illustration, found, Language.ENGLISH);
        BufferedImage english = render(illustration);
        assertTrue(countNonWhitePixels(english) > 100, "something is drawn");
        illustration.chart().style(ChartStyle.of(ChartTheme.DARK));
        assertTrue(different(english, render(illustration)), "the theme changes it");
        illustration.chart().style(ChartStyle.of(ChartTheme.LIGHT));
        show(illustration, found, Language.KOREAN);
        BufferedImage korean = render(illustration);
        show(illustration, found, Language.ENGLISH);
        assertArrays(english, render(illustration));
        assertTrue(countNonWhitePixels(korean) > 100, "something is drawn in Korean");
        List<String> lines = illustration.toCsv(found).lines().toList();
        long columns = lines.get(0).split(",", -1).length;
        assertTrue(lines.size() > 1);
        assertTrue(lines.stream().allMatch(line -> line.split(",", -1).length == columns), "as many cells in each row");
        assertEquals(
                illustration.settingsDocument(),
                Documents.parse(Documents.write(illustration.settingsDocument()), "written"));
    }

    private static <R, M> void show(Illustration<R, M> illustration, R found, Language language) {
        illustration.chart().texts(Texts.in(language));
        illustration.chart().show(illustration.model(found, Texts.in(language)));
    }

    private static BufferedImage render(Illustration<?, ?> illustration) {
        BufferedImage image = new BufferedImage(600, 280, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 600, 280);
        illustration.chart().chart().draw(graphics, new Rectangle(600, 280));
        graphics.dispose();
        return image;
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static long countNonWhitePixels(BufferedImage image) {
        return Arrays.stream(pixels(image))
                .filter(pixel -> pixel != Color.WHITE.getRGB())
                .count();
    }

    private static boolean different(BufferedImage one, BufferedImage other) {
        return !Arrays.equals(pixels(one), pixels(other));
    }

    private static void assertArrays(BufferedImage one, BufferedImage other) {
        assertTrue(Arrays.equals(pixels(one), pixels(other)), "back in English it is as it was");
    }
}
