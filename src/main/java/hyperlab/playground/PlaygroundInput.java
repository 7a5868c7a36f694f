package hyperlab.playground;

/** The possible input features of a link, in the order of the network's inputs. */
public enum PlaygroundInput {
    X("x"),
    Y("y"),
    X_SQUARED("xSquared"),
    Y_SQUARED("ySquared"),
    X_TIMES_Y("xTimesY"),
    SIN_X("sinX"),
    SIN_Y("sinY");

    private final String fileName;

    PlaygroundInput(String fileName) {
        this.fileName = fileName;
    }

    /** The name in links. */
    public String fileName() {
        return fileName;
    }

    double of(double x, double y) {
        return switch (this) {
            case X -> x;
            case Y -> y;
            case X_SQUARED -> x * x;
            case Y_SQUARED -> y * y;
            case X_TIMES_Y -> x * y;
            case SIN_X -> StrictMath.sin(x);
            case SIN_Y -> StrictMath.sin(y);
        };
    }
}
