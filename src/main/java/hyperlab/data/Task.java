package hyperlab.data;

/** What is predicted: one of several classes, or a number. */
public enum Task {
    CLASSIFICATION("classification"),
    REGRESSION("regression");

    private final String fileName;

    Task(String fileName) {
        this.fileName = fileName;
    }

    /** The name in files. */
    public String fileName() {
        return fileName;
    }
}
