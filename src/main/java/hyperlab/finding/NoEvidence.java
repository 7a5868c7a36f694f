package hyperlab.finding;

/** The evidence of a finding that no chart highlights. */
public enum NoEvidence {
    NONE
}
