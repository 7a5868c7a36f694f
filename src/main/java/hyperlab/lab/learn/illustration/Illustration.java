package hyperlab.lab.learn.illustration;

import hyperlab.chart.PlotChart;
import hyperlab.file.Document;
import hyperlab.text.Texts;

/**
 * A chart of a page. Its result is computed once, by the code of the labs, from settings that are embedded in exported
 * figures; it is drawn in each language and style.
 *
 * @param <R> the result; immutable, because it is passed between threads
 * @param <M> what the chart shows
 */
interface Illustration<R, M> {
    /** The settings of the chart, as a document of the lab that they belong to. */
    Document settingsDocument();

    /** Computes the result. Can run on any thread. */
    R compute();

    /** The chart. It belongs to the FX thread once it is shown. */
    PlotChart<M> chart();

    /** Returns what the chart shows of a result. */
    M model(R found, Texts texts);

    /** The data of the chart as CSV. */
    String toCsv(R found);
}
