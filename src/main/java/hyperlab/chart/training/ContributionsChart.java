package hyperlab.chart.training;

import hyperlab.chart.AnnotationChart;
import hyperlab.chart.ChartTable;
import hyperlab.chart.style.ChartTheme;
import java.util.List;

/**
 * Gains with their intervals, such as what each tuned hyperparameter contributes: one row per subject, one point with a
 * horizontal error bar per gain, and a vertical line at 0.
 */
public final class ContributionsChart extends AnnotationChart<ContributionsChart.Model, ContributionRows> {
    /**
     * What the chart shows.
     *
     * @param rows from top to bottom; rows without gains are not drawn
     * @param series names of the series, in a legend above the rows
     * @param unit text after the last number of the axis; may be empty
     */
    public record Model(List<Row> rows, List<String> series, String unit) {
        public static final Model EMPTY = new Model(List.of(), List.of(), "");

        public Model {
            rows = List.copyOf(rows);
            series = List.copyOf(series);
        }
    }

    /** The gains of one subject, in the order in which they are drawn from top to bottom. */
    public record Row(String name, List<Gain> gains) {
        public Row {
            gains = List.copyOf(gains);
        }
    }

    /**
     * A gain as a finite mean with its interval.
     *
     * @param series index into the names, the colors and the markers
     */
    public record Gain(int series, double mean, double from, double to) {}

    public ContributionsChart(ChartTheme theme) {
        super(new ContributionRows(), theme);
    }

    @Override
    protected ChartTable table(Model model) {
        ChartTable table = new ChartTable("change", "series", "mean", "low", "high");
        for (Row row : model.rows()) {
            for (Gain gain : row.gains()) {
                table.add(row.name(), model.series().get(gain.series()), gain.mean(), gain.from(), gain.to());
            }
        }
        return table;
    }
}
