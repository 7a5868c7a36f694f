package hyperlab.app.cases;

/** Where a table of one's own stands on its way to a case. */
public enum OwnState {
    /** No file yet. */
    NONE,
    /** The file is looked through. */
    READING,
    /** Its columns are shown, and what is guessed of them can be corrected. */
    PREVIEWED,
    /** The baseline trains under several seeds. */
    TRAINING,
    /** The baseline is known. */
    TRAINED,
    /** The study searches. */
    TUNING,
    /** Baseline and tuned run under the same seeds. */
    COMPARING
}
