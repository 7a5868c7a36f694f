package hyperlab.descent.formula;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The minimum or maximum of two numbers, with its derivatives. If the numbers are equal, it is the first. */
enum Extreme {
    MIN,
    MAX;

    Jet of(Jet a, Jet b) {
        double ahead = this == MIN ? b.value() - a.value() : a.value() - b.value();
        if (a.value() == b.value() || ahead > 0) {
            return a;
        }
        return ahead < 0 ? b : a.plus(b).through(Double.NaN, Double.NaN, Double.NaN);
    }

    /** Returns only the value. */
    double value(double a, double b) {
        double ahead = this == MIN ? b - a : a - b;
        if (a == b || ahead > 0) {
            return a;
        }
        return ahead < 0 ? b : Double.NaN;
    }

    /** The name used in formulas. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Extreme> named(String word) {
        return Stream.of(values()).filter(known -> known.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Stream.of(values()).map(Extreme::word).toList();
    }
}
