package hyperlab.chart;

import hyperlab.train.Spread;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/**
 * The scores of several configurations under the same random seeds, a strip each: every seed as a point, the middle half
 * as a band, the median as an upright stroke, a line from the least to the greatest. A shown one belongs to the FX
 * thread.
 */
public final class SeedsChart {
    private final SeedsStrips strips = new SeedsStrips();
    private final JFreeChart chart;

    /**
     * What it shows.
     *
     * @param rows from top to bottom
     * @param most what no value can be above, where the axis ends too; infinite for nothing
     * @param unit behind the last number of the axis; may be empty
     * @param points whether each seed is drawn
     * @param band whether the middle half is drawn
     * @param key what its parts are called, in place of an axis; null for an axis
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

        /** Scores over an axis. */
        public Picture(List<Row> rows, double most, String unit, boolean points, boolean band) {
            this(rows, most, unit, points, band, null);
        }
    }

    /**
     * One configuration.
     *
     * @param name at its left
     * @param series whose colour and marker it has, from 0
     * @param values one a seed, in any order; what is not finite is not drawn
     */
    public record Row(String name, int series, double[] values) {
        double[] finite() {
            return Arrays.stream(values).filter(Double::isFinite).toArray();
        }

        Spread spread() {
            return Spread.of(finite());
        }
    }

    /** What the parts of a strip are called. */
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
