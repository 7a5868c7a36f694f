package hyperlab.chart.map;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.chart.style.ChartTheme;
import hyperlab.text.Language;
import hyperlab.text.Texts;
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
}
