package hyperlab.cli.train;

import hyperlab.export.FrameRenderer;
import java.util.function.Function;
import org.jfree.chart.JFreeChart;

/**
 * A chart of a trained model.
 *
 * @param <P> the chart's model
 */
record ModelChart<P>(FrameRenderer<P> reel, Function<ModelState, P> model) {
    /** Updates the chart to this state and returns it. */
    JFreeChart render(ModelState learned) {
        reel.show().accept(model.apply(learned));
        return reel.chart();
    }
}
