package hyperlab.descent.formula;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The functions of one argument that a formula may call, each with f, f′ and f″. Outside the domain of a function, such
 * as the logarithm or the square root of a negative number, all three are NaN. The slope of |a| at its kink is 0.
 */
public enum UnaryFunction {
    SIN,
    COS,
    TAN,
    EXP,
    LOG,
    LN,
    SQRT,
    ABS,
    TANH;

    Jet apply(Jet a) {
        return switch (this) {
            case SIN -> sine(a);
            case COS -> cosine(a);
            case TAN -> tangent(a);
            case EXP -> exponential(a);
            case LOG, LN -> logarithm(a);
            case SQRT -> squareRoot(a);
            case ABS -> absoluteValue(a);
            case TANH -> hyperbolicTangent(a);
        };
    }

    /** Returns f without its derivatives. */
    public double value(double a) {
        return switch (this) {
            case SIN -> Math.sin(a);
            case COS -> Math.cos(a);
            case TAN -> Math.tan(a);
            case EXP -> Math.exp(a);
            case LOG, LN -> Math.log(a);
            case SQRT -> Math.sqrt(a);
            case ABS -> Math.abs(a);
            case TANH -> Math.tanh(a);
        };
    }

    /** The name used in formulas. */
    public String functionName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<UnaryFunction> named(String searchedName) {
        return Stream.of(values())
                .filter(candidate -> candidate.functionName().equals(searchedName))
                .findFirst();
    }

    /** The names of all of these functions. */
    public static List<String> functionNames() {
        return Stream.of(values()).map(UnaryFunction::functionName).toList();
    }

    private static Jet sine(Jet a) {
        double sine = Math.sin(a.value());
        return a.chain(sine, Math.cos(a.value()), -sine);
    }

    private static Jet cosine(Jet a) {
        double cosine = Math.cos(a.value());
        return a.chain(cosine, -Math.sin(a.value()), -cosine);
    }

    private static Jet tangent(Jet a) {
        double tangent = Math.tan(a.value());
        double slope = 1 + tangent * tangent;
        return a.chain(tangent, slope, 2 * tangent * slope);
    }

    private static Jet exponential(Jet a) {
        double exponential = Math.exp(a.value());
        return a.chain(exponential, exponential, exponential);
    }

    private static Jet logarithm(Jet a) {
        double x = a.value();
        return x < 0 ? a.chain(Double.NaN, Double.NaN, Double.NaN) : a.chain(Math.log(x), 1 / x, -1 / (x * x));
    }

    private static Jet squareRoot(Jet a) {
        double root = Math.sqrt(a.value());
        return a.chain(root, 0.5 / root, -0.25 / (root * a.value()));
    }

    private static Jet absoluteValue(Jet a) {
        return a.chain(Math.abs(a.value()), Math.signum(a.value()), 0);
    }

    /** Computes the slope as 1/cosh², which stays accurate where 1 − tanh² loses its digits. */
    private static Jet hyperbolicTangent(Jet a) {
        double tangent = Math.tanh(a.value());
        double cosh = Math.cosh(a.value());
        double slope = 1 / (cosh * cosh);
        return a.chain(tangent, slope, -2 * tangent * slope);
    }
}
