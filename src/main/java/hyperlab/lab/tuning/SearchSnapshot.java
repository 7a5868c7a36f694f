package hyperlab.lab.tuning;

import hyperlab.diagnosis.TrainingDoctor;
import hyperlab.finding.Finding;
import hyperlab.tune.SearchDoctor;
import hyperlab.tune.SearchRemedy;
import hyperlab.tune.SurrogateSnapshot;
import hyperlab.tune.TrialRanking;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TrialReplication.ReplicatedTrial;
import hyperlab.tune.TuningStudy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The search at one playback position.
 *
 * @param position the number of finished trials
 * @param rows these trials and, at the latest position, the running ones
 * @param repeats the best trials under other seeds; empty if they were not repeated
 */
record SearchSnapshot(SearchState search, int position, List<TrialRecord> rows, List<ReplicatedTrial> repeats) {
    SearchSnapshot {
        rows = List.copyOf(rows);
        repeats = List.copyOf(repeats);
    }

    static SearchSnapshot of(SearchState search, int position) {
        return of(search, position, List.of());
    }

    static SearchSnapshot of(SearchState search, int position, List<ReplicatedTrial> repeats) {
        List<TrialRecord> over = search.finishedTrials();
        if (position >= over.size()) {
            return new SearchSnapshot(search, over.size(), search.rows(), repeats);
        }
        return new SearchSnapshot(search, position, new ArrayList<>(over.subList(0, position)), repeats);
    }

    TuningStudy study() {
        return search.study();
    }

    List<TrialRecord> finishedTrials() {
        return rows.stream().filter(row -> row.state().isFinal()).toList();
    }

    Optional<TrialRecord> best() {
        return ranking().best();
    }

    /** The order of the trials, in which repeats of the best ones count. */
    TrialRanking ranking() {
        return TrialRanking.of(study(), rows, repeats);
    }

    /**
     * The doctor's findings about these trials, the most severe first.
     *
     * @param scaleRatio how different the scales of the features are; NaN if it is not known
     */
    List<Finding<List<String>, SearchRemedy>> findings(double scaleRatio) {
        return SearchDoctor.examine(new SearchDoctor.Input(
                study(),
                rows,
                search.isRunning(),
                (key, value) -> study().experiment() != null
                        && TrialSource.findError(study(), key, value).isEmpty(),
                new SearchDoctor.Scales(scaleRatio, TrainingDoctor.SCALE_RATIO)));
    }

    /** The model that proposed the next trials; empty if no model did. */
    Optional<SurrogateSnapshot> model() {
        return search.modelAfter(position);
    }
}
