package hyperlab.nn;

/** How the values of a pooling window are combined. */
public enum Pooling {
    /** No pooling. */
    NONE("none"),
    /** The maximum of the window, computed by the layer that is also used in training. */
    MAX("max"),
    /** The mean of the window. */
    AVERAGE("average");

    private final String fileName;

    Pooling(String fileName) {
        this.fileName = fileName;
    }

    /** The name in files. */
    public String fileName() {
        return fileName;
    }
}
