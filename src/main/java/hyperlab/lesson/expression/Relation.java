package hyperlab.lesson.expression;

/** A comparison of two numbers. It is false if one of them is NaN. */
enum Relation {
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
    EQUAL("="),
    UNEQUAL("!=");

    private static final double RELATIVE_ERROR = 1e-9;

    private final String symbol;

    Relation(String symbol) {
        this.symbol = symbol;
    }

    String symbol() {
        return symbol;
    }

    /**
     * Numbers count as equal if they differ by a relative error of at most 10⁻⁹, in every relation: rounding neither
     * makes two equal numbers differ, nor meets a strict limit.
     */
    boolean holds(double a, double b) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return false;
        }
        boolean equal = a == b || Math.abs(a - b) <= RELATIVE_ERROR * Math.max(Math.abs(a), Math.abs(b));
        return switch (this) {
            case LESS -> !equal && a < b;
            case AT_MOST -> equal || a < b;
            case GREATER -> !equal && a > b;
            case AT_LEAST -> equal || a > b;
            case EQUAL -> equal;
            case UNEQUAL -> !equal;
        };
    }
}
