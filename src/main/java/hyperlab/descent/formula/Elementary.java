package hyperlab.descent.formula;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The functions of one argument that a formula may call, each with f, f′ and f″. Outside the domain of a function, such
 * as the logarithm or the square root of a negative number, all three are NaN. The slope of |a| at its kink is 0.
 */
enum Elementary {
    SIN,
    COS,
    TAN,
    EXP,
    LOG,
    LN,
    SQRT,
    ABS,
    TANH;

    Jet of(Jet a) {
        return switch (this) {
            case SIN -> sine(a);
            case COS -> cosine(a);
            case TAN -> tangent(a);
            case EXP -> exponential(a);
            case LOG, LN -> logarithm(a);
            case SQRT -> root(a);
            case ABS -> size(a);
            case TANH -> hyperbolicTangent(a);
        };
    }

    /** Returns f without its derivatives. */
    double value(double a) {
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
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Elementary> named(String word) {
        return Stream.of(values()).filter(known -> known.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Stream.of(values()).map(Elementary::word).toList();
    }

    private static Jet sine(Jet a) {
        double sine = Math.sin(a.value());
        return a.through(sine, Math.cos(a.value()), -sine);
    }

    private static Jet cosine(Jet a) {
        double cosine = Math.cos(a.value());
        return a.through(cosine, -Math.sin(a.value()), -cosine);
    }

    private static Jet tangent(Jet a) {
        double tangent = Math.tan(a.value());
        double slope = 1 + tangent * tangent;
        return a.through(tangent, slope, 2 * tangent * slope);
    }

    private static Jet exponential(Jet a) {
        double power = Math.exp(a.value());
        return a.through(power, power, power);
    }

    private static Jet logarithm(Jet a) {
        double x = a.value();
        return x < 0 ? a.through(Double.NaN, Double.NaN, Double.NaN) : a.through(Math.log(x), 1 / x, -1 / (x * x));
    }

    private static Jet root(Jet a) {
        double root = Math.sqrt(a.value());
        return a.through(root, 0.5 / root, -0.25 / (root * a.value()));
    }

    private static Jet size(Jet a) {
        return a.through(Math.abs(a.value()), Math.signum(a.value()), 0);
    }

    /** Computes the slope as 1/cosh², which stays accurate where 1 − tanh² loses its digits. */
    private static Jet hyperbolicTangent(Jet a) {
        double tangent = Math.tanh(a.value());
        double cosh = Math.cosh(a.value());
        double slope = 1 / (cosh * cosh);
        return a.through(tangent, slope, -2 * tangent * slope);
    }
}
