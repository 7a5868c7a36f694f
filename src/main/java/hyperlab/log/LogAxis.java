package hyperlab.log;

/** What the curves of a log are drawn over. */
public enum LogAxis {
    EPOCH("epoch"),
    STEP("step");

    private final String fileName;

    LogAxis(String fileName) {
        this.fileName = fileName;
    }

    /** The name in files, options and message keys. */
    public String fileName() {
        return fileName;
    }
}
