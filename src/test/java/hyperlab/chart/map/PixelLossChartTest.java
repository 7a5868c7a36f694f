package hyperlab.chart.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.ThemeColor;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;

class PixelLossChartTest {
    private static final CurveStyle STYLE = CurveStyle.line(ThemeColor.series(0), 1.5);

    private final PixelLossChart chart = new PixelLossChart(Texts.in(Language.ENGLISH), ChartTheme.LIGHT);

    private XYPlot show(PixelLossChart.Line... lines) {
        chart.show(new PixelLossChart.Model(List.of(lines), 4, "epoch", "loss"));
        chart.chart().createBufferedImage(400, 300);
        return chart.chart().getXYPlot();
    }

    @Test
    void lossesThatAreAllPositiveHaveALogAxis() {
        Range positive = show(new PixelLossChart.Line(new double[] {1, 0.1, 0.001}, STYLE, "a"))
                .getRangeAxis()
                .getRange();
        assertTrue(positive.getLowerBound() > 0 && positive.getLowerBound() < 0.001, positive.toString());
        Range withZero = show(new PixelLossChart.Line(new double[] {1, 0.1, 0}, STYLE, "a"))
                .getRangeAxis()
                .getRange();
        assertTrue(withZero.getLowerBound() <= 0 && withZero.getUpperBound() > 1, withZero.toString());
    }

    @Test
    void theAxesHaveRoomForLossesThatAreNotDrawnYet() {
        XYPlot plot = show(new PixelLossChart.Line(new double[] {1, 0.5, 0.01}, 2, STYLE, "a"));
        assertEquals(2, plot.getDataset().getItemCount(0));
        assertTrue(plot.getRangeAxis().getRange().contains(0.01));
        assertEquals(new Range(0, 4), plot.getDomainAxis().getRange());
        assertEquals(
                List.of(List.of("a", 0, 1.0), List.of("a", 1, 0.5)),
                chart.table().rows());
    }

    /** A run is drawn until its loss is a thousand times the largest loss at a start. */
    @Test
    void aRunThatDivergesLeavesTheOthersVisible() {
        XYPlot plot = show(
                new PixelLossChart.Line(new double[] {2, 1999, 2001, 5}, STYLE, ""),
                new PixelLossChart.Line(new double[] {1, Double.NaN, 1}, STYLE, ""),
                new PixelLossChart.Line(new double[] {}, STYLE, ""));
        assertEquals(2, plot.getDataset().getItemCount(0));
        assertEquals(1, plot.getDataset().getItemCount(1));
        assertEquals(0, plot.getDataset().getItemCount(2));
        assertEquals("2", chart.table().rows().get(4).get(0), "numbered without a name");
    }
}
