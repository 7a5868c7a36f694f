package hyperlab.tune;

import java.util.List;

/**
 * Chooses trials. What it chooses follows from its settings, its seed and what it was told alone, never from when a job
 * ended: {@link #next} gives jobs that may run at once, in any order, and all of them are told before it is asked again.
 */
public interface Searcher {
    /** The next jobs; none when the search is over. */
    List<Job> next();

    /**
     * What became of the jobs that {@link #next} gave, in their order.
     *
     * @param costs what is to be small; +∞ where a trial has no value
     */
    void tell(List<Job> jobs, double[] costs);
}
