package hyperlab.chart.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.series.PointerReading.CurveValue;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PointerReadingTest {
    /** 100 pixels per unit of x and 50 per unit of y. */
    private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 1000, 400);

    private final LinearAxis x = LinearAxis.ofIntegers();
    private final LinearAxis y = LinearAxis.ofPositions();
    private final CurveDataset curves = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final XYPlot plot =
            ChartStyle.of(ChartTheme.LIGHT).createChart(x, y).getXYPlot();

    @BeforeEach
    void setUp() {
        x.setLabel("Epoch");
        y.setLabel("Loss");
        x.setRange(0, 10);
        y.setRange(0, 8);
        plot.setDataset(curves);
        plot.setRenderer(renderer);
    }

    private static CurveValue value(String name, String value, int series) {
        return new CurveValue(name, value, ChartTheme.LIGHT.series(series));
    }

    @Test
    void readsNearestPointsOfNamedCurves() {
        curves.show(
                Curve.of(new double[] {0, 2, 10}, new double[] {1, 2.34567, 4}).named("first"),
                Curve.of(new double[] {0, 10}, new double[] {5, 5}),
                Curve.of(new double[] {0, 2, 10}, new double[] {7, 6, Double.NaN})
                        .named("second"));
        renderer.setCurveStyles(CurveStyle.series(0), CurveStyle.series(1), CurveStyle.series(2));
        assertEquals(
                new PointerReading("Epoch: 2", List.of(value("first", "2.346", 0), value("second", "6", 2))),
                PointerReading.of(plot, AREA, 210, 30));
    }

    /** The scale belongs to the axis, not to the value. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void namesTheQuantityWithoutTheScale(Language language) {
        x.setLabel(ChartStyle.logTitle(Texts.in(language), "batch size"));
        curves.show(Curve.of(new double[] {0, 4}, new double[] {1, 2}).named("curve"));
        assertEquals("batch size: 4", PointerReading.of(plot, AREA, 400, 30).position());
    }

    @Test
    void skipsCurvesThatDoNotReachThePointer() {
        curves.show(
                Curve.of(new double[] {0, 4}, new double[] {1, 2}).named("short"),
                Curve.of(new double[] {0, 9}, new double[] {1, 3}).named("long"));
        assertEquals(
                new PointerReading("Epoch: 9", List.of(value("long", "3", 1))), PointerReading.of(plot, AREA, 800, 30));
    }

    @Test
    void skipsCurvesWhosePointsAreElsewhere() {
        curves.show(
                Curve.of(new double[] {0, 2, 10}, new double[] {1, 2, 3}).named("sparse"),
                Curve.of(new double[] {0, 4, 10}, new double[] {1, 5, 3}).named("other"));
        assertEquals(
                new PointerReading("Epoch: 4", List.of(value("other", "5", 1))),
                PointerReading.of(plot, AREA, 380, 30));
    }

    @Test
    void readsPartOfCurveThatIsClosest() {
        curves.show(
                Curve.of(new double[] {0, 1, 5}, new double[] {1, 2, 3}).named("run"),
                Curve.of(new double[] {5, 6, 9}, new double[] {3, 4, 5}).named("run"));
        assertEquals(
                List.of(value("run", "4", 1)),
                PointerReading.of(plot, AREA, 590, 30).values());
    }

    @Test
    void preservesBothEdgesOfBandWithOneName() {
        curves.show(
                Curve.of(new double[] {0, 5}, new double[] {1, 2}).named("band"),
                Curve.of(new double[] {0, 5}, new double[] {3, 4}).named("band"));
        assertEquals(
                List.of(value("band", "2", 0), value("band", "4", 1)),
                PointerReading.of(plot, AREA, 500, 30).values());
    }

    @Test
    void readsPositionWithoutNamedCurves() {
        curves.show(Curve.of(new double[] {0, 5}, new double[] {1, 2}));
        assertEquals(new PointerReading("Epoch: 5\nLoss: 6", List.of()), PointerReading.of(plot, AREA, 500, 100));
    }
}
