package hyperlab.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.ThemeColor;
import hyperlab.descent.DescentSetup;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.optim.Sgd;
import hyperlab.rule.InvalidInputException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PngFigureTest {
    private static final Document DOCUMENT = new Document.OfDescent(new DescentSetup(
            "parabola",
            Map.of("curvature", 2.0),
            List.of(3.2),
            20,
            List.of(new DescentSetup.Racer(0.1, Sgd.DEFAULT, true))));

    private static JFreeChart chart(ChartTheme theme) {
        JFreeChart chart = ChartStyle.of(theme).createChart(LinearAxis.ofPositions(), LinearAxis.ofValues());
        CurveDataset data = new CurveDataset();
        data.show(Curve.of(new double[] {0, 1}, new double[] {2, 2}));
        CurveRenderer renderer = new CurveRenderer();
        renderer.setCurveStyles(CurveStyle.line(ThemeColor.series(0), 3));
        chart.getXYPlot().setDataset(0, data);
        chart.getXYPlot().setRenderer(0, renderer);
        ChartStyle.of(theme).apply(chart);
        return chart;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void linesGrowWithTheScale(int scale) {
        BufferedImage image = PngFigure.image(new Figure(chart(ChartTheme.LIGHT), 300, 200, null), scale);
        assertEquals(300 * scale, image.getWidth());
        assertEquals(200 * scale, image.getHeight());
        int thick = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            boolean blue = (image.getRGB(150 * scale, y) & 0xffffff)
                    == (ChartTheme.LIGHT.series(0).getRGB() & 0xffffff);
            thick += blue ? 1 : 0;
        }
        assertEquals(3 * scale, thick, 1);
    }

    @Test
    void placesCaptionBelowInChartTheme() {
        Caption caption = new Caption("포물선, 학습률 0.1, 랜덤 시드 42. " + "긴 설명 ".repeat(30), ChartTheme.DARK);
        BufferedImage plain = PngFigure.image(new Figure(chart(ChartTheme.DARK), 300, 200, null), 1);
        BufferedImage captioned = PngFigure.image(new Figure(chart(ChartTheme.DARK), 300, 200, caption), 1);
        assertTrue(captioned.getHeight() > plain.getHeight() + 40);
        int letters = 0;
        for (int y = 200; y < captioned.getHeight(); y++) {
            assertEquals(ChartTheme.DARK.background().getRGB(), captioned.getRGB(298, y));
            for (int x = 0; x < 300; x++) {
                letters +=
                        captioned.getRGB(x, y) == ChartTheme.DARK.background().getRGB() ? 0 : 1;
            }
        }
        assertTrue(letters > 500);
    }

    @Test
    void breaksCaptionsAtSpacesAndWithinLongTokens() {
        assertEquals(List.of("one two"), Figure.wrapLines(" one  two ", 200));
        List<String> lines = Figure.wrapLines("아주긴".repeat(40) + " 끝", 100);
        assertTrue(lines.size() > 5);
        assertEquals("아주긴".repeat(40) + "끝", String.join("", lines).replace(" ", ""));
        assertEquals(List.of(), Figure.wrapLines("", 100));
    }

    @Test
    void figureEmbedsDocument(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("figure.png");
        FigureFile.write(file, new Figure(chart(ChartTheme.LIGHT), 300, 200, null), FigureOptions.png(2), DOCUMENT);
        assertEquals(DOCUMENT, Documents.parse(EmbeddedMetadataReader.readDocument(file), "figure.png"));
        assertEquals(600, ImageIO.read(file.toFile()).getWidth());
        Caption caption = new Caption("caption", ChartTheme.LIGHT);
        FigureFile.write(file, new Figure(chart(ChartTheme.LIGHT), 300, 200, caption), FigureOptions.png(1), DOCUMENT);
        assertEquals(300, ImageIO.read(file.toFile()).getWidth());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void rejectsSizesOutOfRange() {
        JFreeChart chart = chart(ChartTheme.LIGHT);
        Figure figure = new Figure(chart, 300, 200, null);
        assertThrows(InvalidInputException.class, () -> PngFigure.image(figure, 5));
        assertThrows(InvalidInputException.class, () -> PngFigure.image(figure, 0));
        assertThrows(InvalidInputException.class, () -> new Figure(chart, 0, 200, null));
        assertThrows(InvalidInputException.class, () -> new Figure(chart, 300, 100_000, null));
        assertThrows(InvalidInputException.class, () -> new FigureOptions(FigureFormat.PDF, 2));
    }
}
