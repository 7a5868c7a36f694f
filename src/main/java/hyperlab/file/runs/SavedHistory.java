package hyperlab.file.runs;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingOutcome;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The history of a run.
 *
 * @param stride the rows are those of epochs divisible by it, and of the last epoch
 * @param rows the reports in order, at least one
 * @param best the report with the lowest validation loss
 * @param outcome how the run ended; null if it did not end
 * @param branchedAt the epoch at which it branched off another run; 0 for a run from the start
 * @param changes changes of settings during training, in order
 */
public record SavedHistory(
        int stride,
        List<EpochReport> rows,
        EpochReport best,
        @Nullable TrainingOutcome outcome,
        int branchedAt,
        List<SettingChange> changes) {
    public SavedHistory {
        rows = List.copyOf(rows);
        changes = List.copyOf(changes);
        if (rows.isEmpty()) {
            throw new InvalidInputException("rows", Rule.HISTORY_EMPTY);
        }
    }

    SavedHistory mapExperiments(UnaryOperator<Experiment> mapper) {
        return new SavedHistory(
                stride,
                rows,
                best,
                outcome,
                branchedAt,
                changes.stream()
                        .map(change -> new SettingChange(
                                change.setting(),
                                change.epoch(),
                                change.step(),
                                mapper.apply(change.before()),
                                mapper.apply(change.after())))
                        .toList());
    }

    /**
     * A setting that was changed during training.
     *
     * @param epoch the fractional epoch at which the change took effect
     * @param step optimizer steps done by then
     * @param before an experiment with the old value
     * @param after an experiment with the new value
     */
    public record SettingChange(ChangedSetting setting, double epoch, long step, Experiment before, Experiment after) {}
}
