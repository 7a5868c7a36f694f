package hyperlab.chart;

import hyperlab.train.FiveNumberSummary;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/**
 * The scores of several configurations under the same random seeds, one strip per configuration: each seed as a point,
 * the middle half as a band, the median as a vertical line, and a horizontal line from the minimum to the maximum. Once
 * displayed, use only on the FX thread.
 */
public final class SeedsChart {
    private final SeedsStrips strips = new SeedsStrips();
    private final JFreeChart chart;

    /**
     * What the chart shows.
     *
     * @param rows from top to bottom
     * @param most upper limit of the values, at which the axis ends; infinite for none
     * @param unit text after the last number of the axis; may be empty
     * @param points whether the seeds are drawn
     * @param band whether the middle half is drawn
     * @param key names of the parts, shown instead of an axis; null for an axis
     */
    public record Picture(
            List<Row> rows,
            double most,
            String unit,
            boolean points,
            boolean band,
            @Nullable Key key) {
        static final Picture EMPTY = new Picture(List.of(), Double.POSITIVE_INFINITY, "", true, true, null);

        public Picture {
            rows = List.copyOf(rows);
        }

        /** Creates a picture with an axis. */
        public Picture(List<Row> rows, double most, String unit, boolean points, boolean band) {
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

        FiveNumberSummary spread() {
            return FiveNumberSummary.of(finite());
        }
    }

    /** The names of the parts of a strip. */
    public record Key(String median, String least, String greatest, String band) {}

    public SeedsChart(ChartTheme theme) {
        chart = BlankPlot.with(strips, theme);
    }

    public JFreeChart chart() {
        return chart;
    }

    public void style(ChartStyle style) {
        style.apply(chart);
    }

    public void show(Picture picture) {
        strips.show(picture);
    }
}
