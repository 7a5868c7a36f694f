package hyperlab.lab.learn.illustration;

import hyperlab.chart.activation.MedianChart;
import hyperlab.chart.style.CurveStyle;
import hyperlab.lab.LabContext;
import java.util.Arrays;
import java.util.List;

/** An illustration with lines over steps, epochs or layers, some of them with a band. */
abstract class LineIllustration<R> implements Illustration<R, MedianChart.Model> {
    private final MedianChart chart;

    LineIllustration(LabContext context) {
        chart = new MedianChart(context.messages().texts(), context.appearance().chartTheme());
    }

    @Override
    public final MedianChart chart() {
        return chart;
    }

    /** A chart of lines, without a playhead or a horizontal reference line. */
    static MedianChart.Model lineChart(
            List<MedianChart.Line> lines,
            double first,
            double last,
            boolean logarithmic,
            String xTitle,
            String yTitle) {
        return new MedianChart.Model(
                lines,
                first,
                last,
                false,
                logarithmic,
                xTitle,
                yTitle,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                "");
    }

    /** A line without a band. */
    static MedianChart.Line line(String name, CurveStyle style, double[] x, double[] y) {
        double[] none = new double[y.length];
        Arrays.fill(none, Double.NaN);
        return new MedianChart.Line(name, style, x, y, none, none);
    }
}
