package hyperlab.chart.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.Pixels;
import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.axis.LogarithmicAxis;
import hyperlab.chart.descent.RegimeStyle;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.training.EventMarkers;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChartStyleTest {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 300;
    private static final double[] THREE = {0, 5, 10};

    private final CurveDataset data = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();

    private JFreeChart chart(ChartTheme theme, ValueAxis y) {
        JFreeChart chart = ChartStyle.of(theme).createChart(LinearAxis.ofIntegers(), y);
        chart.getXYPlot().setDataset(0, data);
        chart.getXYPlot().setRenderer(0, renderer);
        ChartStyle.of(theme).apply(chart);
        return chart;
    }

    private static BufferedImage draw(JFreeChart chart) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        chart.draw(g2, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        g2.dispose();
        return image;
    }

    /** Counts the pixels that do not have the background color. */
    private static int drawn(JFreeChart chart) {
        return WIDTH * HEIGHT - Pixels.count(draw(chart), ChartTheme.LIGHT.background());
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void drawsEverySeriesInItsColor(ChartTheme theme) {
        JFreeChart chart = chart(theme, LinearAxis.ofValues());
        data.show(IntStream.range(0, 6)
                .mapToObj(i -> Curve.of(THREE, new double[] {i, i + 0.2, i}))
                .toList());
        BufferedImage image = draw(chart);
        for (int i = 0; i < 6; i++) {
            assertTrue(Pixels.count(image, theme.series(i)) > 60, "series " + i);
        }
        assertTrue(Pixels.count(image, theme.background()) > WIDTH * HEIGHT / 2);
    }

    @Test
    void newThemeAppliesToEveryPart() {
        JFreeChart chart = chart(ChartTheme.LIGHT, LinearAxis.ofValues());
        PlayHead head = new PlayHead();
        chart.getXYPlot().addAnnotation(head);
        data.show(Curve.of(THREE, THREE));
        head.show(5, "step 5");
        ChartStyle.of(ChartTheme.DARK).apply(chart);
        BufferedImage image = draw(chart);
        assertEquals(0, Pixels.count(image, Color.WHITE));
        assertEquals(0, Pixels.count(image, ChartTheme.LIGHT.series(0)));
        assertTrue(Pixels.count(image, ChartTheme.DARK.series(0)) > 100);
        assertTrue(Pixels.count(image, ChartTheme.DARK.text()) > 100);
        assertTrue(Pixels.count(image, ChartTheme.DARK.axis()) > 300);
    }

    @Test
    void stylesAndDataNotifyOnceEach() {
        JFreeChart chart = chart(ChartTheme.LIGHT, LinearAxis.ofValues());
        AtomicInteger notices = new AtomicInteger();
        chart.addChangeListener(event -> notices.incrementAndGet());
        ChartStyle.of(ChartTheme.DARK).apply(chart);
        assertEquals(1, notices.getAndSet(0));
        ChartStyle.withOneNotification(chart, () -> {
            data.show(Curve.of(THREE, THREE));
            renderer.setCurveStyles(CurveStyle.series(3));
        });
        assertEquals(1, notices.getAndSet(0));
        AtomicInteger changes = new AtomicInteger();
        data.addChangeListener(event -> changes.incrementAndGet());
        data.show(Curve.of(THREE, THREE), Curve.point(1, 2));
        assertEquals(1, changes.get());
    }

    @Test
    void onlyDashedLinesHaveGaps() {
        renderer.setCurveStyles(CurveStyle.line(ThemeColor.series(0), 2));
        JFreeChart chart = chart(ChartTheme.LIGHT, LinearAxis.ofValues());
        data.show(Curve.of(THREE, new double[] {1, 1, 1}));
        int solid = Pixels.count(draw(chart), ChartTheme.LIGHT.series(0));
        renderer.setCurveStyles(CurveStyle.line(ThemeColor.series(0), 2).with(Dash.VALIDATION));
        int dashed = Pixels.count(draw(chart), ChartTheme.LIGHT.series(0));
        assertEquals(0.6, dashed / (double) solid, 0.05);
    }

    @Test
    void logarithmicAxisOmitsNonPositiveValues() {
        JFreeChart chart = chart(ChartTheme.LIGHT, new LogarithmicAxis());
        double[] x = {0, 1, 2, 3, 4, 5, 6};
        data.show(Curve.of(x, new double[] {0, 10, 1000, -3, Double.NaN, Double.POSITIVE_INFINITY, 100}));
        draw(chart);
        ValueAxis axis = chart.getXYPlot().getRangeAxis();
        assertTrue(axis.getLowerBound() > 5 && axis.getLowerBound() < 10);
        assertTrue(axis.getUpperBound() > 1000 && axis.getUpperBound() < 2000);
        assertTrue(Double.isNaN(axis.valueToJava2D(
                0, new Rectangle2D.Double(0, 0, 9, 9), chart.getXYPlot().getRangeAxisEdge())));
    }

    @Test
    void emptyAndUnusualDataHaveSensibleAxes() {
        for (ValueAxis axis : List.of(LinearAxis.ofValues(), new LogarithmicAxis())) {
            JFreeChart chart = chart(ChartTheme.LIGHT, axis);
            data.show();
            assertTrue(drawn(chart) > 500);
            data.show(Curve.of(THREE, new double[] {Double.NaN, Double.NEGATIVE_INFINITY, Double.NaN}));
            draw(chart);
            assertTrue(axis.getRange().getLength() > 0);
            data.show(Curve.point(3, 7));
            draw(chart);
            assertTrue(axis.getRange().contains(7));
            data.show(Curve.of(THREE, new double[] {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE}));
            draw(chart);
        }
    }

    @Test
    void drawsHugeJumpsQuickly() {
        JFreeChart chart = chart(ChartTheme.LIGHT, LinearAxis.ofValues());
        chart.getXYPlot().getRangeAxis().setRange(-1, 17);
        chart.getXYPlot().getDomainAxis().setRange(-6, 6);
        double[] x = new double[400];
        double[] y = new double[400];
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.pow(-5, i);
            y[i] = x[i] * x[i] / 2;
        }
        renderer.setCurveStyles(CurveStyle.series(2));
        data.show(Curve.of(x, y));
        BufferedImage image = assertTimeoutPreemptively(Duration.ofMinutes(2), () -> draw(chart));
        assertTrue(Pixels.count(image, ChartTheme.LIGHT.series(2)) > 20);
    }

    @Test
    void placesLineEndNamesInPaddingWithoutClipping() {
        JFreeChart chart = chart(ChartTheme.LIGHT, LinearAxis.ofValues());
        EndLabels labels = new EndLabels();
        chart.getXYPlot().addAnnotation(labels);
        data.show(Curve.of(THREE, new double[] {1, 2, 3}), Curve.of(THREE, new double[] {3, 2, 3}));
        labels.show(List.of(
                new EndLabels.Label("아주 긴 이름의 첫째 곡선, 학습률 0.1", 10, 3, ThemeColor.series(1)),
                new EndLabels.Label("η = 0.3 valid.", 10, 3, ThemeColor.series(3))));
        renderer.setCurveStyles(CurveStyle.line(ThemeColor.series(0), 2), CurveStyle.line(ThemeColor.series(0), 2));
        BufferedImage image = draw(chart);
        assertTrue(Pixels.count(image, ChartTheme.LIGHT.series(1)) > 100);
        assertTrue(Pixels.count(image, ChartTheme.LIGHT.series(3)) > 50);
        for (int y = 0; y < HEIGHT; y++) {
            assertEquals(0xffffff, image.getRGB(WIDTH - 2, y) & 0xffffff);
            assertEquals(0xffffff, image.getRGB(1, y) & 0xffffff);
        }
    }

    @Test
    void omitsLastNamesIfSpaceIsInsufficient() {
        JFreeChart chart = chart(ChartTheme.LIGHT, LinearAxis.ofValues());
        EndLabels labels = new EndLabels();
        chart.getXYPlot().addAnnotation(labels);
        data.show(Curve.of(THREE, THREE));
        for (double x : new double[] {10, 5}) {
            List<EndLabels.Label> many = new ArrayList<>();
            many.add(new EndLabels.Label("most important", x, 5, ThemeColor.series(1)));
            for (int i = 0; i < HEIGHT / 16 + 5; i++) {
                many.add(new EndLabels.Label("other", x, 5, ThemeColor.series(2)));
            }
            many.add(new EndLabels.Label("least important", x, 5, ThemeColor.series(3)));
            labels.show(many);
            BufferedImage image = draw(chart);
            assertTrue(Pixels.count(image, ChartTheme.LIGHT.series(1)) > 50);
            assertTrue(Pixels.count(image, ChartTheme.LIGHT.series(2)) > 50);
            assertEquals(0, Pixels.count(image, ChartTheme.LIGHT.series(3)));
        }
    }

    @Test
    void namesInsidePlotNeedNoPadding() {
        JFreeChart chart = chart(ChartTheme.LIGHT, LinearAxis.ofValues());
        EndLabels labels = new EndLabels();
        chart.getXYPlot().addAnnotation(labels);
        data.show(Curve.of(THREE, THREE));
        labels.show(List.of(new EndLabels.Label("halfway", 5, 5, ThemeColor.series(1))));
        draw(chart);
        assertEquals(16, chart.getXYPlot().getInsets().getRight());
        labels.show(List.of(new EndLabels.Label("at the end", 10, 10, ThemeColor.series(1))));
        draw(chart);
        assertTrue(chart.getXYPlot().getInsets().getRight() > 60);
        assertEquals(1, labels.labels().size());
    }

    @Test
    void marksVisibleEvents() {
        JFreeChart chart = chart(ChartTheme.LIGHT, LinearAxis.ofValues());
        EventMarkers marks = new EventMarkers(false);
        chart.getXYPlot().addAnnotation(marks);
        data.show(Curve.of(THREE, THREE));
        int before = drawn(chart);
        marks.show(List.of(new EventMarkers.Event(4, "학습률 0.1 → 0.3"), new EventMarkers.Event(99, "unseen")));
        assertTrue(drawn(chart) > before + 200);
        marks.show(List.of(new EventMarkers.Event(99, "unseen")));
        assertEquals(before, drawn(chart));
    }

    @Test
    void everyTextHasGlyphs() {
        Font font = ChartFonts.bold(12);
        assertEquals("Pretendard", font.getFamily());
        assertEquals(-1, font.canDisplayUpTo("학습률 η = 0.1 → −0.3 × 10⁻⁵ 손실 ½·c·x²"));
        assertEquals(-1, ChartFonts.regular(12).canDisplayUpTo("교차 엔트로피, 로그 눈금"));
        assertEquals(font, ChartFonts.withFallback(font, "손실"));
        assertEquals(Font.SANS_SERIF, ChartFonts.withFallback(font, "∇f").getFamily(Locale.ROOT));
    }

    @Test
    void logarithmicAxesAreLabeledInBothLanguages() {
        assertEquals("f(x), log scale", ChartStyle.logTitle(Texts.in(Language.ENGLISH), "f(x)"));
        assertEquals("손실, 로그 눈금", ChartStyle.logTitle(Texts.in(Language.KOREAN), "손실"));
    }

    @Test
    void thirtySixSeriesAreDistinguishable() {
        Set<String> looks = new HashSet<>();
        for (int i = 0; i < 36; i++) {
            SeriesStyle style = new SeriesStyle(i);
            looks.add(style.color(ChartTheme.DARK) + " " + style.dash());
            assertFalse(style.marker() == MarkerShape.NONE);
        }
        assertEquals(36, looks.size());
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void regimesDifferInTextureAndHue(ChartTheme theme) {
        for (RegimeStyle regime : RegimeStyle.values()) {
            BufferedImage tile = regime.tile(theme, 2);
            Set<Integer> colors = new HashSet<>();
            boolean alongRows = true;
            for (int y = 0; y < tile.getHeight(); y++) {
                for (int x = 0; x < tile.getWidth(); x++) {
                    colors.add(tile.getRGB(x, y));
                    alongRows &= tile.getRGB(x, y) == tile.getRGB(x, 0);
                }
            }
            boolean plain = regime == RegimeStyle.GLIDE || regime == RegimeStyle.LAND;
            assertEquals(plain, colors.size() == 1, regime + "");
            assertEquals(regime != RegimeStyle.DIVERGE, alongRows, regime + "");
            assertTrue(colors.contains(regime.color(theme).getRGB()), regime + "");
        }
    }

    @Test
    void everyMarkerFillsItsArea() {
        Set<Rectangle2D> bounds = new HashSet<>();
        for (MarkerShape marker : MarkerShape.OF_SERIES) {
            Rectangle2D box = marker.shapeAt(50, 20, 4).getBounds2D();
            assertTrue(box.contains(50, 20), marker + "");
            assertTrue(box.getWidth() >= 6 && box.getWidth() <= 11, marker + " " + box);
            bounds.add(box);
        }
        assertTrue(MarkerShape.NONE.shapeAt(50, 20, 4).getBounds2D().isEmpty());
        assertNotEquals(1, bounds.size());
    }
}
