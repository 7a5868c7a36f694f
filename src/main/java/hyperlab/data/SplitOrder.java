package hyperlab.data;

/** Which rows train: drawn by the seed, or the first ⌊n·trainFraction⌋. */
public enum SplitOrder {
    SHUFFLED("shuffled"),
    SEQUENTIAL("sequential");

    private final String fileName;

    SplitOrder(String fileName) {
        this.fileName = fileName;
    }

    /** The name in files. */
    public String fileName() {
        return fileName;
    }
}
