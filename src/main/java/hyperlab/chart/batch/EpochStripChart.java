package hyperlab.chart.batch;

import hyperlab.batch.EpochBatches;
import hyperlab.chart.AnnotationChart;
import hyperlab.chart.ChartTable;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.ThemeColor;
import hyperlab.text.Texts;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * One epoch as a strip: its samples in the order in which training visits them, colored by kind and split into batches.
 * The current batch is highlighted, earlier ones are paler, later ones are palest, and the samples that are left out
 * are at the end.
 */
public final class EpochStripChart extends AnnotationChart<EpochStripChart.Model, EpochStrip> {
    /**
     * What the chart shows.
     *
     * @param cut how the epoch is split
     * @param order the sample at each position
     * @param kindOf index of a sample's kind
     * @param kinds of samples
     * @param current index of the current batch, from 0; the number of batches if all are done
     * @param title at the top left
     */
    public record Model(
            EpochBatches cut,
            IntUnaryOperator order,
            IntUnaryOperator kindOf,
            List<SampleKind> kinds,
            int current,
            String title) {
        public Model {
            kinds = List.copyOf(kinds);
        }
    }

    /** A kind of sample; one without a name is not in the legend. */
    public record SampleKind(String name, ThemeColor themeColor) {}

    public EpochStripChart(Texts texts, ChartTheme theme) {
        super(new EpochStrip(texts), texts, theme);
    }

    /** The samples in the order of the epoch. A sample that the epoch skips has no batch. */
    @Override
    protected ChartTable table(Model model) {
        ChartTable table = new ChartTable("position", "sample", "batch", "kind");
        EpochBatches batches = model.cut();
        for (int position = 0; position < batches.samples(); position++) {
            int sample = model.order().applyAsInt(position);
            int batch = position / batches.batchSize();
            table.add(
                    position + 1,
                    sample,
                    batch < batches.steps() ? batch + 1 : "",
                    model.kinds().get(model.kindOf().applyAsInt(sample)).name());
        }
        return table;
    }

    @Override
    protected void relabel() {
        drawing().texts(texts());
    }
}
