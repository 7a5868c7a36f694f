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
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The functions that the lab shows: those that have a name, and a person's own. */
final class Functions {
    /** Stands for a formula that a person types. */
    static final String OWN = "own";

    /** The constants that functions have, with their usual values. */
    static final Map<String, Double> CONSTANTS = constants();

    private Functions() {}

    private static Map<String, Double> constants() {
        Map<String, Double> constants = new TreeMap<>();
        Objectives.names().stream()
                .map(name -> Objectives.of(name).parameters())
                .forEach(parameters -> parameters.forEach(constants::putIfAbsent));
        return constants;
    }

    /** By name. */
    static List<String> named(Plane plane) {
        return Objectives.names().stream()
                .filter(name -> Objectives.of(name).dimensions() == plane.dimensions())
                .toList();
    }

    /** What can be chosen: the named ones, then a person's own. */
    static List<String> choices(Plane plane) {
        return Stream.concat(named(plane).stream(), Stream.of(OWN)).toList();
    }

    /** Which of {@link #choices} a function is, by its name or formula. */
    static String choice(String function) {
        return Objectives.isName(function) ? function : OWN;
    }

    /** Whether the setup's function is a person's own. */
    static boolean isOwn(DescentSetup setup) {
        return choice(setup.function()).equals(OWN);
    }

    /** What is wrong with a formula for a plane, if anything is. */
    static Optional<Fault> faultIn(Plane plane, String formula) {
        Optional<Fault> fault = Formula.faultIn(formula, plane.dimensions());
        if (fault.isPresent()) {
            return fault;
        }
        Objective objective = Objectives.of(formula);
        if (objective.dimensions() < plane.dimensions()) {
            return Optional.of(new Fault(0, formula.length(), "must have both x and y in it"));
        }
        return canStart(objective, objective.start())
                ? Optional.empty()
                : Optional.of(new Fault(0, formula.length(), "must have a finite value and slope at some x near 0"));
    }

    /** Whether a walk can begin there. */
    static boolean canStart(Objective objective, List<Double> start) {
        double[] point = start.stream().mapToDouble(Double::doubleValue).toArray();
        return Double.isFinite(objective.value(point))
                && DoubleStream.of(objective.gradient(point)).allMatch(Double::isFinite);
    }

    /** Whether the setup's walks can begin where it says. */
    static boolean canStart(DescentSetup setup) {
        return canStart(Objectives.of(setup.function(), setup.parameters()), setup.start());
    }

    /**
     * The same race on another function, from that function's own start. Curves are alike enough to keep the rates;
     * curvatures of surfaces differ by thousands, so there the rates go along with them.
     */
    static DescentSetup on(DescentSetup setup, String function) {
        Objective objective = Objectives.of(function);
        DescentSetup moved = setup.withFunction(objective, objective.start());
        return objective.dimensions() == 1 ? moved : moved.withRacers(Setups.carried(setup, objective));
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
