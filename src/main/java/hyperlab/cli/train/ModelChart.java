package hyperlab.cli.train;

import hyperlab.chart.PlotChart;
import hyperlab.export.FrameRenderer;
import java.util.function.Function;

/**
 * A chart of a trained model.
 *
 * @param <P> the chart's model
 */
record ModelChart<P>(PlotChart<P> chart, FrameRenderer<P> renderer, Function<ModelState, P> model) {
    /** Updates the chart to this state and returns it. */
    PlotChart<P> render(ModelState learned) {
        chart.show(model.apply(learned));
        return chart;
    }
}
