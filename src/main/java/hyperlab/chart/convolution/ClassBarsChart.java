package hyperlab.chart.convolution;

import hyperlab.chart.BlankChart;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import java.util.List;
import org.jfree.chart.JFreeChart;

/** The probability of each class as a bar, with the largest highlighted. Once displayed, use only on the FX thread. */
public final class ClassBarsChart {
    private final ClassBars bars = new ClassBars();
    private final JFreeChart chart;

    /**
     * What the chart shows.
     *
     * @param names of the classes
     * @param probabilities one for each class
     * @param trueClass index of the true class, or −1
     */
    public record Model(List<String> names, double[] probabilities, int trueClass) {
        public Model {
            names = List.copyOf(names);
        }
    }

    public ClassBarsChart(ChartTheme theme) {
        chart = BlankChart.create(bars, theme);
    }

    public JFreeChart chart() {
        return chart;
    }

    public void style(ChartStyle style) {
        style.apply(chart);
    }

    public void show(Model model) {
        bars.show(model);
    }
}
