package hyperlab.tune;

import org.jspecify.annotations.Nullable;

/**
 * Stores the results of a study between runs of the program. Called from one thread at a time, while the study holds
 * its lock.
 */
public interface Journal {
    /** A journal that stores nothing. */
    Journal NONE = new Journal() {
        @Override
        public @Nullable JobResult find(Job job) {
            return null;
        }

        @Override
        public void add(Job job, JobResult result) {
            // Nothing is stored.
        }
    };

    /** The stored result of this job; null if it was never finished. */
    @Nullable
    JobResult find(Job job);

    /** Stores the result of a job. */
    void add(Job job, JobResult result);
}
