package hyperlab.cli;

import hyperlab.export.Reel;
import java.util.function.Function;
import org.jfree.chart.JFreeChart;

/**
 * A chart of what a run has learned.
 *
 * @param <P> what it shows
 */
record LearnedChart<P>(Reel<P> reel, Function<Learned, P> picture) {
    /** The chart with this moment in it. */
    JFreeChart of(Learned learned) {
        reel.show().accept(picture.apply(learned));
        return reel.chart();
    }
}
