package hyperlab.chart.map;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.series.Curve;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.ThemeColor;
import hyperlab.map.MapAxis;
import hyperlab.map.MapColor;
import hyperlab.map.MapComputation;
import hyperlab.map.MapPoint;
import hyperlab.map.MapSnapshot;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.map.Pixel;
import hyperlab.map.PixelOutcome;
import hyperlab.map.PixelStore;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.tune.SearchDimension;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.api.Test;

/** Where the marked points of a map, their lines and their labels are drawn. */
class MapMarkersTest {
    private static final MapAxis RATE =
            new MapAxis("training.learningRate", new SearchDimension.LogDimension(0.01, 100), 8);
    private static final MapAxis SIZE =
            new MapAxis("training.batchSize", new SearchDimension.IntegerDimension(1, 8), 8);
    private static final CurveStyle CIRCLE =
            CurveStyle.points(ThemeColor.series(0), MarkerShape.CIRCLE).radius(CurveStyle.CURRENT_RADIUS);
    private static final int WHITE = 0xffffff;

    private final MapChart chart = new MapChart(Texts.in(Language.ENGLISH), ChartTheme.LIGHT);
    private final MapSnapshot snapshot = blank();
    private Rectangle2D area = new Rectangle();

    private static MapSnapshot blank() {
        MapSpecification map =
                new MapSpecification(new MapSubject.OfExperiment(Experiment.DEFAULT), RATE, SIZE, MapColor.TRAIN_LOSS);
        MapComputation computation = new MapComputation(
                map,
                (values, cancelled) -> new Pixel(PixelOutcome.CONVERGED, 5, Double.parseDouble(values.x()), 0),
                PixelStore.NONE);
        computation.run(task -> {}, 1, done -> {}, () -> false);
        return computation.snapshot();
    }

    private BufferedImage draw(MapMarker... markers) {
        chart.show(MapModel.of(snapshot).withMarkers(List.of(markers)).withLegend(MapModel.Legend.NONE));
        ChartRenderingInfo info = new ChartRenderingInfo();
        BufferedImage image = chart.chart().createBufferedImage(620, 360, info);
        area = info.getPlotInfo().getDataArea();
        return image;
    }

    private int x(double rate) {
        XYPlot plot = chart.chart().getXYPlot();
        return (int) plot.getDomainAxis().valueToJava2D(rate, area, RectangleEdge.BOTTOM);
    }

    private int y(double size) {
        XYPlot plot = chart.chart().getXYPlot();
        return (int) plot.getRangeAxis().valueToJava2D(size, area, RectangleEdge.LEFT);
    }

    private static int color(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & WHITE;
    }

    /** The smallest rectangle with all pixels that differ; empty if none does. */
    private static Rectangle difference(BufferedImage one, BufferedImage other) {
        Rectangle found = new Rectangle(-1, -1);
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (one.getRGB(x, y) != other.getRGB(x, y)) {
                    found.add(new Rectangle(x, y, 1, 1));
                }
            }
        }
        return found;
    }

    @Test
    void pointsAndLinesAreAtTheirValues() {
        int series = ThemeColor.series(0).resolve(ChartTheme.LIGHT).getRGB() & WHITE;
        BufferedImage image = draw(
                new MapMarker(
                        Curve.of(new double[] {0.1, 10}, new double[] {4, 4}),
                        CurveStyle.line(ThemeColor.series(0), 2),
                        ""),
                new MapMarker(Curve.point(0.1, 4), CIRCLE, ""),
                new MapMarker(Curve.point(10, 4), CIRCLE.hollow(true), ""));
        assertEquals(series, color(image, x(0.1), y(4)));
        assertEquals(WHITE, color(image, x(10), y(4)), "hollow");
        assertEquals(WHITE, color(image, x(1), y(4)), "the line");
        Rectangle marks = difference(draw(), image);
        assertTrue(marks.getMinX() > x(0.1) - 20 && marks.getMaxX() < x(10) + 20, marks.toString());
        assertTrue(marks.getMinY() > y(4) - 20 && marks.getMaxY() < y(4) + 20, marks.toString());
    }

    @Test
    void pointsBeyondTheMapAreNotDrawn() {
        BufferedImage empty = draw();
        assertTrue(difference(empty, draw(new MapMarker(Curve.point(1000, 4), CIRCLE, "beyond")))
                .isEmpty());
    }

    @Test
    void labelsStayInTheMapAndOffThePoints() {
        for (double rate : new double[] {0.012, 1, 90}) {
            for (double size : new double[] {1, 4, 8}) {
                BufferedImage plain = draw(new MapMarker(Curve.point(rate, size), CIRCLE, ""));
                BufferedImage labeled = draw(new MapMarker(Curve.point(rate, size), CIRCLE, "a label of some length"));
                Rectangle label = difference(plain, labeled);
                assertTrue(label.width > 90, label.toString());
                Rectangle2D around = new Rectangle2D.Double(
                        area.getX() - 4, area.getY() - 4, area.getWidth() + 8, area.getHeight() + 8);
                assertTrue(around.contains(label), () -> label + " in " + area);
                assertFalse(label.contains(x(rate), y(size)), () -> label + " covers its point");
            }
        }
    }

    /** Four labels fit at the corners of their point; the last markers' come first, and a fifth is left out. */
    @Test
    void labelsDoNotCoverEachOther() {
        BufferedImage four = draw(labeledFrom(2));
        assertTrue(difference(draw(labeledFrom(0)), four).isEmpty());
        assertFalse(difference(draw(labeledFrom(3)), four).isEmpty());
    }

    /** Six markers at one point; the first ones have no label. */
    private static MapMarker[] labeledFrom(int first) {
        MapMarker[] markers = new MapMarker[6];
        for (int k = 0; k < markers.length; k++) {
            markers[k] = new MapMarker(Curve.point(1, 4), CIRCLE, k < first ? "" : "label " + k);
        }
        return markers;
    }

    @Test
    void trialsAreAtTheirValuesAndChoicesEvenlySpaced() {
        MapAxis choice = new MapAxis(
                "network.hidden", new SearchDimension.CategoricalDimension(List.of("[2]", "[4]", "[8]", "[16]")), 4);
        assertEquals(Optional.empty(), TrialMarkers.of(List.of(), RATE, choice, "trials"));
        MapMarker trials = TrialMarkers.of(List.of(new MapPoint(0.5, 0), new MapPoint(2, 3)), RATE, choice, "trials")
                .orElseThrow();
        assertArrayEquals(
                new double[] {0.5, 2},
                new double[] {trials.curve().x(0), trials.curve().x(1)});
        assertArrayEquals(
                new double[] {0.125, 0.875},
                new double[] {trials.curve().y(0), trials.curve().y(1)});
        assertEquals("trials", trials.meaning());
        MapMarker best = TrialMarkers.best(new MapPoint(2, 3), RATE, SIZE, "best");
        assertEquals(2, best.curve().x(0));
        assertEquals(3, best.curve().y(0));
        assertEquals("best", best.label());
    }
}
