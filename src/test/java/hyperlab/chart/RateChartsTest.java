package hyperlab.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.descent.Descent;
import hyperlab.descent.DescentPath;
import hyperlab.descent.Objective;
import hyperlab.descent.Objectives;
import hyperlab.descent.Regime;
import hyperlab.descent.Walk;
import hyperlab.optim.Sgd;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;

class RateChartsTest {
    private static final Texts ENGLISH = Texts.in(Language.ENGLISH);
    private static final Objective PARABOLA = Objectives.of("parabola");

    private final DescentChart descent = new DescentChart(ChartTheme.LIGHT);
    private final ValueChart values = new ValueChart(ENGLISH, ChartTheme.LIGHT);

    private static RacerLine line(int series, double rate, int steps, Regime regime) {
        DescentPath path = Descent.walk(PARABOLA, new Walk(List.of(3.2), rate, Sgd.DEFAULT, steps));
        int zero = path.firstAtOrBelow(0).orElse(-1);
        return new RacerLine(
                series,
                regime,
                "η = " + rate,
                "end " + rate,
                path.steps(),
                path.diverged(),
                path::x,
                path::value,
                zero);
    }

    private static DescentPicture picture(int step, RacerLine... lines) {
        return new DescentPicture(
                x -> PARABOLA.value(x),
                "½·c·x²",
                PARABOLA.window(),
                3.2,
                step,
                List.of(lines),
                lines[0],
                1,
                "start",
                "slope",
                "step");
    }

    private static XYDataset dataset(org.jfree.chart.JFreeChart chart, int index) {
        return ((XYPlot) chart.getPlot()).getDataset(index);
    }

    @Test
    void pathIsDrawnUpToThePlayHead() {
        descent.show(picture(5, line(0, 0.1, 20, Regime.GLIDE)));
        XYDataset path = dataset(descent.chart(), 1);
        assertEquals(6, path.getItemCount(0));
        assertEquals(3.2 * Math.pow(0.9, 5), path.getXValue(0, 5), 1e-12);
        assertEquals(PARABOLA.value(path.getXValue(0, 5)), path.getYValue(0, 5), 1e-12);
    }

    @Test
    void divergingWalkLeavesTheWindowAsItIs() {
        descent.show(picture(400, line(0, 2.9, 400, Regime.DIVERGE)));
        XYPlot plot = (XYPlot) descent.chart().getPlot();
        assertEquals(6.4, plot.getDomainAxis().getUpperBound());
        assertEquals(17, plot.getRangeAxis().getUpperBound());
        assertTrue(dataset(descent.chart(), 1).getItemCount(0) <= DescentChart.MOST_STEPS + 1);
    }

    @Test
    void racerOffThePictureIsMarkedAtItsEdgeInItsColour() {
        descent.show(picture(40, line(0, 2.1, 40, Regime.DIVERGE)));
        BufferedImage image = descent.chart().createBufferedImage(760, 420);
        Color diverging = RegimeStyle.of(Regime.DIVERGE).color(ChartTheme.LIGHT);
        int found = 0;
        for (int x = 60; x < 740; x++) {
            for (int y = 8; y < 40; y++) {
                found += image.getRGB(x, y) == diverging.getRGB() ? 1 : 0;
            }
        }
        assertTrue(found > 40, "pixels of the arrow: " + found);
    }

    @Test
    void aCurveIsNotDrawnAcrossAPoleOrWhereItIsNotDefined() {
        descent.show(of(x -> 1 / x, new Objective.Window(-5, 5, -4, 4)));
        XYDataset curve = dataset(descent.chart(), 0);
        int gaps = 0;
        for (int k = 1; k + 1 < curve.getItemCount(0); k++) {
            boolean gap = !Double.isFinite(curve.getYValue(0, k));
            gaps += gap ? 1 : 0;
            assertTrue(gap
                    || !Double.isFinite(curve.getYValue(0, k - 1))
                    || Math.abs(curve.getYValue(0, k) - curve.getYValue(0, k - 1)) < 8
                    || curve.getYValue(0, k) * curve.getYValue(0, k - 1) > 0);
        }
        assertTrue(gaps > 0);
        descent.show(of(x -> Math.tan(x - 0.001), new Objective.Window(-5, 5, -4, 4)));
        int jumps = 0;
        for (int k = 0; k < curve.getItemCount(0); k++) {
            jumps += Double.isNaN(curve.getYValue(0, k)) ? 1 : 0;
        }
        assertEquals(4, jumps);
        descent.show(of(Math::log, new Objective.Window(-5, 5, -4, 4)));
        assertTrue(Double.isNaN(curve.getYValue(0, 100)));
        assertTrue(descent.chart().createBufferedImage(760, 420).getWidth() == 760);
    }

    private static DescentPicture of(DoubleUnaryOperator curve, Objective.Window window) {
        return new DescentPicture(
                curve, "f", window, 2, 0, List.of(line(0, 0.1, 20, Regime.GLIDE)), null, 0, "", "", "");
    }

    @Test
    void pixelBecomesTheNumberThatItShows() {
        descent.show(picture(0, line(0, 0.1, 20, Regime.GLIDE)));
        Rectangle2D area = new Rectangle2D.Double(50, 10, 640, 300);
        assertEquals(0, descent.xAt(370, area), 1e-9);
        assertEquals(3.2, descent.xAt(530, area), 1e-9);
        assertEquals(-6.4, descent.xAt(50, area), 1e-9);
    }

    @Test
    void newNamesAndColoursDoNotReadALongWalkAgain() {
        AtomicInteger read = new AtomicInteger();
        List<RacerLine> walks = List.of(new RacerLine(
                0, Regime.GLIDE, "", "", 100_000, false, k -> k, k -> 1.0 / (1 + read.incrementAndGet()), -1));
        values.show(walks, 100_000, "f(x)");
        read.set(0);
        for (int step = 0; step < 10; step++) {
            values.look(walks, "f(x)");
            values.step(step);
        }
        assertTrue(read.get() < 1_000, read + " values were read");
    }

    @Test
    void valuesAreFullToThePlayHeadAndFaintAfterIt() {
        values.show(List.of(line(0, 0.1, 20, Regime.GLIDE)), 20, "f(x)");
        values.step(5);
        XYDataset data = dataset(values.chart(), 0);
        assertEquals(2, data.getSeriesCount());
        assertEquals(5, data.getXValue(0, 0));
        assertEquals(20, data.getXValue(0, data.getItemCount(0) - 1));
        assertEquals(5, data.getXValue(1, data.getItemCount(1) - 1));
        assertEquals(PARABOLA.value(3.2 * Math.pow(0.9, 5)), data.getYValue(1, 5), 1e-12);
    }

    @Test
    void exactZeroFallsThroughTheFloorOnce() {
        values.show(List.of(line(1, 1, 20, Regime.LAND), line(0, 0.1, 20, Regime.GLIDE)), 20, "f(x)");
        values.step(5);
        XYDataset data = dataset(values.chart(), 0);
        double floor = ((XYPlot) values.chart().getPlot()).getRangeAxis().getLowerBound();
        assertEquals(2, data.getItemCount(1));
        assertTrue(data.getYValue(1, 1) > 0 && data.getYValue(1, 1) < floor);
        assertTrue(floor > 0);
    }

    @Test
    void oneWildWalkDoesNotFlattenTheOthers() {
        values.show(List.of(line(0, 0.1, 1000, Regime.GLIDE), line(1, 50, 1000, Regime.DIVERGE)), 1000, "f(x)");
        values.step(0);
        double top = ((XYPlot) values.chart().getPlot()).getRangeAxis().getUpperBound();
        assertTrue(top < 1e12, "top " + top);
    }

    @Test
    void longWalksKeepABoundedNumberOfPoints() {
        values.show(List.of(line(0, 0.1, 100_000, Regime.GLIDE)), 100_000, "f(x)");
        values.step(50_000);
        XYDataset data = dataset(values.chart(), 0);
        assertTrue(data.getItemCount(0) + data.getItemCount(1) <= BoundedSeries.MOST_POINTS + 4);
    }

    @Test
    void speakBothLanguagesAndWearBothThemes() {
        values.show(List.of(line(0, 0.1, 20, Regime.GLIDE)), 20, "f(x)");
        values.step(5);
        String english = ((XYPlot) values.chart().getPlot()).getRangeAxis().getLabel();
        values.texts(Texts.in(Language.KOREAN));
        assertNotEquals(
                english, ((XYPlot) values.chart().getPlot()).getRangeAxis().getLabel());
        descent.theme(ChartTheme.DARK);
        assertEquals(ChartTheme.DARK.background(), descent.chart().getBackgroundPaint());
    }
}
