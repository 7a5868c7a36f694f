package hyperlab.tune;

import org.jspecify.annotations.Nullable;

/**
 * What a study has found out, kept from one run of the program to the next. Called from one thread at a time, while the
 * study holds its lock.
 */
public interface Journal {
    /** A journal that remembers nothing. */
    Journal NONE = new Journal() {
        @Override
        public @Nullable Result known(Job job) {
            return null;
        }

        @Override
        public void add(Job job, Result result) {
            // Nothing is kept.
        }
    };

    /** What became of this job before; null where it was never finished. */
    @Nullable
    Result known(Job job);

    /** Keeps what became of a job. */
    void add(Job job, Result result);
}
