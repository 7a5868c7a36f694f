package hyperlab.chart.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.GoldenImage;
import hyperlab.chart.series.PointerReading;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.training.StepChart.Column;
import hyperlab.chart.training.StepChart.Link;
import hyperlab.chart.training.StepChart.Links;
import hyperlab.chart.training.StepChart.Phase;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The phases of one update of a network with two hidden ReLU units, drawn without a display. */
class StepChartTest {
    private static final double[] NONE = {};
    /** The line from the first input to the first hidden unit. */
    private static final Link CHOSEN = new Link(0, 0, 0);

    /**
     * Inputs (1, −2), target 1, loss ½(o − t)², learning rate 0.1. The hidden sums are 0.5·1 + 0.25·(−2) + 0.5 = 0.5
     * and −1·1 + 0.5·(−2) + 0 = −2, so the second unit outputs 0; the output is 2·0.5 + 1·0 − 0.5 = 0.5. With δ = o − t
     * = −0.5, the output's gradients are −0.5·0.5 = −0.25 and 0, and those of the first hidden unit are −0.5·2·(1, −2) =
     * (−1, 2). After the update the sum is 0.6·1 + 0.05·(−2) + 0.6 = 1.1, the output 2.025·1.1 − 0.45 = 1.7775, and the
     * loss ½·0.7775² = 0.3023: the step was too long.
     */
    private static StepChart.Model model(Phase phase) {
        double[][] first = {{0.5, 0.25}, {-1, 0.5}};
        double[][] firstGradients = {{-1, 2}, {0, 0}};
        double[][] firstAfter = {{0.6, 0.05}, {-1, 0.5}};
        double[][] second = {{2, 1}};
        double[][] secondGradients = {{-0.25, 0}};
        double[][] secondAfter = {{2.025, 1}};
        return new StepChart.Model(
                List.of(
                        new Column("inputs", List.of("x", "y"), new double[] {1, -2}, NONE, NONE),
                        new Column(
                                "hidden layer 1",
                                List.of("1", "2"),
                                new double[] {0.5, 0},
                                new double[] {0.5, 0},
                                new double[] {0.6, 0}),
                        new Column("output layer", List.of("o"), new double[] {0.5}, new double[] {-0.5}, new double[] {
                            -0.45
                        })),
                List.of(new Links(first, firstGradients, firstAfter), new Links(second, secondGradients, secondAfter)),
                phase,
                CHOSEN,
                "½(o − t)²",
                0.125,
                0.3023);
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void phasesMatchTheirPictures(Phase phase) {
        StepChart chart = new StepChart(Texts.in(Language.ENGLISH), ChartTheme.LIGHT);
        chart.show(model(phase));
        GoldenImage.assertMatchesReference(
                "step-" + phase.name().toLowerCase(Locale.ROOT), GoldenImage.draw(chart.chart(), 640, 360));
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void noNumberOnALineCoversAnother(Phase phase) throws ParserConfigurationException {
        StepChart chart = chartWithEightUnits(phase, 0);
        SVGGraphics2D svg = new SVGGraphics2D(DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .getDOMImplementation()
                .createDocument("http://www.w3.org/2000/svg", "svg", null));
        chart.chart().draw(svg, new Rectangle2D.Double(0, 0, 640, 360));
        NodeList drawn = svg.getRoot().getElementsByTagName("rect");
        Set<Rectangle2D> pills = new HashSet<>();
        for (int k = 0; k < drawn.getLength(); k++) {
            Element each = (Element) drawn.item(k);
            if (!each.getAttribute("rx").isEmpty()) {
                pills.add(new Rectangle2D.Double(
                        number(each, "x"), number(each, "y"), number(each, "width"), number(each, "height")));
            }
        }
        assertTrue(pills.size() > 1, pills::toString);
        for (Rectangle2D pill : pills) {
            assertEquals(1, pills.stream().filter(pill::intersects).count(), () -> pill + " covers another: " + pills);
        }
    }

    private static StepChart chartWithEightUnits(Phase phase, double output) {
        int units = 8;
        double[] outputs = new double[units];
        Arrays.fill(outputs, output);
        double[] biases = new double[units];
        double[][] weights = new double[units][units];
        for (int to = 0; to < units; to++) {
            for (int from = 0; from < units; from++) {
                weights[to][from] = -0.123 * (1 + to + from);
            }
        }
        Column column = new Column("hidden layer", List.of(), outputs, biases, biases);
        StepChart chart = new StepChart(Texts.in(Language.ENGLISH), ChartTheme.LIGHT);
        chart.show(new StepChart.Model(
                List.of(column, column),
                List.of(new Links(weights, weights, weights)),
                phase,
                new Link(0, 3, 1),
                "loss",
                1,
                1));
        return chart;
    }

    /** The back row of a class must be able to read the numbers. With less room, only two units have theirs. */
    @ParameterizedTest
    @CsvSource({"600, 16", "300, 16", "110, 2"})
    void numbersOfUnitsAreAsLargeAsAllOthers(int height, int expected) throws ParserConfigurationException {
        StepChart chart = chartWithEightUnits(Phase.FORWARD, -0.125);
        List<Float> sizes = new ArrayList<>();
        SVGGraphics2D svg = new SVGGraphics2D(
                DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument()) {
            @Override
            public void drawString(String text, float x, float y) {
                if (text.equals("−0.125")) {
                    sizes.add(getFont().getSize2D());
                }
            }
        };
        chart.chart().draw(svg, new Rectangle2D.Double(0, 0, 640, height));
        float size = ChartStyle.of(ChartTheme.LIGHT).labelFont().getSize2D();
        assertEquals(Collections.nCopies(expected, size), sizes);
    }

    /** A unit that is wider than high is one also where no circle would be. */
    @Test
    void pointerReadsTheWholeWidthOfAUnit() {
        StepChart chart = chartWithEightUnits(Phase.FORWARD, -0.125);
        double left = 10 + 0.08 * 500;
        double middle = 20 + (0.09 + 0.81 * 3.5 / 8) * 200;
        Rectangle2D area = new Rectangle2D.Double(10, 20, 500, 200);
        String unit = "hidden layer, 4\n−0.125\nb = 0";
        assertEquals(
                unit, chart.readingAt(left + 16, middle, area).orElseThrow().position());
        assertEquals(
                "h0",
                chart.readingAt(left + 40, middle, area)
                        .orElseThrow()
                        .position()
                        .substring(0, 2));
    }

    /** The texts around a unit need 1.2 lines above it and below it. */
    @Test
    void biasOfAUnitStaysApartFromTheNameOfTheNext() {
        StepChart.Model model = model(Phase.LOSS);
        int hidden = 1;
        for (int height = 100; height < 600; height++) {
            Rectangle2D area = new Rectangle2D.Double(0, 0, 800, height);
            double distance = height * (StepLayout.y(model, hidden, 1) - StepLayout.y(model, hidden, 0));
            double gap = distance - 2 * StepLayout.radius(model, hidden, area, 1);
            assertTrue(
                    !StepLayout.hasRoomForTexts(model, hidden, area, 1) || gap >= 2.4 * StepLayout.LINE_HEIGHT,
                    "gap " + gap + " of height " + height);
        }
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    @Test
    void findsTheLineUnderThePointer() {
        StepChart chart = new StepChart(Texts.in(Language.KOREAN), ChartTheme.DARK);
        assertNull(chart.linkAt(0.5, 0.5));
        chart.show(model(Phase.FORWARD));
        assertEquals(new Link(1, 0, 0), chart.linkAt(0.6, 0.39));
        assertNull(chart.linkAt(0.01, 0.99));
    }

    @Test
    void pointerReadsUnitsAndLinesInTheirPhase() {
        StepChart chart = new StepChart(Texts.in(Language.ENGLISH), ChartTheme.LIGHT);
        chart.show(model(Phase.FORWARD));
        // Columns are at 8 %, 44 % and 80 % of the width; two units are at 9 % + 81 % / 4 and 9 % + 3 · 81 % / 4.
        double left = 10 + 0.08 * 500;
        double middle = 10 + 0.44 * 500;
        double upper = 20 + 0.2925 * 400;
        double lower = 20 + 0.6975 * 400;
        assertEquals("inputs, 2\ny = −2", read(chart, left, lower));
        assertEquals("hidden layer 1, 1\n1 = 0.5\nb = 0.5", read(chart, middle + 5, upper - 5));
        assertEquals("x → h1,1\nw = 0.5", read(chart, (left + middle) / 2, upper));
        assertEquals("", read(chart, 20, 410));
        chart.show(model(Phase.BACKWARD));
        assertEquals("y → h1,2\nw = 0.5\n∂L/∂w = 0", read(chart, (left + middle) / 2, lower));
        chart.show(model(Phase.UPDATE));
        assertEquals("hidden layer 1, 1\n1 = 0.5\nb = 0.5 → 0.6", read(chart, middle, upper));
        assertEquals("x → h1,1\nw = 0.5 → 0.6\n∂L/∂w = −1", read(chart, (left + middle) / 2, upper));
        assertEquals("h1,1 → o\nw = 2 → 2.02\n∂L/∂w = −0.25", read(chart, 10 + 0.6 * 500, 20 + 0.39 * 400));
    }

    private static String read(StepChart chart, double x, double y) {
        return chart.readingAt(x, y, new Rectangle2D.Double(10, 20, 500, 400))
                .map(PointerReading::position)
                .orElse("");
    }
}
