package hyperlab.data;

/** Which rows are used for training: a random selection, or the first ⌊n·trainFraction⌋. */
public enum SplitOrder {
    SHUFFLED("shuffled"),
    SEQUENTIAL("sequential");

    private final String fileName;

    SplitOrder(String fileName) {
        this.fileName = fileName;
    }

    /** The name used in files. */
    public String fileName() {
        return fileName;
    }
}
