package hyperlab.app.tuning;

import hyperlab.chart.TuningChartModels;
import hyperlab.tune.Outlook;
import hyperlab.tune.Study;
import hyperlab.tune.TrialRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The search at one playback position.
 *
 * @param position the number of finished trials
 * @param rows these trials and, at the latest position, the running ones
 */
record SearchSnapshot(SearchState search, int position, List<TrialRow> rows) {
    SearchSnapshot {
        rows = List.copyOf(rows);
    }

    static SearchSnapshot of(SearchState search, int position) {
        List<TrialRow> over = search.finishedTrials();
        if (position >= over.size()) {
            return new SearchSnapshot(search, over.size(), search.rows());
        }
        return new SearchSnapshot(search, position, new ArrayList<>(over.subList(0, position)));
    }

    Study study() {
        return search.study();
    }

    List<TrialRow> finishedTrials() {
        return rows.stream().filter(row -> row.state().isOver()).toList();
    }

    Optional<TrialRow> best() {
        return TuningChartModels.ranked(study(), rows).stream().findFirst();
    }

    /** The model that proposed the next trials; empty if no model did. */
    Optional<Outlook> model() {
        return search.modelAfter(position);
    }
}
