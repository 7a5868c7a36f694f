package hyperlab.tune;

import hyperlab.train.EpochReport;

/** Hears of a study, one call at a time, on whichever thread works. Must return soon: the study waits for it. */
public interface StudyListener {
    /** An epoch of a trial has ended. */
    default void epochEnded(int trial, EpochReport report) {}

    /** A model has chosen the trials that begin next. */
    default void foreseen(Outlook outlook) {}

    /** A trial has begun, has ended, or stands otherwise. */
    default void trialChanged(TrialRow row) {}
}
