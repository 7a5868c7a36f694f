package hyperlab.chart.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;

class EndLabelsTest {
    private final ChartRenderingInfo info = new ChartRenderingInfo();

    @Test
    void leadersDoNotCrossNames() {
        ChartStyle style = ChartStyle.of(ChartTheme.LIGHT);
        LinearAxis across = LinearAxis.ofPositions();
        LinearAxis up = LinearAxis.ofPositions();
        across.setRange(0, 1);
        up.setRange(0, 1);
        JFreeChart chart = style.createChart(across, up);
        EndLabels labels = new EndLabels();
        labels.style(style);
        chart.getXYPlot().addAnnotation(labels);
        labels.show(List.of(
                new EndLabels.Label("LONG NAME IN CAPITALS", 0.2, 0.5, ChartTheme::text),
                new EndLabels.Label("above it", 0.3, 0.503, ThemeColor.series(1)),
                new EndLabels.Label("below it", 0.25, 0.497, ThemeColor.series(2))));
        BufferedImage image = chart.createBufferedImage(600, 300, info);
        Rectangle2D area = info.getPlotInfo().getDataArea();
        int end = (int) (area.getX() + 0.3 * area.getWidth());
        int middle = (int) area.getCenterY();
        int letters = 0;
        for (int y = middle - 5; y < middle + 5; y++) {
            for (int x = end - 2; x < end + 10; x++) {
                Color color = new Color(image.getRGB(x, y));
                assertFalse(alike(color, ChartTheme.LIGHT.series(1)), "the leader is over it at " + x + ", " + y);
                letters += alike(color, ChartTheme.LIGHT.text()) ? 1 : 0;
            }
        }
        assertTrue(letters > 10, "the long name stands there");
    }

    private static JFreeChart chartFromZeroToOne(EndLabels labels) {
        ChartStyle style = ChartStyle.of(ChartTheme.LIGHT);
        LinearAxis across = LinearAxis.ofPositions();
        across.setRange(0, 1);
        JFreeChart chart = style.createChart(across, LinearAxis.ofPositions());
        labels.style(style);
        chart.getXYPlot().addAnnotation(labels);
        return chart;
    }

    @Test
    void longNamesTakeAtMostAThirdOfTheChart() {
        EndLabels labels = new EndLabels();
        JFreeChart chart = chartFromZeroToOne(labels);
        String name = "units 6–8, learning rate 10 valid.";
        labels.show(List.of(new EndLabels.Label(name, 1, 0.5, ThemeColor.series(1))));
        double fullWidth =
                TextPainter.width(name, ChartStyle.of(ChartTheme.LIGHT).labelFont());
        for (int width : new int[] {360, 400, 900}) {
            chart.createBufferedImage(width, 200, info);
            double right = chart.getXYPlot().getInsets().getRight();
            assertTrue(right <= width / 3.0 + 1, right + " of " + width);
            assertEquals(width == 900, right >= fullWidth, right + " of " + width + " for " + fullWidth);
        }
        assertEquals(name, labels.labels().get(0).text(), "tooltips and descriptions keep the full name");
    }

    @Test
    void shortFormTakesThePlaceOfALongName() {
        ChartStyle style = ChartStyle.of(ChartTheme.LIGHT);
        LinearAxis across = LinearAxis.ofPositions();
        across.setRange(0, 1);
        EndLabels labels = new EndLabels();
        labels.style(style);
        String shortForm = "η = 0.11";
        labels.show(List.of(new EndLabels.Label("η = 0.11: 2.2×10⁷", shortForm, 1, 0.5, ThemeColor.series(1))));
        labels.fitTo(900);
        double full = labels.requiredPadding(across);
        labels.fitTo(300);
        double least = labels.requiredPadding(across);
        assertEquals(TextPainter.width("η = 0.11: 2.2×10⁷", style.labelFont()), full - 18, 1);
        assertEquals(TextPainter.width(shortForm, style.labelFont()), least - 18, 1);
    }

    /** The label of a play head stays inside the plot, however narrow it is. */
    @Test
    void playHeadLabelStaysInside() {
        ChartStyle style = ChartStyle.of(ChartTheme.LIGHT);
        LinearAxis across = LinearAxis.ofPositions();
        across.setRange(0, 20);
        XYPlot plot = style.createChart(across, LinearAxis.ofPositions()).getXYPlot();
        PlayHead head = new PlayHead();
        head.style(style);
        double width = TextPainter.width("step 10", style.labelFont());
        for (double plotWidth : new double[] {width + 4, 2 * width, 4 * width}) {
            Rectangle2D area = new Rectangle2D.Double(50, 10, plotWidth, 100);
            StyledAnnotation.PixelTransform pixels =
                    new StyledAnnotation.PixelTransform(plot, area, across, plot.getRangeAxis());
            for (double step : new double[] {0, 10, 20}) {
                head.show(step, "step 10");
                Rectangle2D label = Objects.requireNonNull(head.labelBounds(area, pixels));
                assertTrue(label.getMinX() >= 50, label + " in " + area);
                assertTrue(label.getMaxX() <= area.getMaxX(), label + " in " + area);
            }
        }
    }

    @Test
    void labelOfThePlayHeadKeepsOffCurves() {
        ChartStyle style = ChartStyle.of(ChartTheme.LIGHT);
        LinearAxis across = LinearAxis.ofPositions();
        across.setRange(0, 20);
        LinearAxis up = LinearAxis.ofPositions();
        up.setRange(0, 1);
        XYPlot plot = style.createChart(across, up).getXYPlot();
        Rectangle2D area = new Rectangle2D.Double(50, 10, 400, 300);
        StyledAnnotation.PixelTransform pixels = new StyledAnnotation.PixelTransform(plot, area, across, up);
        PlayHead head = new PlayHead();
        head.style(style);
        head.show(20, "step 20");
        Rectangle2D top = Objects.requireNonNull(head.labelBounds(area, pixels));
        assertEquals(10, top.getMinY());
        CurveDataset dataset = new CurveDataset();
        head.keepOff(dataset);
        // A diverging path ends in the upper right corner.
        dataset.show(Curve.of(new double[] {0, 20}, new double[] {0, 1}));
        Rectangle2D below = Objects.requireNonNull(head.labelBounds(area, pixels));
        assertEquals(top.getMinX(), below.getMinX());
        assertTrue(area.contains(below), below::toString);
        assertFalse(below.intersectsLine(pixels.x(0), pixels.y(0), pixels.x(20), pixels.y(1)), below::toString);
        // A curve that is everywhere leaves the label where it was.
        double[] everywhere = new double[200];
        double[] steps = new double[200];
        for (int k = 0; k < 200; k++) {
            everywhere[k] = k % 2;
            steps[k] = k / 10.0;
        }
        dataset.show(Curve.of(steps, everywhere));
        assertEquals(top, head.labelBounds(area, pixels));
    }

    /** The padding that is fixed for all frames of an animation is bounded as well. */
    @Test
    void fixedPaddingIsBounded() {
        ChartStyle style = ChartStyle.of(ChartTheme.LIGHT);
        LinearAxis across = LinearAxis.ofPositions();
        across.setRange(0, 1);
        EndLabels labels = new EndLabels();
        labels.style(style);
        labels.show(List.of(new EndLabels.Label("x".repeat(100), 1, 0.5, ThemeColor.series(1))));
        labels.fixPadding(across);
        labels.show(List.of());
        labels.fitTo(360);
        assertEquals(120, labels.requiredPadding(across), 1);
    }

    @Test
    void shortensInTheMiddle() {
        Font font = ChartStyle.of(ChartTheme.LIGHT).labelFont();
        String name = "units 6–8, learning rate 10 valid.";
        double room = TextPainter.width(name, font) / 2;
        String shortened = TextPainter.ellipsizeMiddle(name, font, room);
        assertTrue(shortened.matches("units.*….*valid\\."), shortened);
        assertTrue(TextPainter.width(shortened, font) <= room, shortened);
        assertEquals(name, TextPainter.ellipsizeMiddle(name, font, 2 * room));
        assertEquals("u….", TextPainter.ellipsizeMiddle(name, font, 1));
    }

    /** Beside the play head, a name would otherwise look like that of the play head's line. */
    @Test
    void nameBeyondThePlayHeadHasALeaderToItsLine() {
        EndLabels labels = new EndLabels();
        JFreeChart chart = chartFromZeroToOne(labels);
        PlayHead head = new PlayHead();
        head.show(0.3, "");
        labels.keepOffLine(head);
        labels.show(List.of(new EndLabels.Label("η = 1", 0.2, 0.5, ThemeColor.series(1))));
        BufferedImage image = chart.createBufferedImage(300, 200, info);
        Rectangle2D area = info.getPlotInfo().getDataArea();
        int middle = (int) area.getCenterY();
        for (int x = (int) (area.getX() + 0.2 * area.getWidth()) + 1;
                x < area.getX() + 0.3 * area.getWidth() - 10;
                x++) {
            Color color = new Color(image.getRGB(x, middle));
            Color above = new Color(image.getRGB(x, middle - 1));
            int at = x;
            assertTrue(
                    alike(color, ChartTheme.LIGHT.series(1)) || alike(above, ChartTheme.LIGHT.series(1)),
                    () -> "no leader at " + at);
        }
    }

    /** Repeats of a run differ only in front of the word at the end. */
    @Test
    void shortenedNamesStayDifferent() throws ParserConfigurationException {
        EndLabels labels = new EndLabels();
        JFreeChart chart = chartFromZeroToOne(labels);
        labels.show(List.of(
                new EndLabels.Label("dropout rate 0 (2) train", 1, 0.2, ThemeColor.series(1)),
                new EndLabels.Label("dropout rate 0 (3) train", 1, 0.8, ThemeColor.series(2))));
        Set<String> drawn = namesIn(chart, 300, text -> text.endsWith("train"));
        assertTrue(drawn.stream().anyMatch(text -> text.endsWith("(2) train")), drawn::toString);
        assertTrue(drawn.stream().anyMatch(text -> text.endsWith("(3) train")), drawn::toString);
        assertTrue(drawn.stream().allMatch(text -> text.contains("…")), drawn::toString);
    }

    private static boolean alike(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed())
                        + Math.abs(one.getGreen() - other.getGreen())
                        + Math.abs(one.getBlue() - other.getBlue())
                < 120;
    }

    /** Names next to each other must not differ in what they say, only because one of them is narrower. */
    @Test
    void namesNextToThePlotAllHaveTheSameForm() throws ParserConfigurationException {
        EndLabels labels = new EndLabels();
        JFreeChart chart = chartFromZeroToOne(labels);
        labels.show(List.of(
                new EndLabels.Label("narrow: 1", "narrow", 1, 0.2, ThemeColor.series(1)),
                new EndLabels.Label("very much wider: 1.2345", "wider", 1, 0.8, ThemeColor.series(2))));
        assertEquals(Set.of("narrow", "wider"), namesIn(chart, 300));
        assertEquals(Set.of("narrow: 1", "very much wider: 1.2345"), namesIn(chart, 900));
    }

    private static Set<String> namesIn(JFreeChart chart, int width) throws ParserConfigurationException {
        return namesIn(chart, width, text -> text.contains("narrow") || text.contains("wider"));
    }

    private static Set<String> namesIn(JFreeChart chart, int width, Predicate<String> ofInterest)
            throws ParserConfigurationException {
        Set<String> drawn = new HashSet<>();
        SVGGraphics2D g2 = new SVGGraphics2D(
                DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument()) {
            @Override
            public void drawString(String text, float x, float y) {
                drawn.add(text);
            }
        };
        chart.draw(g2, new Rectangle2D.Double(0, 0, width, 200));
        drawn.removeIf(ofInterest.negate());
        return drawn;
    }
}
