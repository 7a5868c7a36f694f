package hyperlab.lab.cases;

/** The state of a user's table on the way to a case. */
public enum UserDataState {
    /** There is no file yet. */
    NONE,
    /** The file is being read. */
    READING,
    /** The columns are shown, and the inferred settings can be corrected. */
    PREVIEWED,
    /** The baseline is being trained with several seeds. */
    TRAINING,
    /** The baseline has been trained. */
    TRAINED,
    /** The study is running. */
    TUNING,
    /** The baseline and the tuned experiment are being run with the same seeds. */
    COMPARING
}
