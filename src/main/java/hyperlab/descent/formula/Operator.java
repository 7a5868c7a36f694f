package hyperlab.descent.formula;

/** A binary operator. */
public enum Operator {
    PLUS,
    MINUS,
    TIMES,
    DIVIDE,
    POWER;

    /** Returns the result for two numbers. */
    public double apply(double left, double right) {
        return switch (this) {
            case PLUS -> left + right;
            case MINUS -> left - right;
            case TIMES -> left * right;
            case DIVIDE -> left / right;
            case POWER -> Jet.power(left, right);
        };
    }
}
