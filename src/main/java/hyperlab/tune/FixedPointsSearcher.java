package hyperlab.tune;

import java.util.List;
import java.util.stream.IntStream;

/** A searcher whose points are all fixed in advance, so that no trial depends on the result of another. */
abstract class FixedPointsSearcher implements Searcher {
    private final List<double[]> points;
    private final int epochs;
    private boolean exhausted;

    FixedPointsSearcher(List<double[]> points, int epochs) {
        this.points = points;
        this.epochs = epochs;
    }

    @Override
    public final List<Job> next() {
        int jobs = exhausted ? 0 : points.size();
        exhausted = true;
        return IntStream.range(0, jobs)
                .mapToObj(trial -> new Job(trial, points.get(trial), epochs))
                .toList();
    }

    @Override
    public final void report(List<Job> jobs, double[] costs) {
        // No further choice depends on the costs.
    }
}
