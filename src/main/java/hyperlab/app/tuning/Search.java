package hyperlab.app.tuning;

import hyperlab.chart.Curve;
import hyperlab.tune.Found;
import hyperlab.tune.Outlook;
import hyperlab.tune.Study;
import hyperlab.tune.TrialRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A search as it stands. Immutable, as it passes between threads.
 *
 * @param rows every trial that has begun, in order
 * @param found what is known of them, to be kept
 * @param outlooks what the model made of the trials before each that it chose, in order
 * @param curves the objective over the epochs, by the number of the trial
 * @param seconds that it has run in this window
 */
record Search(
        Study study,
        State state,
        List<TrialRow> rows,
        List<Found> found,
        List<Outlook> outlooks,
        Map<Integer, Curve> curves,
        double seconds) {
    /** Where it stands. */
    enum State {
        /** It can go on. */
        READY,
        RUNNING,
        /** Its budget is spent. */
        DONE
    }

    Search {
        rows = List.copyOf(rows);
        found = List.copyOf(found);
        outlooks = List.copyOf(outlooks);
        curves = Map.copyOf(curves);
    }

    static Search none(Study study, List<Found> found) {
        return new Search(study, State.READY, List.of(), found, List.of(), Map.of(), 0);
    }

    /** The trials that are over, in order. */
    List<TrialRow> over() {
        return rows.stream().filter(row -> row.state().isOver()).toList();
    }

    boolean isRunning() {
        return state == State.RUNNING;
    }

    Search in(State other) {
        return new Search(study, other, rows, found, outlooks, curves, seconds);
    }

    /** The newest outlook of exactly so many trials. */
    Optional<Outlook> outlookAfter(int trials) {
        for (int i = outlooks.size() - 1; i >= 0; i--) {
            if (outlooks.get(i).trials() == trials) {
                return Optional.of(outlooks.get(i));
            }
        }
        return Optional.empty();
    }
}
