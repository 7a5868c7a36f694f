package hyperlab.app.cases;

/** In which order the cases lie. */
public enum Order {
    /** As they are offered: those that are learned easily first. */
    EASIEST,
    /** Those first that gained most, as a share of what was left to gain. */
    LARGEST_GAIN
}
