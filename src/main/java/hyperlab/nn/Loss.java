package hyperlab.nn;

/** The loss function that training minimizes. Both are means over the samples, without the penalty. */
public enum Loss {
    /** {@code −ln softmax(z)[class]}. */
    CROSS_ENTROPY("crossEntropy"),
    /** {@code ½ Σ_outputs (o − t)²}. */
    SQUARED_ERROR("squaredError");

    private final String fileName;

    Loss(String fileName) {
        this.fileName = fileName;
    }

    /** The name in files. */
    public String fileName() {
        return fileName;
    }
}
