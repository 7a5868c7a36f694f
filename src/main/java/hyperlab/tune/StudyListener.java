package hyperlab.tune;

import hyperlab.train.EpochReport;

/**
 * Listens to the progress of a study. Calls come one at a time, on a worker thread. A call must return quickly because
 * the study waits for it.
 */
public interface StudyListener {
    /** Called when an epoch of a trial has ended. */
    default void epochEnded(int trial, EpochReport report) {}

    /** Called when a model has chosen the next trials. */
    default void trialsProposed(SurrogateSnapshot outlook) {}

    /** Called when the state of a trial has changed. */
    default void trialChanged(TrialRecord row) {}
}
