package hyperlab.finding;

/** How serious a finding is. */
public enum Severity {
    /** Works, but could be better. */
    NOTE,
    /** Something is wrong. */
    WARNING,
    /** The computation fails. */
    DANGER,
    /** No problem. */
    GOOD
}
