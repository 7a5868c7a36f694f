package hyperlab.playground;

/** The regularization of a link: none, {@code rate·Σ|w|} or {@code ½·rate·Σw²}. */
public enum PlaygroundRegularization {
    NONE("none"),
    L1("L1"),
    L2("L2");

    private final String fileName;

    PlaygroundRegularization(String fileName) {
        this.fileName = fileName;
    }

    /** The name in links. */
    public String fileName() {
        return fileName;
    }

    /** The penalty's derivative at a weight, for a rate of 1; sign(0) = 0. */
    double derivative(double weight) {
        return switch (this) {
            case NONE -> 0;
            case L1 -> Math.signum(weight);
            case L2 -> weight;
        };
    }
}
