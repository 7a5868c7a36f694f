package hyperlab.export;

import java.util.List;
import java.util.function.Consumer;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/**
 * A chart that displays one epoch after another.
 *
 * @param <P> the data displayed for one epoch
 * @param chart a chart that is not shared with other threads
 * @param hold fixes axes and colors so that they fit all of the data; null if they are the same for every epoch anyway
 * @param show makes the chart display this data only
 */
public record Reel<P>(JFreeChart chart, @Nullable Consumer<List<P>> hold, Consumer<P> show) {
    /** Creates a renderer for a chart whose axes and colors are the same for every epoch. */
    public static <P> Reel<P> steady(JFreeChart chart, Consumer<P> show) {
        return new Reel<>(chart, null, show);
    }
}
