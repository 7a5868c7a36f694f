package hyperlab.data;

/** The kind of prediction: one of several classes, or a number. */
public enum PredictionTask {
    CLASSIFICATION("classification"),
    REGRESSION("regression");

    private final String fileName;

    PredictionTask(String fileName) {
        this.fileName = fileName;
    }

    /** The name used in files. */
    public String fileName() {
        return fileName;
    }
}
