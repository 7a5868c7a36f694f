package hyperlab.tune;

import hyperlab.train.EpochReport;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Creates the trials of a study. Thread-safe; each {@link RunnableTrial} is used by one thread at a time. */
public interface TrialFactory {
    /**
     * Creates a trial that has not started.
     *
     * @param trial its number, from 0
     * @param values of the searched keys, as text
     * @throws hyperlab.rule.InvalidInputException if the values are invalid or incompatible
     */
    RunnableTrial create(int trial, Map<String, String> values);

    /** One trial, which can be continued in several stages. */
    interface RunnableTrial {
        /**
         * Continues until the trial has {@code epochs} epochs in total or ends early.
         *
         * @param listener called after each epoch
         * @param cancelled checked often; true stops the work
         * @return the result; null if canceled
         */
        @Nullable
        JobResult runTo(int epochs, Consumer<EpochReport> listener, BooleanSupplier cancelled);

        /** About how much memory the trial takes until it is continued, in bytes; always the same. */
        default long bytes() {
            return 0;
        }
    }
}
