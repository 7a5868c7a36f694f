package hyperlab.chart.training;

import hyperlab.chart.AnnotationChart;
import hyperlab.chart.ChartTable;
import hyperlab.chart.style.ChartTheme;
import hyperlab.train.Quantiles;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scores of several configurations under the same random seeds, one strip per configuration: each seed as a point,
 * the middle half as a band, the median as a vertical line, and a horizontal line from the minimum to the maximum.
 */
public final class SeedsChart extends AnnotationChart<SeedsChart.Model, SeedStrips> {
    /**
     * What the chart shows.
     *
     * @param rows from top to bottom
     * @param upperLimit upper limit of the values, at which the axis ends; infinite for none
     * @param unit text after the last number of the axis; may be empty
     * @param points whether the seeds are drawn
     * @param band whether the middle half is drawn
     * @param partNames names of the parts, shown instead of an axis; null for an axis
     */
    public record Model(
            List<Row> rows,
            double upperLimit,
            String unit,
            boolean points,
            boolean band,
            @Nullable PartNames partNames) {
        public Model {
            rows = List.copyOf(rows);
        }

        /** Creates a picture with an axis. */
        public Model(List<Row> rows, double most, String unit, boolean points, boolean band) {
            this(rows, most, unit, points, band, null);
        }
    }

    /**
     * One configuration.
     *
     * @param name on the left
     * @param series index of its color and marker, from 0
     * @param values one per seed, in any order; values that are not finite are not drawn
     */
    public record Row(String name, int series, double[] values) {
        double[] finite() {
            return Arrays.stream(values).filter(Double::isFinite).toArray();
        }

        Quantiles spread() {
            return Quantiles.of(finite());
        }
    }

    /** The names of the parts of a strip. */
    public record PartNames(String median, String minimum, String maximum, String band) {}

    public SeedsChart(ChartTheme theme) {
        super(new SeedStrips(), theme);
    }

    @Override
    protected ChartTable table(Model model) {
        ChartTable table = new ChartTable("row", "run", "value");
        for (Row row : model.rows()) {
            for (int k = 0; k < row.values().length; k++) {
                table.add(row.name(), k + 1, row.values()[k]);
            }
        }
        return table;
    }
}
