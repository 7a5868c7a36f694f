package hyperlab.playground;

/** The activations of a link, by {@link StrictMath}: other than {@link Math}, it is what browsers compute too. */
public enum PlaygroundActivation {
    RELU("relu"),
    TANH("tanh"),
    SIGMOID("sigmoid"),
    LINEAR("linear");

    private final String fileName;

    PlaygroundActivation(String fileName) {
        this.fileName = fileName;
    }

    /** The name in links. */
    public String fileName() {
        return fileName;
    }

    double value(double z) {
        return switch (this) {
            case RELU -> Math.max(0, z);
            case TANH -> StrictMath.tanh(z);
            case SIGMOID -> 1 / (1 + StrictMath.exp(-z));
            case LINEAR -> z;
        };
    }

    /** The derivative at {@code z}, where the value is {@code output}; ReLU′(0) = 0. */
    double derivative(double z, double output) {
        return switch (this) {
            case RELU -> z <= 0 ? 0 : 1;
            case TANH -> 1 - output * output;
            case SIGMOID -> output * (1 - output);
            case LINEAR -> 1;
        };
    }
}
