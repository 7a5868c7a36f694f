package hyperlab.descent;

import hyperlab.descent.formula.Fault;
import hyperlab.descent.formula.Formula;
import hyperlab.rule.ClosestMatch;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Checks;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The functions that Hyperlab minimizes, by name. */
public final class Objectives {
    /** Matches text that is more likely a misspelled name than a formula: only words. */
    private static final Pattern NAME = Pattern.compile("\\s*\\p{L}[\\p{L}\\d_ -]{2,40}");

    private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

    static {
        know("parabola", Map.of("curvature", 1.0), p -> new Parabola(p.of("curvature")));
        know("doubleWell", Map.of("tilt", 0.1), p -> new DoubleWell(p.of("tilt")));
        know("plateau", Map.of(), p -> new Plateau());
        know(
                "tiltedWaves",
                Map.of("curvature", 0.5, "amplitude", 0.5),
                p -> new TiltedWaves(p.of("curvature"), p.of("amplitude")));
        know(Classics.QUARTIC);
        know(Classics.CUBIC);
        know(Classics.KINK);
        know(
                "bowl",
                Map.of("curvatureX", 1.0, "curvatureY", 2.0),
                p -> new Bowl(p.of("curvatureX"), p.of("curvatureY")));
        know("ravine", Map.of("condition", 20.0), p -> new Ravine(p.of("condition")));
        know("rosenbrock", Map.of(), p -> new Rosenbrock());
        know("himmelblau", Map.of(), p -> new Himmelblau());
        know("saddle", Map.of(), p -> new Saddle());
        know(Classics.BEALE);
        know(Classics.BOOTH);
        know(Classics.MATYAS);
        know(Classics.RASTRIGIN);
        know(new Ackley());
        know(Classics.BRANIN);
        know(Classics.STYBLINSKI_TANG);
    }

    private Objectives() {}

    /** Every name, with the functions of one variable first. */
    public static List<String> names() {
        return List.copyOf(KINDS.keySet());
    }

    /** Whether {@code text} is one of {@link #names()}, and therefore not a formula. */
    public static boolean isName(String text) {
        return KINDS.containsKey(text);
    }

    /** Returns the function with this name or formula, with the default values of its constants. */
    public static Objective of(String function) {
        return of(function, Map.of());
    }

    /**
     * Returns the function with this name or formula.
     *
     * @param function one of {@link #names()}, or a {@link Formula}
     * @param parameters its constants; any that are missing have their default values; a formula has none
     * @throws InvalidInputException for {@code function} if it is neither a name nor a formula, for an unknown constant, or for a
     *     constant that is out of range
     */
    public static Objective of(String function, Map<String, Double> parameters) {
        Kind kind = KINDS.get(function);
        if (kind == null) {
            Objective typed = typed(function);
            parameters.keySet().forEach(key -> {
                throw new InvalidInputException(key, "is no parameter of a formula, which has none");
            });
            return typed;
        }
        Map<String, Double> filled = new LinkedHashMap<>(kind.defaults());
        parameters.forEach((key, value) -> {
            if (!kind.defaults().containsKey(key)) {
                throw kind.defaults().isEmpty()
                        ? new InvalidInputException(key, "is no parameter of " + function + ", which has none")
                        : unknown(key, key, kind.defaults().keySet());
            }
            filled.put(key, Checks.finite(key, value));
        });
        return kind.make().apply(new Constants(filled));
    }

    private static Objective typed(String text) {
        Optional<Fault> fault = Formula.faultIn(text, 2);
        if (fault.isEmpty()) {
            return Survey.of(Formula.of(text));
        }
        if (NAME.matcher(text).matches()) {
            String nearest = ClosestMatch.of(text.strip(), all());
            if (isName(nearest)) {
                throw new InvalidInputException(
                        "function",
                        "one of " + String.join(", ", names()) + " or a formula in x and y",
                        '"' + text.strip() + "\" (nearest: " + nearest + ")");
            }
        }
        throw fault.get().refusal("function");
    }

    /** Every name that a single word might have been meant as. */
    private static List<String> all() {
        return Stream.concat(Formula.names().stream(), names().stream()).toList();
    }

    private static InvalidInputException unknown(String key, String got, Collection<String> known) {
        String names = String.join(", ", known.stream().sorted().toList());
        return new InvalidInputException(key, "one of " + names, got + " (nearest: " + ClosestMatch.of(got, known) + ")");
    }

    private static void know(Objective function) {
        know(function.name(), Map.of(), constants -> function);
    }

    private static void know(String name, Map<String, Double> defaults, Function<Constants, Objective> make) {
        KINDS.put(name, new Kind(defaults, make));
    }

    private record Kind(Map<String, Double> defaults, Function<Constants, Objective> make) {}

    /** All constants of a function, including the defaults. */
    private record Constants(Map<String, Double> values) {
        double of(String name) {
            return Objects.requireNonNull(values.get(name), name);
        }
    }
}
