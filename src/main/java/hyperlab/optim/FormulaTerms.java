package hyperlab.optim;

/**
 * The terms of the formula of one step, in LaTeX. An implementation may highlight one of them, or write vectors instead
 * of numbers.
 */
public interface FormulaTerms {
    /** x_k, where the step starts. */
    String position();

    /** The gradient at x_k. */
    String gradient();

    /** The same, never highlighted: for formulas in which it appears twice. */
    String plainGradient();

    /** The square of the gradient at x_k. */
    String squaredGradient();

    /** η and a thin space. */
    String rate();

    /** What is multiplied by the learning rate, if it is not the gradient. */
    String direction(String latex);

    /** The factor or divisor of each coordinate. */
    String scale(String latex);

    /** The term of the decoupled weight decay. */
    String decay(String latex);

    /** The part of the step that is subtracted from x_k, with its minus sign. */
    String move(String latex);

    /** A fraction. */
    default String over(String above, String below) {
        return "\\frac{" + above + "}{" + below + "}";
    }

    /** The definition of a symbol, after the formula. */
    default String where(String definition) {
        return "\\qquad " + definition;
    }
}
