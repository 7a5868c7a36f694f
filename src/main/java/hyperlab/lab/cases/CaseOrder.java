package hyperlab.lab.cases;

/** The sort order of the cases. */
public enum CaseOrder {
    /** The original order: cases that are easy to learn first. */
    EASIEST,
    /** The largest relative gain first, as a share of the possible gain. */
    LARGEST_GAIN
}
