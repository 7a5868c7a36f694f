package hyperlab.chart;

import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.StyledAnnotation;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;

/** Builds charts without visible axes, whose content is drawn by one annotation. */
public final class BlankChart {
    private BlankChart() {}

    public static JFreeChart create(StyledAnnotation drawing, ChartTheme theme) {
        LinearAxis x = LinearAxis.ofPositions();
        LinearAxis y = LinearAxis.ofPositions();
        JFreeChart chart = ChartStyle.of(theme).createChart(x, y);
        XYPlot plot = chart.getXYPlot();
        x.setVisible(false);
        y.setVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.addAnnotation(drawing);
        ChartStyle.of(theme).apply(chart);
        return chart;
    }
}
