package hyperlab.descent.formula;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The minimum or maximum of two numbers, with its derivatives. If the numbers are equal, it is the first. */
public enum MinMaxFunction {
    MIN,
    MAX;

    Jet apply(Jet a, Jet b) {
        double margin = this == MIN ? b.value() - a.value() : a.value() - b.value();
        if (a.value() == b.value() || margin > 0) {
            return a;
        }
        return margin < 0 ? b : a.plus(b).chain(Double.NaN, Double.NaN, Double.NaN);
    }

    /** Returns only the value. */
    public double value(double a, double b) {
        double margin = this == MIN ? b - a : a - b;
        if (a == b || margin > 0) {
            return a;
        }
        return margin < 0 ? b : Double.NaN;
    }

    /** The name used in formulas. */
    public String functionName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<MinMaxFunction> named(String searchedName) {
        return Stream.of(values())
                .filter(candidate -> candidate.functionName().equals(searchedName))
                .findFirst();
    }

    /** The names of all of these functions. */
    public static List<String> functionNames() {
        return Stream.of(values()).map(MinMaxFunction::functionName).toList();
    }
}
