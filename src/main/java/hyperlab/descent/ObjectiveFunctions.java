package hyperlab.descent;

import hyperlab.descent.formula.Formula;
import hyperlab.descent.formula.FormulaError;
import hyperlab.rule.Checks;
import hyperlab.rule.ClosestMatch;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The functions that Hyperlab minimizes, by name. */
public final class ObjectiveFunctions {
    /** Matches text that is more likely a misspelled name than a formula: only words. */
    private static final Pattern MISSPELLED_NAME = Pattern.compile("\\s*\\p{L}[\\p{L}\\d_ -]{2,40}");

    private static final Map<String, FunctionFactory> FACTORIES = new LinkedHashMap<>();

    static {
        register("parabola", Map.of("curvature", 1.0), p -> new Parabola(p.value("curvature")));
        register("doubleWell", Map.of("tilt", 0.1), p -> new DoubleWell(p.value("tilt")));
        register("plateau", Map.of(), p -> new Plateau());
        register(
                "tiltedWaves",
                Map.of("curvature", 0.5, "amplitude", 0.5),
                p -> new TiltedWaves(p.value("curvature"), p.value("amplitude")));
        register(TestFunctions.QUARTIC);
        register(TestFunctions.CUBIC);
        register(TestFunctions.KINK);
        register(
                "bowl",
                Map.of("curvatureX", 1.0, "curvatureY", 2.0),
                p -> new Bowl(p.value("curvatureX"), p.value("curvatureY")));
        register("ravine", Map.of("condition", 20.0), p -> new Ravine(p.value("condition")));
        register("rosenbrock", Map.of(), p -> new Rosenbrock());
        register("himmelblau", Map.of(), p -> new Himmelblau());
        register("saddle", Map.of(), p -> new Saddle());
        register(TestFunctions.BEALE);
        register(TestFunctions.BOOTH);
        register(TestFunctions.MATYAS);
        register(TestFunctions.RASTRIGIN);
        register(new Ackley());
        register(TestFunctions.BRANIN);
        register(TestFunctions.STYBLINSKI_TANG);
    }

    private ObjectiveFunctions() {}

    /** Every name, with the functions of one variable first. */
    public static List<String> names() {
        return List.copyOf(FACTORIES.keySet());
    }

    /** Whether {@code text} is one of {@link #names()}, and therefore not a formula. */
    public static boolean isName(String text) {
        return FACTORIES.containsKey(text);
    }

    /** Returns the function with this name or formula, with the default values of its constants. */
    public static ObjectiveFunction of(String function) {
        return of(function, Map.of());
    }

    /**
     * Returns the function with this name or formula.
     *
     * @param function one of {@link #names()}, or a {@link Formula}
     * @param parameters its constants; any that are missing have their default values; a formula has none
     * @throws InvalidInputException for {@code function} if it is neither a name nor a formula, for an unknown
     *     constant, or for a constant that is out of range
     */
    public static ObjectiveFunction of(String function, Map<String, Double> parameters) {
        FunctionFactory functionFactory = FACTORIES.get(function);
        if (functionFactory == null) {
            ObjectiveFunction formulaFunction = fromFormula(function);
            parameters.keySet().forEach(key -> {
                throw new InvalidInputException(key, Rule.FORMULA_NO_PARAMETERS);
            });
            return formulaFunction;
        }
        Map<String, Double> allConstants = new LinkedHashMap<>(functionFactory.defaults());
        parameters.forEach((key, value) -> {
            if (!functionFactory.defaults().containsKey(key)) {
                throw functionFactory.defaults().isEmpty()
                        ? new InvalidInputException(key, Rule.NO_PARAMETERS, function)
                        : new InvalidInputException(
                                key,
                                Rule.UNKNOWN_PARAMETER,
                                function,
                                ClosestMatch.of(key, functionFactory.defaults().keySet()));
            }
            allConstants.put(key, Checks.finite(key, value));
        });
        return functionFactory.create().apply(new FunctionConstants(allConstants));
    }

    private static ObjectiveFunction fromFormula(String text) {
        Optional<FormulaError> formulaError = Formula.findError(text, 2);
        if (formulaError.isEmpty()) {
            return ObjectiveAnalysis.of(Formula.of(text));
        }
        if (MISSPELLED_NAME.matcher(text).matches()) {
            String nearest = ClosestMatch.of(text.strip(), knownWords());
            if (isName(nearest)) {
                throw new InvalidInputException(
                        "function",
                        Rule.FUNCTION_OR_FORMULA,
                        String.join(", ", names()),
                        '"' + text.strip() + '"',
                        nearest);
            }
        }
        throw formulaError.get().toException("function");
    }

    /** Every name that a single word might have been meant as. */
    private static List<String> knownWords() {
        return Stream.concat(Formula.names().stream(), names().stream()).toList();
    }

    private static void register(ObjectiveFunction function) {
        register(function.name(), Map.of(), constants -> function);
    }

    private static void register(
            String name, Map<String, Double> defaults, Function<FunctionConstants, ObjectiveFunction> create) {
        FACTORIES.put(name, new FunctionFactory(defaults, create));
    }

    private record FunctionFactory(
            Map<String, Double> defaults, Function<FunctionConstants, ObjectiveFunction> create) {}

    /** All constants of a function, including the defaults. */
    private record FunctionConstants(Map<String, Double> values) {
        double value(String name) {
            return Objects.requireNonNull(values.get(name), name);
        }
    }
}
