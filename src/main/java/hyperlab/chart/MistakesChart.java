package hyperlab.chart;

import hyperlab.image.ImageShape;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;

/** The samples with the worst predictions, as pictures if they are images and as rows of a table otherwise. */
public final class MistakesChart {
    private final MistakesDrawing drawing = new MistakesDrawing();
    private final JFreeChart chart;

    /**
     * What the chart shows.
     *
     * @param head column titles of a table; empty for images
     * @param rows the worst first
     * @param image shape of each row's pixels; null for a table
     * @param none text shown if there are no rows
     */
    public record Picture(
            List<String> head, List<Row> rows, @Nullable ImageShape image, String none) {
        public Picture {
            head = List.copyOf(head);
            rows = List.copyOf(rows);
        }
    }

    /**
     * One sample.
     *
     * @param words cells of a table, or lines of text below an image
     * @param pixels values of the image in [0, 1]; empty for a table
     */
    public record Row(List<String> words, double[] pixels) {
        public Row {
            words = List.copyOf(words);
        }
    }

    public MistakesChart(ChartTheme theme) {
        LinearAxis x = LinearAxis.ofPositions();
        LinearAxis y = LinearAxis.ofPositions();
        chart = ChartStyle.of(theme).plot(x, y);
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

    public void show(Picture picture) {
        drawing.show(picture);
    }

    public void style(ChartStyle style) {
        style.apply(chart);
    }
}
