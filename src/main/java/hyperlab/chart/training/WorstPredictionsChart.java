package hyperlab.chart.training;

import hyperlab.chart.AnnotationChart;
import hyperlab.chart.ChartTable;
import hyperlab.chart.style.ChartTheme;
import hyperlab.image.ImageShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The samples with the worst predictions, as pictures if they are images and as rows of a table otherwise. */
public final class WorstPredictionsChart extends AnnotationChart<WorstPredictionsChart.Model, WorstPredictionsDrawing> {
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
        super(new WorstPredictionsDrawing(), theme);
    }

    @Override
    protected ChartTable table(Model model) {
        ChartTable table = new ChartTable(
                model.columnTitles().isEmpty() ? List.of("prediction", "certainty") : model.columnTitles());
        for (Row row : model.rows()) {
            table.addRow(row.texts());
        }
        return table;
    }
}
