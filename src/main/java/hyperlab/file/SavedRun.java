package hyperlab.file;

import hyperlab.playground.PlaygroundExperiment;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run that is kept for comparison, with what it reported.
 *
 * @param name what the person calls it; empty for none
 * @param look the series whose colour it wears, from 0
 * @param visible whether its curves are drawn
 * @param pinned whether it stays when others begin
 * @param experiment what it was started with
 * @param original the TensorFlow Playground link that it is of; null for a run of the experiment
 * @param stride the rows are of the epochs that this divides, and of the last
 * @param rows its reports in order, at least one
 * @param best the report with the lowest validation loss
 * @param outcome how it ended; null where it did not
 */
public record SavedRun(
        String name,
        int look,
        boolean visible,
        boolean pinned,
        Experiment experiment,
        @Nullable PlaygroundExperiment original,
        int stride,
        List<EpochReport> rows,
        EpochReport best,
        @Nullable TrainingOutcome outcome) {
    public SavedRun {
        rows = List.copyOf(rows);
    }
}
