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
 * @param fixAxes fixes axes and colors so that they fit all of the data; null if they are the same for every epoch
 *     anyway
 * @param show makes the chart display this data only
 */
public record FrameRenderer<P>(JFreeChart chart, @Nullable Consumer<List<P>> fixAxes, Consumer<P> show) {
    /** Creates a renderer for a chart whose axes and colors are the same for every epoch. */
    public static <P> FrameRenderer<P> withFixedAxes(JFreeChart chart, Consumer<P> show) {
        return new FrameRenderer<>(chart, null, show);
    }
}
