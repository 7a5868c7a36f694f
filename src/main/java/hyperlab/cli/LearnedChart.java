package hyperlab.cli;

import hyperlab.export.Reel;
import java.util.function.Function;
import org.jfree.chart.JFreeChart;

/**
 * A chart of a trained model.
 *
 * @param <P> the chart's model
 */
record LearnedChart<P>(Reel<P> reel, Function<Learned, P> picture) {
    /** Updates the chart to this state and returns it. */
    JFreeChart of(Learned learned) {
        reel.show().accept(picture.apply(learned));
        return reel.chart();
    }
}
