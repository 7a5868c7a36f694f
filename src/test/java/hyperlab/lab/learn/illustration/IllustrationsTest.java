package hyperlab.lab.learn.illustration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.file.Documents;
import hyperlab.lab.LabContext;
import hyperlab.learn.Block;
import hyperlab.learn.LearnPage;
import hyperlab.learn.LearnPages;
import hyperlab.learn.LinkedDocuments;
import hyperlab.text.Language;
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
