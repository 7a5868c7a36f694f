package hyperlab.chart.convolution;

import hyperlab.chart.AnnotationChart;
import hyperlab.chart.style.ChartTheme;
import java.util.List;

/** The probability of each class as a bar, with the largest highlighted. */
public final class ClassBarsChart extends AnnotationChart<ClassBarsChart.Model, ClassBars> {
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
        super(new ClassBars(), theme);
    }
}
