package hyperlab.tune;

import hyperlab.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/** Points drawn uniformly, all at once: none waits for another. */
final class RandomSearcher implements Searcher {
    private final SearchSpace space;
    private final int trials;
    private final int epochs;
    private final RandomStream stream;
    private boolean asked;

    RandomSearcher(SearchSpace space, int trials, int epochs, long seed) {
        this.space = space;
        this.trials = trials;
        this.epochs = epochs;
        this.stream = RandomStream.named(seed, "search");
    }

    @Override
    public List<Job> next() {
        List<Job> jobs = new ArrayList<>();
        for (int trial = 0; trial < trials && !asked; trial++) {
            jobs.add(new Job(trial, space.draw(stream), epochs));
        }
        asked = true;
        return jobs;
    }

    @Override
    public void tell(List<Job> jobs, double[] costs) {
        // What is drawn does not depend on what came before.
    }
}
