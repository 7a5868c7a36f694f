package hyperlab.app.descent;

import hyperlab.descent.DescentSetup;
import hyperlab.descent.Objective;
import hyperlab.descent.Objectives;
import java.util.List;

/** The functions that the lab shows. */
final class Functions {
    /** Names of the constants that these functions have. */
    static final List<String> CONSTANTS = Objectives.names().stream()
            .map(Objectives::of)
            .filter(objective -> objective.dimensions() == 1)
            .flatMap(objective -> objective.parameters().keySet().stream())
            .distinct()
            .sorted()
            .toList();

    private static final List<String> OF_ONE_VARIABLE = Objectives.names().stream()
            .filter(name -> Objectives.of(name).dimensions() == 1)
            .toList();

    private Functions() {}

    static List<String> ofOneVariable() {
        return OF_ONE_VARIABLE;
    }

    /** The same race on another function, from that function's own start. */
    static DescentSetup on(DescentSetup setup, String function) {
        Objective objective = Objectives.of(function);
        return new DescentSetup(function, objective.parameters(), objective.start(), setup.steps(), setup.racers());
    }

    /** The same setup with every constant filled in. */
    static DescentSetup complete(DescentSetup setup) {
        Objective objective = Objectives.of(setup.function(), setup.parameters());
        return new DescentSetup(setup.function(), objective.parameters(), setup.start(), setup.steps(), setup.racers());
    }
}
