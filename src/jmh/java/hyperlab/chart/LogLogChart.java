package hyperlab.chart;

import hyperlab.chart.axis.LogarithmicAxis;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.EndLabels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jfree.chart.JFreeChart;

/** A chart of measurements on two logarithmic axes, with the names of the curves at their ends. */
final class LogLogChart {
    private final CurveDataset dataset = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final EndLabels labels = new EndLabels();
    private final JFreeChart chart;

    LogLogChart(LogarithmicAxis x, String xLabel, LogarithmicAxis y, String yLabel) {
        ChartStyle style = ChartStyle.of(ChartTheme.LIGHT);
        x.setLabel(xLabel);
        y.setLabel(yLabel);
        chart = style.createChart(x, y);
        labels.style(style);
        chart.getXYPlot().addAnnotation(labels);
        chart.getXYPlot().setDataset(dataset);
        chart.getXYPlot().setRenderer(renderer);
        style.apply(chart);
    }

    /** Shows curves, each with its style; the axes get the range of the curves. */
    void show(List<Curve> curves, List<CurveStyle> styles) {
        renderer.setCurveStyles(styles);
        dataset.show(curves);
    }

    /** Writes the chart with the names of the curves as a PNG file. */
    void write(List<EndLabels.Label> names, Path file) throws IOException {
        labels.show(names);
        PaletteImage.write(chart, file);
    }
}
