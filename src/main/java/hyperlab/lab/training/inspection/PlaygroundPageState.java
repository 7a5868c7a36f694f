package hyperlab.lab.training.inspection;

import hyperlab.chart.training.BoundaryChartModel.Point;
import hyperlab.diagnosis.DecisionMap;
import hyperlab.playground.PlaygroundExperiment;
import hyperlab.train.EpochReport;
import java.util.List;

/**
 * What TensorFlow Playground displays for a run at an epoch. Immutable.
 *
 * @param run id of the run
 * @param playground the Playground link that is trained
 * @param report the report of the epoch
 * @param map the output over the page's square
 * @param points the data points that the page shows
 */
public record PlaygroundPageState(
        int run, PlaygroundExperiment playground, EpochReport report, DecisionMap map, List<Point> points) {
    public PlaygroundPageState {
        points = List.copyOf(points);
    }
}
