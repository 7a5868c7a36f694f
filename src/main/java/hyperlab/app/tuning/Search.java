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
 * The state of a search. Immutable, because it is passed between threads.
 *
 * @param rows all started trials, in order
 * @param found the results to keep
 * @param outlooks the model's predictions before each trial that it chose, in order
 * @param curves the objective by epoch, keyed by trial number
 * @param seconds how long it has run in this window, in seconds
 */
record Search(
        Study study,
        State state,
        List<TrialRow> rows,
        List<Found> found,
        List<Outlook> outlooks,
        Map<Integer, Curve> curves,
        double seconds) {
    /** The progress of a search. */
    enum State {
        /** It can start or continue. */
        READY,
        RUNNING,
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

    /** The finished trials, in order. */
    List<TrialRow> over() {
        return rows.stream().filter(row -> row.state().isOver()).toList();
    }

    boolean isRunning() {
        return state == State.RUNNING;
    }

    Search in(State other) {
        return new Search(study, other, rows, found, outlooks, curves, seconds);
    }

    /** The latest model fitted to exactly {@code trials} trials. */
    Optional<Outlook> outlookAfter(int trials) {
        for (int i = outlooks.size() - 1; i >= 0; i--) {
            if (outlooks.get(i).trials() == trials) {
                return Optional.of(outlooks.get(i));
            }
        }
        return Optional.empty();
    }
}
