package hyperlab.chart;

import hyperlab.batch.EpochCut;
import hyperlab.text.Texts;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jfree.chart.JFreeChart;

/**
 * One epoch as a strip: its samples in the order in which they are met, coloured by what they are, cut into batches; the
 * batch whose turn it is lit, those before it paler, those after it palest; what is left out at the end. A shown one
 * belongs to the FX thread.
 */
public final class EpochStripChart {
    private final EpochStrip strip;
    private final JFreeChart chart;

    /**
     * What it shows.
     *
     * @param cut how the epoch is cut
     * @param order which sample stands at each place
     * @param kindOf which of the kinds a sample is
     * @param kinds of samples
     * @param current the batch whose turn it is, from 0; as many as there are batches when all are done
     * @param title at the top left
     */
    public record Picture(
            EpochCut cut,
            IntUnaryOperator order,
            IntUnaryOperator kindOf,
            List<Kind> kinds,
            int current,
            String title) {
        public Picture {
            kinds = List.copyOf(kinds);
        }
    }

    /** A kind of sample; one without a name is not told in the legend. */
    public record Kind(String name, Ink ink) {}

    public EpochStripChart(Texts texts, ChartTheme theme) {
        strip = new EpochStrip(texts);
        chart = BlankPlot.with(strip, theme);
    }

    public JFreeChart chart() {
        return chart;
    }

    public void style(ChartStyle style) {
        style.apply(chart);
    }

    public void texts(Texts texts) {
        strip.texts(texts);
    }

    public void show(Picture picture) {
        strip.show(picture);
    }
}
