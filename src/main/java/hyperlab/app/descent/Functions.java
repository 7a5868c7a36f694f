package hyperlab.app.descent;

import hyperlab.descent.DescentSetup;
import hyperlab.descent.Objective;
import hyperlab.descent.Objectives;
import hyperlab.descent.formula.Fault;
import hyperlab.descent.formula.Formula;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The functions that the lab shows: those of one variable that have a name, and a person's own. */
final class Functions {
    /** Stands for a formula that a person types. */
    static final String OWN = "own";

    /** The constants that functions have, with their usual values. */
    static final Map<String, Double> CONSTANTS = constants();

    private static final List<String> OF_ONE_VARIABLE = Objectives.names().stream()
            .filter(name -> Objectives.of(name).dimensions() == 1)
            .toList();

    private Functions() {}

    /** By name. */
    static List<String> ofOneVariable() {
        return OF_ONE_VARIABLE;
    }

    /** What can be chosen: the named ones, then a person's own. */
    static List<String> choices() {
        return Stream.concat(OF_ONE_VARIABLE.stream(), Stream.of(OWN)).toList();
    }

    /** Which of {@link #choices()} a function is, by its name or formula. */
    static String choice(String function) {
        return Objectives.isName(function) ? function : OWN;
    }

    /** Whether the setup's function is a person's own. */
    static boolean isOwn(DescentSetup setup) {
        return choice(setup.function()).equals(OWN);
    }

    /** Whether the lab can show a function, by its name or formula. */
    static boolean isOfOneVariable(String function) {
        return Objectives.isName(function)
                ? OF_ONE_VARIABLE.contains(function)
                : Formula.faultIn(function, 1).isEmpty();
    }

    /** What is wrong with a formula for this lab, if anything is. */
    static Optional<Fault> faultIn(String formula) {
        return Formula.faultIn(formula, 1)
                .or(() ->
                        canStart(Objectives.of(formula), Objectives.of(formula).start())
                                ? Optional.empty()
                                : Optional.of(new Fault(
                                        0, formula.length(), "must have a finite value and slope at some x near 0")));
    }

    /** Whether a walk can begin there. */
    static boolean canStart(Objective objective, List<Double> start) {
        double x = start.get(0);
        return Double.isFinite(objective.value(x)) && Double.isFinite(objective.gradient(x)[0]);
    }

    /** Whether the setup's walks can begin where it says. */
    static boolean canStart(DescentSetup setup) {
        return canStart(Objectives.of(setup.function(), setup.parameters()), setup.start());
    }

    private static Map<String, Double> constants() {
        Map<String, Double> constants = new TreeMap<>();
        Objectives.names().stream()
                .map(name -> Objectives.of(name).parameters())
                .forEach(parameters -> parameters.forEach(constants::putIfAbsent));
        return constants;
    }

    /** The same race on another function, from that function's own start. */
    static DescentSetup on(DescentSetup setup, String function) {
        Objective objective = Objectives.of(function);
        return setup.withFunction(objective, objective.start());
    }

    /** The same race on another formula; from the same start if it is one there too, else from the formula's own. */
    static DescentSetup onFormula(DescentSetup setup, String formula) {
        Objective objective = Objectives.of(formula);
        List<Double> start = canStart(objective, setup.start()) ? setup.start() : objective.start();
        return setup.withFunction(objective, start);
    }

    /** The same setup with every constant filled in. */
    static DescentSetup complete(DescentSetup setup) {
        return setup.withFunction(Objectives.of(setup.function(), setup.parameters()), setup.start());
    }
}
