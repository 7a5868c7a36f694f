package hyperlab.chart.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import hyperlab.chart.style.ChartTheme;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;

class WalkChartTest {
    private static Range valueRange(double value) {
        WalkChart chart = new WalkChart(Texts.in(Language.ENGLISH), ChartTheme.LIGHT);
        chart.show(new WalkChart.Model(
                new double[] {0.1, 1, 10},
                true,
                new double[] {value, value, Double.NaN},
                new boolean[] {false, false, true},
                1,
                "place",
                "value",
                "diverged"));
        return chart.chart().getXYPlot().getRangeAxis().getRange();
    }

    @Test
    void equalValuesHaveAnAxisOfTheirMagnitude() {
        assertEquals(new Range(-1, 1), valueRange(0));
        assertEquals(new Range(0.25, 0.75), valueRange(0.5));
        assertEquals(new Range(-3, -1), valueRange(-2));
    }

    private static BufferedImage draw(boolean[] diverged, int current, ChartRenderingInfo info) {
        WalkChart chart = new WalkChart(Texts.in(Language.ENGLISH), ChartTheme.LIGHT);
        chart.show(new WalkChart.Model(
                new double[] {0, 1, 2, 3, 4},
                false,
                new double[] {1, 2, 3, 4, 5},
                diverged,
                current,
                "place",
                "value",
                ""));
        return chart.chart().createBufferedImage(600, 300, info);
    }

    /** The band of a stop reaches to the middle between it and its neighbors, and at the ends to the edge. */
    @Test
    void stopsThatDivergedAreHatched() {
        ChartRenderingInfo info = new ChartRenderingInfo();
        BufferedImage none = draw(new boolean[5], -1, info);
        BufferedImage some = draw(new boolean[] {false, true, true, false, true}, -1, info);
        Rectangle2D area = info.getPlotInfo().getDataArea();
        // The axis has 4 % more on either side.
        double unit = area.getWidth() / (4 * 1.08);
        double start = area.getMinX() + 0.16 * unit;
        for (int x = (int) area.getMinX() + 2; x < area.getMaxX() - 2; x++) {
            double place = (x - start) / unit;
            boolean hatched = (place > 0.5 && place < 2.5) || place > 3.5;
            if (Math.abs(place - 0.5) > 0.05 && Math.abs(place - 2.5) > 0.05 && Math.abs(place - 3.5) > 0.05) {
                int row = (int) area.getMaxY() - 3;
                assertEquals(hatched, none.getRGB(x, row) != some.getRGB(x, row), "at " + place);
            }
        }
    }

    @Test
    void aLineIsAtTheCurrentStop() {
        ChartRenderingInfo info = new ChartRenderingInfo();
        BufferedImage without = draw(new boolean[5], -1, info);
        BufferedImage with = draw(new boolean[5], 2, info);
        Rectangle2D area = info.getPlotInfo().getDataArea();
        int row = (int) area.getMaxY() - 3;
        int middle = (int) area.getCenterX();
        for (int x = (int) area.getMinX(); x < area.getMaxX(); x++) {
            if (without.getRGB(x, row) != with.getRGB(x, row)) {
                assertEquals(middle, x, 2);
            }
        }
        assertNotEquals(without.getRGB(middle, row), with.getRGB(middle, row));
    }
}
