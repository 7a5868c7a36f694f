package hyperlab.chart.training;

import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.image.ImageShape;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;

/** The samples with the worst predictions, as pictures if they are images and as rows of a table otherwise. */
public final class WorstPredictionsChart {
    private final WorstPredictionsDrawing drawing = new WorstPredictionsDrawing();
    private final JFreeChart chart;

    /**
     * What the chart shows.
     *
     * @param columnTitles column titles of a table; empty for images
     * @param rows the worst first
     * @param imageShape shape of each row's pixels; null for a table
     * @param emptyText text shown if there are no rows
     */
    public record Model(
            List<String> columnTitles,
            List<Row> rows,
            @Nullable ImageShape imageShape,
            String emptyText) {
        public Model {
            columnTitles = List.copyOf(columnTitles);
            rows = List.copyOf(rows);
        }
    }

    /**
     * One sample.
     *
     * @param texts cells of a table, or lines of text below an image
     * @param pixels values of the image in [0, 1]; empty for a table
     */
    public record Row(List<String> texts, double[] pixels) {
        public Row {
            texts = List.copyOf(texts);
        }
    }

    public WorstPredictionsChart(ChartTheme theme) {
        LinearAxis x = LinearAxis.ofPositions();
        LinearAxis y = LinearAxis.ofPositions();
        chart = ChartStyle.of(theme).createChart(x, y);
        XYPlot plot = chart.getXYPlot();
        x.setVisible(false);
        y.setVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.addAnnotation(drawing);
        style(ChartStyle.of(theme));
    }

    public JFreeChart chart() {
        return chart;
    }

    public void show(Model model) {
        drawing.show(model);
    }

    public void style(ChartStyle style) {
        style.apply(chart);
    }
}
