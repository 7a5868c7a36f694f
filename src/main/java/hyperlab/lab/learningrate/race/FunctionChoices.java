package hyperlab.lab.learningrate.race;

import hyperlab.descent.DescentSetup;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.descent.formula.Formula;
import hyperlab.descent.formula.FormulaError;
import hyperlab.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The functions that the lab offers: predefined functions and the user's own formula. */
public final class FunctionChoices {
    /** The choice that stands for a formula typed by the user. */
    public static final String USER_FORMULA = "own";

    /** All constants of the predefined functions, with their default values. */
    public static final Map<String, Double> DEFAULT_CONSTANTS = constants();

    private FunctionChoices() {}

    private static Map<String, Double> constants() {
        Map<String, Double> constants = new TreeMap<>();
        ObjectiveFunctions.names().stream()
                .map(name -> ObjectiveFunctions.of(name).parameters())
                .forEach(parameters -> parameters.forEach(constants::putIfAbsent));
        return constants;
    }

    /** The names of the predefined functions. */
    public static List<String> predefined(FunctionKind plane) {
        return ObjectiveFunctions.names().stream()
                .filter(name -> ObjectiveFunctions.of(name).dimensions() == plane.dimensions())
                .toList();
    }

    /** The available choices: the predefined functions, then {@link #USER_FORMULA}. */
    public static List<String> choices(FunctionKind plane) {
        return Stream.concat(predefined(plane).stream(), Stream.of(USER_FORMULA))
                .toList();
    }

    /** The one of {@link #choices} that matches a function's name or formula. */
    public static String choiceFor(String function) {
        return ObjectiveFunctions.isName(function) ? function : USER_FORMULA;
    }

    /** Whether the setup's function is a formula typed by the user. */
    public static boolean isUserFormula(DescentSetup setup) {
        return choiceFor(setup.function()).equals(USER_FORMULA);
    }

    /** The error in a formula for functions of the given dimension; empty if it is valid. */
    public static Optional<FormulaError> findFault(FunctionKind plane, String formula) {
        Optional<FormulaError> fault = Formula.findError(formula, plane.dimensions());
        if (fault.isPresent()) {
            return fault;
        }
        ObjectiveFunction objective = ObjectiveFunctions.of(formula);
        if (objective.dimensions() < plane.dimensions()) {
            return Optional.of(new FormulaError(0, formula.length(), Rule.FORMULA_BOTH_VARIABLES, List.of()));
        }
        return canStart(objective, objective.start())
                ? Optional.empty()
                : Optional.of(new FormulaError(0, formula.length(), Rule.FORMULA_NOT_FINITE, List.of()));
    }

    /** Whether the value and the gradient at the start are finite. */
    static boolean canStart(ObjectiveFunction objective, List<Double> start) {
        double[] point = start.stream().mapToDouble(Double::doubleValue).toArray();
        return Double.isFinite(objective.value(point))
                && DoubleStream.of(objective.gradient(point)).allMatch(Double::isFinite);
    }

    /** Whether the value and the gradient at the setup's start are finite. */
    public static boolean canStart(DescentSetup setup) {
        return canStart(ObjectiveFunctions.of(setup.function(), setup.parameters()), setup.start());
    }

    /**
     * Moves the race to another function and that function's default start. Curvatures can differ by factors of
     * thousands, so the rates are rescaled: each racer keeps its regime.
     */
    public static DescentSetup withFunction(DescentSetup setup, String function) {
        ObjectiveFunction objective = ObjectiveFunctions.of(function);
        return setup.withFunction(objective, objective.start())
                .withRacers(DefaultSetups.rescaledRacers(setup, objective));
    }

    /**
     * Moves the race to another formula. The start stays the same if it is valid there; otherwise the formula's default
     * start is used.
     */
    public static DescentSetup withFormula(DescentSetup setup, String formula) {
        ObjectiveFunction objective = ObjectiveFunctions.of(formula);
        List<Double> start = canStart(objective, setup.start()) ? setup.start() : objective.start();
        return setup.withFunction(objective, start);
    }

    /** Returns the setup with default values for all missing constants. */
    public static DescentSetup withDefaultConstants(DescentSetup setup) {
        return setup.withFunction(ObjectiveFunctions.of(setup.function(), setup.parameters()), setup.start());
    }
}
