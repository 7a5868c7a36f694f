package hyperlab.app.training;

import hyperlab.chart.NetworkSketch;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be looked at.
 *
 * @param run whose network
 * @param epoch at whose end; null for where the run stands
 * @param charts that are seen
 * @param plane that the decision boundary is drawn on
 * @param feature that the fitted curve runs along, from 0
 * @param unit that is looked at in the drawn network; null for none
 */
record LookOrder(
        LiveRun run,
        @Nullable Integer epoch,
        Set<StageChart> charts,
        PlaneChoice plane,
        int feature,
        NetworkSketch.@Nullable Place unit) {
    LookOrder {
        charts = Set.copyOf(charts);
    }

    boolean shows(StageChart chart) {
        return charts.contains(chart);
    }
}
