package hyperlab.tune;

import java.util.List;

/**
 * Chooses trials. The choices depend only on the settings, the seed and the reported costs, never on the order in which
 * jobs finish. The jobs from {@link #next} may run concurrently, in any order, and all of their costs are reported
 * before the next call.
 */
public interface Searcher {
    /** The next jobs; empty when the search is complete. */
    List<Job> next();

    /**
     * Reports the results of the jobs from the last call of {@link #next}, in their order.
     *
     * @param costs the values to minimize, one per job; +∞ if a trial has no value
     */
    void report(List<Job> jobs, double[] costs);
}
