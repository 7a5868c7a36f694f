package hyperlab.playground;

/**
 * The activation functions of a link. They use {@link StrictMath}, which, unlike {@link Math}, computes the same values
 * as browsers.
 */
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

    /** The derivative at {@code z}, where {@code output} is the function's value at {@code z}; ReLU′(0) = 0. */
    double derivative(double z, double output) {
        return switch (this) {
            case RELU -> z <= 0 ? 0 : 1;
            case TANH -> 1 - output * output;
            case SIGMOID -> output * (1 - output);
            case LINEAR -> 1;
        };
    }
}
