package hyperlab.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The points that a person has picked, all at once; never more than the trials asked for. */
final class ManualSearcher implements Searcher {
    private final List<double[]> points;
    private final int epochs;
    private boolean asked;

    /** @throws hyperlab.rule.Refusal on {@code method.points} where one is not of the space */
    ManualSearcher(SearchSpace space, List<Map<String, String>> picked, int trials, int epochs) {
        this.points = picked.stream().limit(trials).map(space::point).toList();
        this.epochs = epochs;
    }

    @Override
    public List<Job> next() {
        List<Job> jobs = new ArrayList<>();
        for (int trial = 0; trial < points.size() && !asked; trial++) {
            jobs.add(new Job(trial, points.get(trial), epochs));
        }
        asked = true;
        return jobs;
    }

    @Override
    public void tell(List<Job> jobs, double[] costs) {
        // What is picked does not depend on what came before.
    }
}
