package hyperlab.descent.formula;

/**
 * A number with its first and second derivatives with respect to x and y. Arithmetic propagates them exactly:
 * second-order forward-mode automatic differentiation (Griewank and Walther 2008, chapter 13).
 *
 * @param variables the variables it depends on: 0, {@value #X}, {@value #Y} or both added; every derivative with
 *     respect to another variable is 0, even if an intermediate function has an infinite slope
 */
public record Jet(int variables, double value, double dx, double dy, double dxx, double dxy, double dyy) {
    private static final int X = 1;
    private static final int Y = 2;

    static Jet constant(double value) {
        return new Jet(0, value, 0, 0, 0, 0, 0);
    }

    static Jet ofX(double x) {
        return new Jet(X, x, 1, 0, 0, 0, 0);
    }

    static Jet ofY(double y) {
        return new Jet(Y, y, 0, 1, 0, 0, 0);
    }

    Jet plus(Jet other) {
        return new Jet(
                variables | other.variables,
                value + other.value,
                dx + other.dx,
                dy + other.dy,
                dxx + other.dxx,
                dxy + other.dxy,
                dyy + other.dyy);
    }

    Jet minus(Jet other) {
        return plus(other.negated());
    }

    Jet negated() {
        return new Jet(variables, -value, -dx, -dy, -dxx, -dxy, -dyy);
    }

    Jet times(Jet other) {
        return new Jet(
                variables | other.variables,
                value * other.value,
                dx * other.value + value * other.dx,
                dy * other.value + value * other.dy,
                dxx * other.value + 2 * dx * other.dx + value * other.dxx,
                dxy * other.value + dx * other.dy + dy * other.dx + value * other.dxy,
                dyy * other.value + 2 * dy * other.dy + value * other.dyy);
    }

    Jet dividedBy(Jet other) {
        double quotient = value / other.value;
        double quotientX = (dx - quotient * other.dx) / other.value;
        double quotientY = (dy - quotient * other.dy) / other.value;
        return new Jet(
                variables | other.variables,
                quotient,
                quotientX,
                quotientY,
                (dxx - 2 * quotientX * other.dx - quotient * other.dxx) / other.value,
                (dxy - quotientX * other.dy - quotientY * other.dx - quotient * other.dxy) / other.value,
                (dyy - 2 * quotientY * other.dy - quotient * other.dyy) / other.value);
    }

    /**
     * Raises this to the power of {@code exponent}. If the exponent is a constant p, the derivatives are those of aᵖ.
     * They also exist for a negative or zero base if p is an integer; 0⁰ is 1, as in a polynomial. If the exponent
     * varies, the derivatives are those of exp(b·ln a), which do not exist unless the base is positive.
     */
    Jet power(Jet exponent) {
        double p = exponent.value;
        double power = power(value, p);
        return exponent.variables == 0
                ? chain(power, powerTerm(p, p - 1), powerTerm(p * (p - 1), p - 2))
                : exponent.times(UnaryFunction.LOG.apply(this)).chain(power, power, power);
    }

    /** Like {@link Math#pow}, but NaN to the power of 0 is NaN. */
    static double power(double base, double exponent) {
        return Double.isNaN(base) ? Double.NaN : Math.pow(base, exponent);
    }

    private double powerTerm(double factor, double power) {
        return factor == 0 ? 0 : factor * Math.pow(value, power);
    }

    /**
     * Applies f to this number by the chain rule.
     *
     * @param f f at {@link #value()}
     * @param slope f′ at {@link #value()}
     * @param curvature f″ at {@link #value()}
     */
    Jet chain(double f, double slope, double curvature) {
        boolean x = (variables & X) != 0;
        boolean y = (variables & Y) != 0;
        return new Jet(
                variables,
                f,
                x ? slope * dx : 0,
                y ? slope * dy : 0,
                x ? slope * dxx + curvature * dx * dx : 0,
                x && y ? slope * dxy + curvature * dx * dy : 0,
                y ? slope * dyy + curvature * dy * dy : 0);
    }
}
