package hyperlab.export;

import java.util.List;
import java.util.function.Consumer;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/**
 * A chart that shows one epoch after another.
 *
 * @param <P> what it shows of an epoch
 * @param chart that no one else sees
 * @param hold has its axes and colours fit all of these, and stay so; null where they are the same for every epoch anyway
 * @param show shows this and nothing else
 */
public record Reel<P>(JFreeChart chart, @Nullable Consumer<List<P>> hold, Consumer<P> show) {
    /** A chart whose axes and colours are the same for every epoch. */
    public static <P> Reel<P> steady(JFreeChart chart, Consumer<P> show) {
        return new Reel<>(chart, null, show);
    }
}
