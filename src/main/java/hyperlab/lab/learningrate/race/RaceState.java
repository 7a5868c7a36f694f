package hyperlab.lab.learningrate.race;

import hyperlab.descent.ComparedHyperparameter;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.DescentSetup.Racer;
import hyperlab.descent.ObjectiveFunctions;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The lab's undoable state.
 *
 * @param selected the index of the selected racer
 * @param inactiveRacers the racers of the inactive comparison; empty until it has been active
 * @param inactiveState the state for functions of the other dimension; null until it has been active
 */
public record RaceState(
        DescentSetup setup,
        int selected,
        List<Racer> inactiveRacers,
        @Nullable RaceState inactiveState) {
    /** The state in which a setup is opened: its first racer is selected. */
    public static RaceState of(DescentSetup setup) {
        return new RaceState(setup, 0, List.of(), null);
    }

    public Racer racer() {
        return setup.racers().get(selected);
    }

    public RaceState with(DescentSetup newSetup) {
        return new RaceState(newSetup, selected, inactiveRacers, inactiveState);
    }

    public RaceState with(DescentSetup newSetup, int newlySelected) {
        return new RaceState(newSetup, newlySelected, inactiveRacers, inactiveState);
    }

    public RaceState withRacer(UnaryOperator<Racer> change) {
        return with(setup.withRacer(selected, change));
    }

    /** Switches between curves and surfaces and restores the other state. The display settings carry over. */
    public RaceState withFunctionKind(FunctionKind plane) {
        if (plane == FunctionKind.of(setup)) {
            return this;
        }
        RaceState restored = inactiveState == null ? of(DefaultSetups.defaultSetup(plane)) : inactiveState;
        RaceState suspended = new RaceState(setup, selected, inactiveRacers, null);
        return new RaceState(
                restored.setup().withDisplay(setup.display()),
                restored.selected(),
                restored.inactiveRacers(),
                suspended);
    }

    /** Switches what is compared and restores its previous racers. */
    public RaceState withComparedHyperparameter(ComparedHyperparameter compared) {
        if (compared == setup.comparedHyperparameter()) {
            return this;
        }
        List<Racer> racers = inactiveRacers.isEmpty()
                ? DefaultSetups.defaultRacers(
                        compared, ObjectiveFunctions.of(setup.function(), setup.parameters()), setup.start())
                : inactiveRacers;
        return new RaceState(setup.withComparedHyperparameter(compared, racers), 0, setup.racers(), inactiveState);
    }
}
