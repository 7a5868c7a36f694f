package hyperlab.lab.tuning;

import hyperlab.cases.DefaultComparison;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of the best trial with the default.
 *
 * @param phase how far it is
 * @param share completed fraction of the work, 0 … 1
 * @param comparison the pairs so far; null before the first one
 */
record ComparisonStatus(
        ComparisonPhase phase, double share, @Nullable DefaultComparison comparison) {
    /** Why a comparison cannot start, or how far it is. */
    enum ComparisonPhase {
        /** A test function is searched, which has no default. */
        FUNCTION,
        /** No trial has a value. */
        NO_TRIAL,
        /** The best trial has the settings of the default. */
        SAME,
        /** The best trial has other data than the default. */
        OTHER_DATA,
        READY,
        RUNNING,
        STOPPED,
        DONE
    }

    static ComparisonStatus of(ComparisonPhase phase) {
        return new ComparisonStatus(phase, 0, null);
    }

    boolean isRunning() {
        return phase == ComparisonPhase.RUNNING;
    }

    /** Whether a comparison can start or stop. */
    boolean canToggle() {
        return switch (phase) {
            case FUNCTION, NO_TRIAL, SAME, OTHER_DATA -> false;
            case READY, RUNNING, STOPPED, DONE -> true;
        };
    }

    /** The number of complete pairs. */
    int pairs() {
        return comparison == null ? 0 : comparison.seeds();
    }
}
