package hyperlab.nn;

/** What a window of a map becomes. */
public enum Pooling {
    /** Maps stay as they are. */
    NONE("none"),
    /** The largest number of the window, by the layer that trains. */
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
