package hyperlab.lab.learn.illustration;

import hyperlab.chart.PlotChart;
import hyperlab.file.Document;
import hyperlab.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleFunction;

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

    /** A setting that a number in the text of the page changes; empty if there is none. */
    default Optional<Adjustment<R>> adjustment() {
        return Optional.empty();
    }

    /**
     * A setting that can be changed.
     *
     * @param values in ascending order
     * @param initial the one that the page shows first
     * @param result computes the result for a value; can run on any thread
     * @param document the settings with a value
     * @param <R> the result
     */
    record Adjustment<R>(
            List<Double> values, double initial, DoubleFunction<R> result, DoubleFunction<Document> document) {
        public Adjustment {
            values = List.copyOf(values);
            if (!values.contains(initial)) {
                throw new IllegalArgumentException(initial + " is none of " + values);
            }
        }
    }

    /** Computes the result. Can run on any thread. */
    R compute();

    /**
     * Computes the result as long as it is needed. What takes only a moment is computed in any case.
     *
     * @param cancelled checked often
     * @throws CancellationException if it was canceled before its end
     */
    default R compute(BooleanSupplier cancelled) {
        return compute();
    }

    /** The chart. It belongs to the FX thread once it is shown. */
    PlotChart<M> chart();

    /** Returns what the chart shows of a result. */
    M model(R found, Texts texts);

    /** The data of the chart as CSV. */
    String toCsv(R found);
}
