package hyperlab.app.training;

import hyperlab.chart.BoundaryPicture.Point;
import hyperlab.diagnosis.DecisionMap;
import hyperlab.playground.PlaygroundExperiment;
import hyperlab.train.EpochReport;
import java.util.List;

/**
 * What the page of TensorFlow Playground shows of a run at an epoch. Immutable.
 *
 * @param run whose, by its id
 * @param original what it trains
 * @param report of that epoch
 * @param map the output over the page's square
 * @param points those that the page shows
 */
record OriginalLook(int run, PlaygroundExperiment original, EpochReport report, DecisionMap map, List<Point> points) {
    OriginalLook {
        points = List.copyOf(points);
    }
}
