package hyperlab.app.descent;

import hyperlab.descent.Contest;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.DescentSetup.Racer;
import hyperlab.descent.Objectives;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All that is undone together.
 *
 * @param selected which of the racers is chosen
 * @param resting the racers of the contest that is not on; empty before it was on for the first time
 * @param other the plane that is not on; null before it was on for the first time
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

    /** Goes over to the other plane, to what was there before; how things are shown stays. */
    RaceState on(Plane plane) {
        if (plane == Plane.of(setup)) {
            return this;
        }
        RaceState resumed = other == null ? new RaceState(Setups.first(plane), 0, List.of(), null) : other;
        RaceState left = new RaceState(setup, selected, resting, null);
        return new RaceState(resumed.setup().withDisplay(setup.display()), resumed.selected(), resumed.resting(), left);
    }

    /** Races in something else, with the racers that were there before. */
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
