package hyperlab.lab.tuning;

import hyperlab.chart.series.Curve;
import hyperlab.tune.JournalEntry;
import hyperlab.tune.SurrogateSnapshot;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningStudy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The state of a search. Immutable, because it is passed between threads.
 *
 * @param rows all started trials, in order
 * @param results the results to keep
 * @param models the model's predictions before each trial that it chose, in order
 * @param curves the objective by epoch, keyed by trial number
 * @param seconds how long it has run in this window, in seconds
 */
record SearchState(
        TuningStudy study,
        SearchStatus status,
        List<TrialRecord> rows,
        List<JournalEntry> results,
        List<SurrogateSnapshot> models,
        Map<Integer, Curve> curves,
        double seconds) {
    /** The progress of a search. */
    enum SearchStatus {
        /** It can start or continue. */
        READY,
        RUNNING,
        DONE
    }

    SearchState {
        rows = List.copyOf(rows);
        results = List.copyOf(results);
        models = List.copyOf(models);
        curves = Map.copyOf(curves);
    }

    static SearchState notStarted(TuningStudy study, List<JournalEntry> found, Map<Integer, Curve> curves) {
        return new SearchState(study, SearchStatus.READY, List.of(), found, List.of(), curves, 0);
    }

    /** The finished trials, in order. */
    List<TrialRecord> finishedTrials() {
        return rows.stream().filter(row -> row.state().isFinal()).toList();
    }

    boolean isRunning() {
        return status == SearchStatus.RUNNING;
    }

    SearchState withStatus(SearchStatus other) {
        return new SearchState(study, other, rows, results, models, curves, seconds);
    }

    /** The latest model fitted to exactly {@code trials} trials. */
    Optional<SurrogateSnapshot> modelAfter(int trials) {
        for (int i = models.size() - 1; i >= 0; i--) {
            if (models.get(i).trials() == trials) {
                return Optional.of(models.get(i));
            }
        }
        return Optional.empty();
    }
}
