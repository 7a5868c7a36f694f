package hyperlab.file;

import hyperlab.rule.Refusal;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingOutcome;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a run reported.
 *
 * @param stride the rows are of the epochs that this divides, and of the last
 * @param rows its reports in order, at least one
 * @param best the report with the lowest validation loss
 * @param outcome how it ended; null where it did not
 * @param branchedAt the epoch at which it left another run; 0 for a run from the start
 * @param changes of settings while it trained, in order
 */
public record SavedHistory(
        int stride,
        List<EpochReport> rows,
        EpochReport best,
        @Nullable TrainingOutcome outcome,
        int branchedAt,
        List<Change> changes) {
    public SavedHistory {
        rows = List.copyOf(rows);
        changes = List.copyOf(changes);
        if (rows.isEmpty()) {
            throw new Refusal("rows", "must hold at least one row");
        }
    }

    SavedHistory withEach(UnaryOperator<Experiment> other) {
        return new SavedHistory(
                stride,
                rows,
                best,
                outcome,
                branchedAt,
                changes.stream()
                        .map(change -> new Change(
                                change.setting(),
                                change.epoch(),
                                change.step(),
                                other.apply(change.before()),
                                other.apply(change.after())))
                        .toList());
    }

    /**
     * A setting that was changed while the run trained.
     *
     * @param epoch where on the epoch axis the next step took it up, with the part of the epoch that was done
     * @param step optimizer steps done by then
     * @param before an experiment with the value until then
     * @param after one with the value from then on
     */
    public record Change(ChangedSetting setting, double epoch, long step, Experiment before, Experiment after) {}
}
