package hyperlab.lab.training.inspection;

import hyperlab.chart.training.network.NetworkDiagram;
import hyperlab.diagnosis.DecisionMap;
import hyperlab.lab.training.run.LiveRun;
import hyperlab.lab.training.run.StageChart;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request to inspect a network.
 *
 * @param run the run that owns the network
 * @param epoch the epoch at whose end it is inspected; null for the current state of the run
 * @param charts the visible charts
 * @param plane the plane of the decision boundary
 * @param feature the feature on the x-axis of the fitted curve, from 0
 * @param unit the unit selected in the network diagram; null for none
 * @param window the part of the plane that must be visible; null for that of the data
 */
public record InspectionRequest(
        LiveRun run,
        @Nullable Integer epoch,
        Set<StageChart> charts,
        PlaneChoice plane,
        int feature,
        NetworkDiagram.@Nullable UnitPosition unit,
        DecisionMap.@Nullable Window window) {
    public InspectionRequest {
        charts = Set.copyOf(charts);
    }

    boolean isVisible(StageChart chart) {
        return charts.contains(chart);
    }
}
