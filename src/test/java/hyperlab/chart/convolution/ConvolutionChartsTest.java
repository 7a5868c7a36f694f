package hyperlab.chart.convolution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.ColorScale;
import hyperlab.chart.ErrorBarLine;
import hyperlab.chart.GoldenImage;
import hyperlab.chart.Pixels;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.TextPainter;
import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.convolution.FeatureMap;
import hyperlab.convolution.ImageSelection;
import hyperlab.convolution.InputImage;
import hyperlab.convolution.KernelSelection;
import hyperlab.image.KnownFilter;
import hyperlab.nn.kernel.ConvolutionGeometry;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConvolutionChartsTest {
    private static final Texts KOREAN = Texts.in(Language.KOREAN);
    private static final FeatureMap FIVE = FeatureMap.of(
            ConvolutionLabSettings.DEFAULT,
            ConvolutionLabSettings.DEFAULT.image().load());

    // images and feature maps

    private static PixelMapChart.Model padded() {
        ConvolutionLabSettings setup =
                ConvolutionLabSettings.DEFAULT.withPadding(2).withDilation(2);
        InputImage image = setup.image().load();
        FeatureMap map = FeatureMap.of(setup, image);
        ConvolutionGeometry geometry = map.geometry();
        return PixelMapChart.Model.of(28, 28, image.pixels(), ColorScale.MONOCHROME, 1)
                .withMargin(2, map.coveredRows(), map.coveredColumns())
                .withFrames(
                        List.of(
                                new PixelMapChart.CellFrame(
                                        PixelMapChart.CellMark.NEXT,
                                        geometry.pixelAt(4, 0),
                                        geometry.pixelAt(6, 0),
                                        3,
                                        2),
                                new PixelMapChart.CellFrame(
                                        PixelMapChart.CellMark.CURRENT,
                                        geometry.pixelAt(4, 0),
                                        geometry.pixelAt(5, 0),
                                        3,
                                        2)),
                        List.of(
                                new PixelMapChart.LegendEntry(PixelMapChart.CellMark.CURRENT, "지금 커널"),
                                new PixelMapChart.LegendEntry(PixelMapChart.CellMark.NEXT, "다음"),
                                new PixelMapChart.LegendEntry(PixelMapChart.CellMark.UNREAD, "읽지 않음"),
                                new PixelMapChart.LegendEntry(PixelMapChart.CellMark.PADDING, "패딩")));
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void imageUnderKernelMatchesReferenceImage(ChartTheme theme) {
        PixelMapChart chart = new PixelMapChart(theme);
        chart.show(padded());
        GoldenImage.assertMatchesReference("convolution-image", theme, chart.chart(), 360, 340);
    }

    /** Nothing that is drawn in the image goes unexplained, however small the card is. */
    @ParameterizedTest
    @CsvSource({"360, 340, 1", "190, 300, 1", "560, 200, 1", "560, 230, 1.7", "300, 260, 1.7"})
    void legendIsCompleteAndKeepsOffTheCells(double width, double height, double scale) {
        Rectangle2D area = new Rectangle2D.Double(20, 10, width, height);
        ChartStyle style = new ChartStyle(ChartTheme.LIGHT, scale);
        PixelMapChart.Model model = padded();
        PixelMapLayout layout = PixelMapLayout.of(area, model, style);
        assertLegendFits(area, style, layout);
    }

    /** A legend in a narrow card is broken, not cut. */
    @ParameterizedTest
    @CsvSource({"200, 360, 1.7", "150, 200, 1"})
    void longLegendIsBroken(double width, double height, double scale) {
        Rectangle2D area = new Rectangle2D.Double(20, 10, width, height);
        ChartStyle style = new ChartStyle(ChartTheme.LIGHT, scale);
        PixelMapChart.Model model = padded().withFrames(
                        List.of(),
                        List.of(
                                new PixelMapChart.LegendEntry(
                                        PixelMapChart.CellMark.NEXT, "next, at the left end of the next row"),
                                new PixelMapChart.LegendEntry(PixelMapChart.CellMark.PADDING, "padding")));
        PixelMapLayout layout = PixelMapLayout.of(area, model, style);
        assertTrue(layout.lines().size() > 2, layout.toString());
        assertEquals(
                "next, at the left end of the next row padding",
                layout.lines().stream().map(PixelMapLayout.LegendLine::text).collect(Collectors.joining(" ")));
        assertEquals(
                2, layout.lines().stream().filter(line -> line.mark() != null).count());
        assertLegendFits(area, style, layout);
        assertTrue(layout.items().get(1).getY() > layout.items().get(0).getY(), "the second line is below the first");
    }

    private static void assertLegendFits(Rectangle2D area, ChartStyle style, PixelMapLayout layout) {
        double scale = style.scale();
        assertEquals(layout.lines().size(), layout.items().size());
        assertTrue(area.contains(layout.cells()), layout.toString());
        double swatch = PixelMapLayout.SWATCH * scale;
        for (int k = 0; k < layout.items().size(); k++) {
            Point2D place = layout.items().get(k);
            double text = TextPainter.width(layout.lines().get(k).text(), style.axisFont());
            Rectangle2D item = new Rectangle2D.Double(
                    place.getX(), place.getY() - swatch / 2, swatch + PixelMapLayout.TEXT_GAP * scale + text, swatch);
            assertTrue(area.contains(item), k + ": " + layout);
            assertFalse(layout.cells().intersects(item), k + ": " + layout);
        }
    }

    @Test
    void legendIsBesideTheCellsWhereTheyAreLargerThatWay() {
        ChartStyle style = ChartStyle.of(ChartTheme.LIGHT);
        PixelMapLayout high = PixelMapLayout.of(new Rectangle2D.Double(0, 0, 300, 360), padded(), style);
        assertTrue(high.items().get(0).getY() > high.cells().getMaxY(), high.toString());
        PixelMapLayout low = PixelMapLayout.of(new Rectangle2D.Double(0, 0, 560, 200), padded(), style);
        assertTrue(low.items().get(0).getX() > low.cells().getMaxX(), low.toString());
        assertEquals(32 * 6, low.cells().getHeight(), "the whole height");
    }

    private static PixelMapChart.Model map() {
        return PixelMapChart.Model.of(13, 13, FIVE.values(), ColorScale.DIVERGING, FIVE.maxAbsValue())
                .withComputedCount(84)
                .withFrames(
                        List.of(new PixelMapChart.CellFrame(PixelMapChart.CellMark.CURRENT, 6, 5, 1, 1)),
                        List.of(new PixelMapChart.LegendEntry(PixelMapChart.CellMark.PENDING, "흐림: 아직")))
                .withScale("−3.84", "3.84");
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void featureMapMatchesReferenceImage(ChartTheme theme) {
        PixelMapChart chart = new PixelMapChart(theme);
        chart.show(map());
        GoldenImage.assertMatchesReference("convolution-map", theme, chart.chart(), 400, 420);
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void photographMatchesReferenceImage(ChartTheme theme) {
        InputImage temple = ImageSelection.of("temple").load();
        PixelMapChart chart = new PixelMapChart(theme);
        chart.show(PixelMapChart.Model.of(256, 256, temple.pixels(), ColorScale.GRAYSCALE, 1)
                .withFrames(
                        List.of(new PixelMapChart.CellFrame(PixelMapChart.CellMark.RECEPTIVE_FIELD, 100, 60, 30, 1)),
                        List.of(new PixelMapChart.LegendEntry(PixelMapChart.CellMark.RECEPTIVE_FIELD, "수용 영역"))));
        GoldenImage.assertMatchesReference("convolution-photograph", theme, chart.chart(), 300, 330);
    }

    /** The light and the dark theme must show the same photograph. */
    @Test
    void onlyInkDependsOnTheme() {
        assertEquals(
                ColorScale.GRAYSCALE.color(0.5, 1, ChartTheme.LIGHT),
                ColorScale.GRAYSCALE.color(0.5, 1, ChartTheme.DARK));
        assertNotEquals(
                ColorScale.MONOCHROME.color(0, 1, ChartTheme.LIGHT),
                ColorScale.MONOCHROME.color(0, 1, ChartTheme.DARK));
        assertEquals(ChartTheme.DARK.background(), ColorScale.DIVERGING.color(0, 3, ChartTheme.DARK));
        assertEquals(ChartTheme.LIGHT.series(1), ColorScale.DIVERGING.color(-3, 3, ChartTheme.LIGHT));
        assertEquals(ChartTheme.LIGHT.series(0), ColorScale.DIVERGING.color(9, 3, ChartTheme.LIGHT));
        assertEquals(ChartTheme.LIGHT.background(), ColorScale.DIVERGING.color(1, 0, ChartTheme.LIGHT));
    }

    @Test
    void hatchesUnreadPixels() {
        PixelMapChart chart = new PixelMapChart(ChartTheme.LIGHT);
        PixelMapChart.Model bare = PixelMapChart.Model.of(4, 4, new double[16], ColorScale.MONOCHROME, 1);
        chart.show(bare);
        Color hatch = ChartTheme.LIGHT.series(3);
        assertEquals(0, Pixels.count(GoldenImage.draw(chart.chart(), 120, 120), hatch));
        chart.show(bare.withMargin(0, new boolean[] {true, true, true, true}, new boolean[] {true, true, true, false}));
        int column = Pixels.count(GoldenImage.draw(chart.chart(), 120, 120), hatch);
        chart.show(bare.withMargin(0, new boolean[4], new boolean[] {true, true, true, true}));
        int all = Pixels.count(GoldenImage.draw(chart.chart(), 120, 120), hatch);
        assertTrue(column > 50 && all > 3 * column, column + " of " + all);
    }

    @Test
    void findsCellsWhereDrawn() {
        PixelMapChart chart = new PixelMapChart(ChartTheme.LIGHT);
        Rectangle2D area = new Rectangle2D.Double(0, 0, 302, 303);
        assertTrue(chart.cellAt(5, 5, area).isEmpty());
        chart.show(PixelMapChart.Model.of(10, 10, new double[100], ColorScale.MONOCHROME, 1));
        assertArrayEquals(new int[] {0, 0}, chart.cellAt(3, 4, area).orElseThrow());
        assertArrayEquals(new int[] {9, 9}, chart.cellAt(298, 298, area).orElseThrow());
        assertArrayEquals(new int[] {2, 5}, chart.cellAt(170, 80, area).orElseThrow());
        chart.show(PixelMapChart.Model.of(10, 10, new double[100], ColorScale.MONOCHROME, 1)
                .withMargin(5, new boolean[0], new boolean[0]));
        assertTrue(chart.cellAt(3, 3, area).isEmpty());
        assertArrayEquals(new int[] {5, 5}, chart.cellAt(155, 155, area).orElseThrow());
    }

    // kernel step

    private static KernelStepChart.Model step(FeatureMap map, int place) {
        FeatureMap.PositionDetail step = map.detailAt(place);
        return new KernelStepChart.Model(
                map.settings().kernel().side(),
                step.pixels(),
                ColorScale.MONOCHROME,
                map.settings().kernel().toArray(),
                step.products(),
                step.rowSums(),
                step.sum(),
                map.maxAbsValue(),
                new KernelStepChart.Names("픽셀", "커널", "곱", "행의 합"),
                "6행 7열");
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void stepMatchesReferenceImage(ChartTheme theme) {
        KernelStepChart chart = new KernelStepChart(theme);
        chart.show(step(FIVE, 71));
        GoldenImage.assertMatchesReference("convolution-step", theme, chart.chart(), 700, 150);
    }

    @ParameterizedTest
    @CsvSource({"1, 640, 130", "7, 640, 170", "11, 640, 150", "11, 1200, 400", "5, 300, 90"})
    void everySizeIsDrawnInEveryRoom(int side, int width, int height) {
        ConvolutionLabSettings setup =
                ConvolutionLabSettings.DEFAULT.withKernel(KernelSelection.of(KnownFilter.GAUSSIAN, side));
        KernelStepChart chart = new KernelStepChart(ChartTheme.DARK);
        BufferedImage before = GoldenImage.draw(chart.chart(), width, height);
        chart.show(step(FeatureMap.of(setup, FIVE.image()), 40));
        BufferedImage after = GoldenImage.draw(chart.chart(), width, height);
        int ground = Pixels.count(before, ChartTheme.DARK.background());
        assertTrue(Pixels.count(after, ChartTheme.DARK.background()) < ground - 500);
    }

    /** A lesson in front of a class leaves the card little width. */
    @ParameterizedTest
    @CsvSource({"5, 2, 490, 170", "3, 1.6667, 470, 190", "5, 1, 300, 120"})
    void narrowStepKeepsItsPicturesAndCutsNoText(int side, double scale, int width, int height)
            throws ParserConfigurationException {
        ConvolutionLabSettings setup =
                ConvolutionLabSettings.DEFAULT.withKernel(KernelSelection.of(KnownFilter.BOX, side));
        KernelStepChart chart = new KernelStepChart(ChartTheme.LIGHT);
        chart.style(new ChartStyle(ChartTheme.LIGHT, scale));
        chart.show(step(FeatureMap.of(setup, FIVE.image()), 40));
        List<Rectangle2D> texts = new ArrayList<>();
        SVGGraphics2D g2 = new SVGGraphics2D(
                DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument()) {
            @Override
            public void drawString(String text, float x, float y) {
                double wide = TextPainter.width(text, getFont());
                assertTrue(x >= 0 && x + wide <= width, () -> text + " ends at " + (x + wide));
                texts.add(new Rectangle2D.Double(x, y - 5, wide, 5));
            }
        };
        chart.chart().draw(g2, new Rectangle2D.Double(0, 0, width, height));
        for (int k = 0; k < texts.size(); k++) {
            for (int other = 0; other < k; other++) {
                assertFalse(texts.get(k).intersects(texts.get(other)), texts.get(k) + " " + texts.get(other));
            }
        }
        BufferedImage image = GoldenImage.draw(chart.chart(), width, height);
        int ink = width * height - Pixels.count(image, ChartTheme.LIGHT.background());
        assertTrue(ink > 0.1 * width * height, ink + " pixels are drawn");
    }

    /** Many rows are too low for a number each. */
    @ParameterizedTest
    @CsvSource({"BOX, 11, 1, 640, 100", "GAUSSIAN, 11, 1, 640, 100", "GAUSSIAN, 9, 1, 900, 120", "BOX, 7, 2, 1500, 240"
    })
    void rowSumsCanBeReadOrAreLeftOut(KnownFilter filter, int side, double scale, int width, int height)
            throws ParserConfigurationException {
        ConvolutionLabSettings setup = ConvolutionLabSettings.DEFAULT.withKernel(KernelSelection.of(filter, side));
        KernelStepChart chart = new KernelStepChart(ChartTheme.LIGHT);
        chart.style(new ChartStyle(ChartTheme.LIGHT, scale));
        FeatureMap map = FeatureMap.of(setup, FIVE.image());
        chart.show(step(map, 40));
        List<Rectangle2D> numbers = new ArrayList<>();
        SVGGraphics2D g2 = new SVGGraphics2D(
                DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument()) {
            @Override
            public void drawString(String text, float x, float y) {
                double size = getFont().getSize2D();
                assertTrue(size >= 10 * scale, () -> text + " has " + size);
                numbers.add(new Rectangle2D.Double(x, y - size * 0.7, TextPainter.width(text, getFont()), size * 0.7));
            }
        };
        chart.chart().draw(g2, new Rectangle2D.Double(0, 0, width, height));
        long rows = DoubleStream.of(map.detailAt(40).rowSums())
                .filter(sum -> sum != 0)
                .count();
        // Four names, two operators, the arrow, and the total are also texts.
        assertTrue(numbers.size() >= 8 + Math.min(rows, 3), numbers.size() + " texts, " + rows + " rows");
        for (int k = 0; k < numbers.size(); k++) {
            for (int other = 0; other < k; other++) {
                assertFalse(numbers.get(k).intersects(numbers.get(other)), numbers.get(k) + " " + numbers.get(other));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "−0.25, -0.25",
        "2.81, 2.8123",
        "12.3, 12.345",
        "123, 123.4",
        "−1000, -1000",
        "0.99, 0.994",
        "0.004, 0.004",
        "0.1, 0.1"
    })
    void numbersInCellsAreShort(String shown, double number) {
        assertEquals(shown, NumberGrid.format(number));
    }

    // tiles

    private static MapTilesChart.Model tiles() {
        List<MapTilesChart.MapTile> first = IntStream.range(0, 8)
                .mapToObj(k -> new MapTilesChart.MapTile(
                        3,
                        IntStream.range(0, 9)
                                .mapToDouble(i -> Math.sin(k * 9 + i))
                                .toArray(),
                        k == 2))
                .toList();
        List<MapTilesChart.MapTile> second = IntStream.range(0, 32)
                .mapToObj(k -> new MapTilesChart.MapTile(
                        3,
                        IntStream.range(0, 9)
                                .mapToDouble(i -> Math.cos(k * 9 + i))
                                .toArray(),
                        false))
                .toList();
        return new MapTilesChart.Model(List.of(
                new MapTilesChart.Row("1층: 필터 8개", ColorScale.DIVERGING, 1, first),
                new MapTilesChart.Row("2층: 필터 4개 × 채널 8개", ColorScale.DIVERGING, 1, second)));
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void tilesMatchReferenceImage(ChartTheme theme) {
        MapTilesChart chart = new MapTilesChart(theme);
        chart.show(tiles());
        GoldenImage.assertMatchesReference("convolution-tiles", theme, chart.chart(), 380, 220);
    }

    /** A receptive field at the edge of the image reaches into the zeros around it, but not across the legend. */
    @Test
    void framesEndAtTheCells() {
        PixelMapChart chart = new PixelMapChart(ChartTheme.LIGHT);
        chart.show(PixelMapChart.Model.of(4, 4, new double[16], ColorScale.MONOCHROME, 1)
                .withFrames(
                        List.of(new PixelMapChart.CellFrame(PixelMapChart.CellMark.RECEPTIVE_FIELD, 2, -3, 6, 1)),
                        List.of()));
        BufferedImage image = GoldenImage.draw(chart.chart(), 200, 100);
        Rectangle cells = bounds(image, ChartTheme.LIGHT.axis());
        cells.grow(2, 2);
        Rectangle frame = bounds(image, ChartTheme.LIGHT.series(1));
        assertTrue(cells.contains(frame), frame + " in " + cells);
    }

    /** The bounds of the pixels of a color. */
    private static Rectangle bounds(BufferedImage image, Color color) {
        Rectangle bounds = new Rectangle(0, 0, -1, -1);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) == color.getRGB()) {
                    bounds.add(new Rectangle(x, y, 1, 1));
                }
            }
        }
        assertFalse(bounds.isEmpty());
        return bounds;
    }

    /** Without a gap, the tiles of two layers look like those of one. */
    @Test
    void columnsOfTilesAreApart() {
        List<MapTilesChart.Row> rows = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            rows.add(new MapTilesChart.Row(
                    "", ColorScale.DIVERGING, 1, tiles().rows().get(0).tiles()));
        }
        MapTilesChart chart = new MapTilesChart(ChartTheme.LIGHT);
        chart.show(new MapTilesChart.Model(rows));
        int compared = 0;
        for (int width = 380; width < 480; width += 2) {
            Rectangle2D area = new Rectangle2D.Double(0, 0, width, 280);
            int last = -1;
            for (int x = 0; x < width; x++) {
                int row = chart.tileAt(x, 40, area).map(tile -> tile[0]).orElse(-1);
                last = row == 0 ? x : last;
                if (row == 2) {
                    assertTrue(x - last >= 15, x - last + " pixels at " + width);
                    compared++;
                    break;
                }
            }
        }
        assertTrue(compared > 10, "compared " + compared);
    }

    @Test
    void findsTilesWhereDrawn() {
        MapTilesChart chart = new MapTilesChart(ChartTheme.LIGHT);
        chart.show(tiles());
        Rectangle2D area = new Rectangle2D.Double(0, 0, 380, 220);
        assertArrayEquals(new int[] {0, 0}, chart.tileAt(12, 30, area).orElseThrow());
        assertTrue(chart.tileAt(12, 5, area).isEmpty());
        int last = IntStream.range(0, 44 * 76)
                .mapToObj(k -> chart.tileAt(k % 76 * 5, k / 76 * 5, area))
                .flatMap(Optional::stream)
                .filter(found -> found[0] == 1)
                .mapToInt(found -> found[1])
                .max()
                .orElse(-1);
        assertEquals(31, last);
    }

    @Test
    void linesOfTilesHaveAboutTheSameLength() {
        MapTilesChart chart = new MapTilesChart(ChartTheme.LIGHT);
        chart.show(new MapTilesChart.Model(List.of(tiles().rows().get(0))));
        Set<Integer> lengths = new TreeSet<>();
        for (int width = 120; width <= 600; width += 20) {
            Rectangle2D area = new Rectangle2D.Double(0, 0, width, 160);
            Map<Integer, Set<Integer>> lines = new TreeMap<>();
            for (int y = 0; y < 160; y += 2) {
                for (int x = 0; x < width; x += 2) {
                    int line = y;
                    chart.tileAt(x, y, area)
                            .ifPresent(found -> lines.computeIfAbsent(line, key -> new TreeSet<>())
                                    .add(found[1]));
                }
            }
            Set<Set<Integer>> different = new HashSet<>(lines.values());
            lengths.add(different.size());
            int shortest = different.stream().mapToInt(Set::size).min().orElseThrow();
            int longest = different.stream().mapToInt(Set::size).max().orElseThrow();
            assertTrue(longest - shortest <= 1, () -> different.toString());
        }
        assertTrue(lengths.contains(2), lengths.toString());
    }

    // lines and bars

    private static IntegerAxisChart.Model lines(boolean logarithmic) {
        List<ErrorBarLine.Point> one = List.of(
                new ErrorBarLine.Point(1, 0.8, 0.78, 0.82),
                new ErrorBarLine.Point(3, 0.94, 0.93, 0.95),
                new ErrorBarLine.Point(5, 0.955, 0.935, 0.96));
        List<ErrorBarLine.Point> other = List.of(
                ErrorBarLine.Point.of(1, 0.7), ErrorBarLine.Point.of(3, Double.NaN), ErrorBarLine.Point.of(5, 0.9));
        return new IntegerAxisChart.Model(
                List.of(
                        new ErrorBarLine(one, CurveStyle.series(0), "s = 1"),
                        new ErrorBarLine(other, CurveStyle.series(1), "s = 2")),
                "커널 k",
                "정확도",
                logarithmic,
                Double.NaN,
                Double.NaN,
                1,
                5);
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void linesMatchReferenceImage(ChartTheme theme) {
        IntegerAxisChart chart = new IntegerAxisChart(KOREAN, theme);
        chart.show(lines(false));
        GoldenImage.assertMatchesReference("convolution-lines", theme, chart.chart(), 380, 260);
    }

    @Test
    void valueAxisCoversAllShownValues() {
        IntegerAxisChart chart = new IntegerAxisChart(KOREAN, ChartTheme.LIGHT);
        chart.show(lines(true));
        var axis = chart.chart().getXYPlot().getRangeAxis();
        assertTrue(axis.getLowerBound() < 0.7 && axis.getUpperBound() > 0.96);
        assertTrue(axis.getLabel().contains("로그"), axis.getLabel());
        chart.show(new IntegerAxisChart.Model(List.of(), "k", "", false, 0, 1, 1, 7));
        assertEquals(0, chart.chart().getXYPlot().getRangeAxis().getLowerBound());
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void classesMatchReferenceImage(ChartTheme theme) {
        ClassBarsChart chart = new ClassBarsChart(theme);
        double[] probabilities = new double[10];
        Arrays.fill(probabilities, 0.02);
        probabilities[5] = 0.62;
        probabilities[3] = 0.2;
        chart.show(new ClassBarsChart.Model(
                IntStream.range(0, 10).mapToObj(Integer::toString).toList(), probabilities, 3));
        GoldenImage.assertMatchesReference("convolution-classes", theme, chart.chart(), 360, 180);
    }
}
