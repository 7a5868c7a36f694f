package hyperlab.app.descent;

import hyperlab.descent.Contest;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.DescentSetup.Racer;
import hyperlab.descent.Objectives;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The lab's undoable state.
 *
 * @param selected the index of the selected racer
 * @param resting the racers of the inactive contest; empty until it has been active
 * @param other the state for functions of the other dimension; null until it has been active
 */
record RaceState(
        DescentSetup setup,
        int selected,
        List<Racer> resting,
        @Nullable RaceState other) {
    Racer racer() {
        return setup.racers().get(selected);
    }

    RaceState with(DescentSetup newSetup) {
        return new RaceState(newSetup, selected, resting, other);
    }

    RaceState with(DescentSetup newSetup, int newlySelected) {
        return new RaceState(newSetup, newlySelected, resting, other);
    }

    RaceState withRacer(UnaryOperator<Racer> change) {
        return with(setup.withRacer(selected, change));
    }

    /** Switches between curves and surfaces and restores the other state. The display settings carry over. */
    RaceState on(Plane plane) {
        if (plane == Plane.of(setup)) {
            return this;
        }
        RaceState resumed = other == null ? new RaceState(Setups.first(plane), 0, List.of(), null) : other;
        RaceState left = new RaceState(setup, selected, resting, null);
        return new RaceState(resumed.setup().withDisplay(setup.display()), resumed.selected(), resumed.resting(), left);
    }

    /** Switches the contest and restores its previous racers. */
    RaceState race(Contest contest) {
        if (contest == setup.contest()) {
            return this;
        }
        List<Racer> racers = resting.isEmpty()
                ? Setups.racers(contest, Objectives.of(setup.function(), setup.parameters()), setup.start())
                : resting;
        return new RaceState(setup.withContest(contest, racers), 0, setup.racers(), other);
    }
}
