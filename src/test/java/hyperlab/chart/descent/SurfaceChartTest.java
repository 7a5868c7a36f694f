package hyperlab.chart.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.Contours;
import hyperlab.chart.GoldenImage;
import hyperlab.chart.Surface;
import hyperlab.chart.series.Curve;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.descent.DescentPath;
import hyperlab.descent.DescentRunSettings;
import hyperlab.descent.GradientDescent;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.optim.Sgd;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SurfaceChartTest {
    private static final ObjectiveFunction.PlotWindow SQUARE = new ObjectiveFunction.PlotWindow(-2, 2, -2, 2);
    private static final DoubleBinaryOperator CONE = Math::hypot;

    private static double length(Curve line) {
        return IntStream.range(1, line.size())
                .mapToDouble(k -> Math.hypot(line.x(k) - line.x(k - 1), line.y(k) - line.y(k - 1)))
                .sum();
    }

    private static boolean isClosed(Curve line) {
        int last = line.size() - 1;
        return line.x(0) == line.x(last) && line.y(0) == line.y(last);
    }

    @Test
    void contourOfBowlIsCircle() {
        List<Curve> lines =
                Contours.of(Surface.of((x, y) -> x * x + y * y, SQUARE).samples(), 1);
        assertEquals(1, lines.size());
        Curve circle = lines.get(0);
        assertTrue(isClosed(circle));
        for (int k = 0; k < circle.size(); k++) {
            assertEquals(1, Math.hypot(circle.x(k), circle.y(k)), 2e-4);
        }
        assertEquals(2 * Math.PI, length(circle), 2e-3);
    }

    @Test
    void contourOfPlaneIsStraightFromEdgeToEdge() {
        Surface plane = Surface.of((x, y) -> 2 * x + y, new ObjectiveFunction.PlotWindow(0, 1, 0, 3), 7, 5);
        List<Curve> lines = Contours.of(plane.samples(), 1.5);
        assertEquals(1, lines.size());
        assertFalse(isClosed(lines.get(0)));
        assertEquals(Math.hypot(0.75, 1.5), length(lines.get(0)), 1e-12);
        for (int k = 0; k < lines.get(0).size(); k++) {
            assertEquals(1.5, 2 * lines.get(0).x(k) + lines.get(0).y(k), 1e-12);
        }
    }

    @Test
    void twoHillsHaveTwoContoursAboveTheSaddle() {
        DoubleBinaryOperator hills =
                (x, y) -> Math.exp(-Math.pow(x - 1, 2) - y * y) + Math.exp(-Math.pow(x + 1, 2) - y * y);
        Surface surface = Surface.of(hills, new ObjectiveFunction.PlotWindow(-3, 3, -3, 3), 60, 60);
        double pass = 2 / Math.E;
        assertEquals(2, Contours.of(surface.samples(), pass + 0.05).size());
        assertEquals(1, Contours.of(surface.samples(), pass - 0.05).size());
    }

    @Test
    void resolvesAmbiguousCellByItsCenter() {
        Surface high = Surface.of((x, y) -> x == y ? 3 : 0, new ObjectiveFunction.PlotWindow(0, 1, 0, 1), 2, 2);
        Surface low = Surface.of((x, y) -> x == y ? 1.5 : 0, new ObjectiveFunction.PlotWindow(0, 1, 0, 1), 2, 2);
        for (Curve line : Contours.of(high.samples(), 1)) {
            assertFalse(line.x(0) + line.y(0) < 0.8 && line.x(1) + line.y(1) < 0.8, "the ridge x = y is not cut");
        }
        assertTrue(Contours.of(low.samples(), 1).stream()
                .anyMatch(line -> line.x(0) + line.y(0) + line.x(1) + line.y(1) < 1));
    }

    @Test
    void holesHaveNoContour() {
        Surface surface = Surface.of((x, y) -> x < 0 ? Double.NaN : Math.log(x) + y, SQUARE);
        for (Curve line : Contours.of(surface.samples(), 0.5)) {
            for (int k = 0; k < line.size(); k++) {
                assertTrue(line.x(k) > 0);
                assertTrue(Double.isFinite(line.y(k)));
            }
        }
        assertTrue(Double.isNaN(surface.normalizedRankAt(3, 3)));
    }

    @Test
    void contoursOfBowlAreEvenlySpacedAtAnySteepness() {
        for (double steep : new double[] {1e-6, 1, 1e9}) {
            double[] levels =
                    Surface.of((x, y) -> steep * (x * x + y * y), SQUARE).levels(12);
            double[] radii = Arrays.stream(levels)
                    .filter(level -> level < 4 * steep)
                    .map(level -> Math.sqrt(level / steep))
                    .toArray();
            double step = 4 / Math.sqrt(Math.PI) / 13;
            for (int k = 0; k < radii.length; k++) {
                assertEquals((k + 1) * step, radii[k], 0.02, "contour " + k);
            }
            assertTrue(radii.length >= 10);
        }
    }

    @Test
    void depthGrowsWithHeightFromZeroToOne() {
        Surface surface = Surface.of(CONE, SQUARE);
        assertEquals(0, surface.normalizedRank(0));
        assertEquals(1, surface.normalizedRank(100));
        assertEquals(Math.sqrt(Math.PI / 16), surface.normalizedRank(1), 0.005);
        double before = -1;
        for (double height = 0; height < 2.8; height += 0.1) {
            assertTrue(surface.normalizedRank(height) > before);
            before = surface.normalizedRank(height);
        }
        Surface flat = Surface.of((x, y) -> 5, SQUARE);
        assertEquals(0, flat.normalizedRank(5));
        assertEquals(0, flat.levels(12).length);
    }

    @Test
    void longPathShowsFirstAndNewestSteps() {
        double[] x = IntStream.range(0, 5_000).mapToDouble(k -> k / 5_000.0).toArray();
        SurfaceChart chart = new SurfaceChart(ChartTheme.LIGHT);
        chart.show(picture(new SurfacePath(Curve.of(x, x), 4_000, CurveStyle.series(0), "")));
        var drawn = chart.chart().getXYPlot().getDataset();
        assertEquals(2 * SurfaceChart.MAX_STEPS + 1, drawn.getItemCount(1));
        assertEquals(0, drawn.getXValue(1, 0));
        assertEquals(0.8, drawn.getXValue(1, 2 * SurfaceChart.MAX_STEPS));
        assertTrue(Double.isNaN(drawn.getXValue(1, SurfaceChart.MAX_STEPS)));
        assertEquals(1_000, drawn.getItemCount(0));
    }

    @Test
    void rejectsStepBeyondPath() {
        Curve two = Curve.of(new double[] {0, 1}, new double[] {0, 1});
        assertThrows(IllegalArgumentException.class, () -> new SurfacePath(two, 2, CurveStyle.series(0), ""));
    }

    @Test
    void convertsPixelToDrawnPoint() {
        SurfaceChart chart = new SurfaceChart(ChartTheme.LIGHT);
        chart.show(picture());
        Rectangle2D area = new Rectangle2D.Double(50, 10, 400, 200);
        Point2D middle = chart.pointAt(area.getCenterX(), area.getCenterY(), area);
        assertEquals(0, middle.getX());
        assertEquals(0, middle.getY());
        Point2D corner = chart.pointAt(area.getMinX(), area.getMinY(), area);
        assertEquals(-2, corner.getX());
        assertEquals(2, corner.getY());
        assertEquals("0.1", Double.toString(chart.pointAt(260, 110, area).getX()));
    }

    private static SurfaceChartModel picture(SurfacePath... paths) {
        return new SurfaceChartModel(Surface.of(CONE, SQUARE), "x", "y", List.of(paths), null, List.of(), List.of());
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void matchesReferenceImage(ChartTheme theme) {
        ObjectiveFunction himmelblau = ObjectiveFunctions.of("himmelblau");
        List<SurfacePath> paths = new ArrayList<>();
        double[] rates = {0.01, 0.002, 0.025};
        for (int k = 0; k < rates.length; k++) {
            DescentPath path = GradientDescent.run(
                    himmelblau, new DescentRunSettings(List.of(-0.5, 4.5), rates[k], Sgd.DEFAULT, 30));
            double[] x = IntStream.range(0, path.rows()).mapToDouble(path::x).toArray();
            double[] y = IntStream.range(0, path.rows()).mapToDouble(path::y).toArray();
            int now = Math.min(12, path.steps());
            paths.add(new SurfacePath(Curve.of(x, y), now, CurveStyle.series(k).radius(3), "η = " + rates[k]));
        }
        SurfaceChart chart = new SurfaceChart(theme);
        chart.show(new SurfaceChartModel(
                Surface.of((x, y) -> himmelblau.value(x, y), himmelblau.window()),
                "x",
                "y",
                paths,
                new SurfaceChartModel.NamedPoint(-0.5, 4.5, "시작점"),
                himmelblau.minima().stream()
                        .map(minimum -> new SurfaceChartModel.NamedPoint(
                                minimum.point().get(0), minimum.point().get(1), ""))
                        .toList(),
                List.of(new SurfaceChartModel.Arrow(0, 0, 1, -1.5, ChartTheme::text, "−∇f"))));
        GoldenImage.assertMatchesReference(
                "surface-" + theme.name().toLowerCase(java.util.Locale.ROOT), chart.chart(), 320, 260);
    }

    @Test
    void highlightsNamedArrow() {
        SurfaceChart chart = new SurfaceChart(ChartTheme.LIGHT);
        BufferedImage[] drawn = new BufferedImage[2];
        for (int k = 0; k < 2; k++) {
            SurfaceChartModel.Arrow arrow =
                    new SurfaceChartModel.Arrow(0, 0, 1, -1.5, ChartTheme::text, "step", k == 1);
            chart.show(new SurfaceChartModel(
                    Surface.of(CONE, SQUARE), "x", "y", List.of(), null, List.of(), List.of(arrow)));
            drawn[k] = GoldenImage.draw(chart.chart(), 300, 300);
        }
        int other = 0;
        for (int pixel = 0; pixel < 300 * 300; pixel++) {
            other += drawn[0].getRGB(pixel % 300, pixel / 300) == drawn[1].getRGB(pixel % 300, pixel / 300) ? 0 : 1;
        }
        assertTrue(other > 300, "pixels that are not the same: " + other);
    }
}
