package hyperlab.chart.axis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.ZoomableAxis;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ZoomableAxisTest {
    private static final Range HOME = new Range(1, 101);
    private static final Range OTHER = new Range(1, 201);

    static Stream<ValueAxis> axes() {
        return Stream.of(
                LinearAxis.ofValues(),
                LinearAxis.ofPositions(),
                LinearAxis.ofIntegers(),
                new LogarithmicAxis(),
                LogarithmicAxis.ofPowersOfTwo(),
                new UnitIntervalAxis());
    }

    private static void assertRange(double low, double high, ValueAxis axis) {
        assertEquals(low, axis.getLowerBound(), 1e-9 * Math.abs(high));
        assertEquals(high, axis.getUpperBound(), 1e-9 * Math.abs(high));
    }

    @ParameterizedTest
    @MethodSource("axes")
    void showsRangesOfChartWithoutZoom(ValueAxis axis) {
        axis.setRange(HOME);
        axis.setRange(OTHER);
        assertEquals(OTHER, axis.getRange());
        assertFalse(((ZoomableAxis) axis).isZoomed());
    }

    @ParameterizedTest
    @MethodSource("axes")
    void retainsZoomWhenChartSetsRange(ValueAxis axis) {
        axis.setRange(HOME);
        axis.zoomRange(0.2, 0.5);
        Range zoomed = axis.getRange();
        assertTrue(HOME.getLength() > zoomed.getLength());
        axis.setRange(OTHER);
        assertEquals(zoomed, axis.getRange());
        assertEquals(OTHER, ((ZoomableAxis) axis).homeRange());
        assertTrue(((ZoomableAxis) axis).isZoomed());
    }

    @ParameterizedTest
    @MethodSource("axes")
    void resetShowsNewestRangeOfChart(ValueAxis axis) {
        axis.setRange(HOME);
        axis.resizeRange2(0.5, 50);
        axis.setRange(OTHER);
        ((ZoomableAxis) axis).resetZoom();
        assertEquals(OTHER, axis.getRange());
        assertFalse(((ZoomableAxis) axis).isZoomed());
    }

    @ParameterizedTest
    @MethodSource("axes")
    void retainsPanningAndResetsOnZeroSize(ValueAxis axis) {
        axis.setRange(HOME);
        axis.pan(0.1);
        assertTrue(axis.getLowerBound() > HOME.getLowerBound());
        assertTrue(((ZoomableAxis) axis).isZoomed());
        axis.resizeRange(0);
        assertEquals(HOME, axis.getRange());
    }

    @ParameterizedTest
    @MethodSource("axes")
    void followsChartAgainAfterZoomingInAndOut(ValueAxis axis) {
        axis.setRange(HOME);
        axis.resizeRange2(1 / 1.2, 7);
        axis.resizeRange2(1.2, 7);
        assertFalse(((ZoomableAxis) axis).isZoomed());
        axis.setRange(OTHER);
        assertEquals(OTHER, axis.getRange());
    }

    @ParameterizedTest
    @MethodSource("axes")
    void zoomIsLimited(ValueAxis axis) {
        axis.setRange(HOME);
        for (int k = 0; k < 300; k++) {
            axis.resizeRange2(0.5, 10);
        }
        assertTrue(axis.getRange().getLength() > 1e-7);
        assertTrue(axis.getRange().contains(10));
        for (int k = 0; k < 5000; k++) {
            axis.resizeRange2(2, 10);
        }
        assertTrue(Double.isFinite(axis.getRange().getLength()));
        assertTrue(axis.getRange().contains(10));
    }

    @Test
    void zoomsLinearAxisAboutAnchor() {
        LinearAxis axis = LinearAxis.ofValues();
        axis.setRange(HOME);
        axis.resizeRange2(0.5, 21);
        assertRange(11, 61, axis);
    }

    @Test
    void zoomsLogarithmicAxisAboutAnchor() {
        LogarithmicAxis axis = new LogarithmicAxis();
        axis.setRange(1e-4, 1);
        axis.resizeRange2(0.5, 1e-2);
        assertRange(1e-3, 1e-1, axis);
    }

    @Test
    void automaticRangeFollowsDataAfterReset() {
        LinearAxis x = LinearAxis.ofIntegers();
        LinearAxis y = LinearAxis.ofPositions();
        XYPlot plot = ChartStyle.of(ChartTheme.LIGHT).createChart(x, y).getXYPlot();
        CurveDataset data = new CurveDataset();
        plot.setDataset(data);
        data.show(Curve.of(new double[] {0, 10}, new double[] {0, 4}));
        y.zoomRange(0, 0.5);
        data.show(Curve.of(new double[] {0, 10}, new double[] {0, 8}));
        assertRange(0, 2, y);
        y.resetZoom();
        assertRange(0, 8, y);
        data.show(Curve.of(new double[] {0, 10}, new double[] {0, 16}));
        assertRange(0, 16, y);
    }

    @Test
    void axisThatReturnsToPlotShowsHomeRange() {
        LinearAxis linear = LinearAxis.ofValues();
        LogarithmicAxis logarithmic = new LogarithmicAxis();
        JFreeChart chart = ChartStyle.of(ChartTheme.LIGHT).createChart(LinearAxis.ofIntegers(), linear);
        linear.setRange(HOME);
        linear.zoomRange(0, 0.5);
        chart.getXYPlot().setRangeAxis(linear);
        assertTrue(linear.isZoomed());
        chart.getXYPlot().setRangeAxis(logarithmic);
        chart.getXYPlot().setRangeAxis(linear);
        assertEquals(HOME, linear.getRange());
    }

    @Test
    void plotZoomsOnlyAxesWithNumbers() {
        ClassAxis classes = new ClassAxis(false);
        classes.show(List.of("a", "b"));
        LinearAxis hidden = LinearAxis.ofValues();
        hidden.setVisible(false);
        XYPlot plot =
                ChartStyle.of(ChartTheme.LIGHT).createChart(classes, hidden).getXYPlot();
        assertFalse(plot.isDomainZoomable());
        assertFalse(plot.isRangePannable());
        plot = ChartStyle.of(ChartTheme.LIGHT)
                .createChart(LinearAxis.ofIntegers(), new LogarithmicAxis())
                .getXYPlot();
        assertTrue(plot.isDomainPannable());
        assertTrue(plot.isRangeZoomable());
        assertSame(plot, plot.getDomainAxis().getPlot());
    }

    @Test
    void formatsValuesWithPrecisionOfRange() {
        LinearAxis linear = LinearAxis.ofValues();
        linear.setRange(0, 10);
        assertEquals("1.23", linear.valueText(1.23456));
        linear.zoomRange(0.1, 0.101);
        assertEquals("1.00346", linear.valueText(1.003456));
        LinearAxis integers = LinearAxis.ofIntegers();
        integers.setRange(0, 10);
        assertEquals("12", integers.valueText(12.3));
        LogarithmicAxis logarithmic = new LogarithmicAxis();
        logarithmic.setRange(1e-3, 1);
        assertEquals("0.01235", logarithmic.valueText(0.0123456));
        assertEquals("64", LogarithmicAxis.ofPowersOfTwo().valueText(63.9));
        assertEquals("0.5", new UnitIntervalAxis().valueText(0.5));
    }
}
