package hyperlab.app.learn;

import hyperlab.chart.ChartStyle;
import hyperlab.file.Document;
import hyperlab.text.Texts;
import org.jfree.chart.JFreeChart;

/**
 * A chart of a page: worked out once, by the code of the labs and from settings that a figure of it carries, and drawn in
 * every language and style.
 *
 * @param <R> what is worked out; immutable, as it passes between threads
 */
interface Illustration<R> {
    /** What made it, in the lab that it belongs to. */
    Document made();

    /** Works it out; on any thread. */
    R workOut();

    /** The chart, which belongs to the FX thread once it is shown. */
    JFreeChart chart();

    void show(R found, Texts texts);

    void style(ChartStyle style);

    /** The numbers that the chart shows, as comma-separated text. */
    String table(R found);
}
