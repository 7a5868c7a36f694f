package hyperlab.file.runs;

import hyperlab.log.LogAxis;
import hyperlab.log.TrainingLog;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingOutcome;
import java.util.ArrayList;
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
    private static final int MAX_LOG_ROWS = 2_000;

    public SavedHistory {
        rows = List.copyOf(rows);
        changes = List.copyOf(changes);
        if (rows.isEmpty()) {
            throw new InvalidInputException("rows", Rule.HISTORY_EMPTY);
        }
    }

    /**
     * The history of a log over an axis: at each position, the latest values up to it. It is bounded, so that of a long
     * log it has only every k-th position.
     */
    public static SavedHistory ofLog(TrainingLog log, LogAxis axis) {
        Integer diverged = log.divergedAt(axis);
        int last = diverged == null ? log.lastPosition(axis) : Math.max(0, diverged - 1);
        int stride = 1;
        while (last / stride > MAX_LOG_ROWS) {
            stride *= 2;
        }
        LogPositions positions = new LogPositions(log, axis);
        List<EpochReport> rows = new ArrayList<>();
        for (int position = 0; position <= last - stride; position += stride) {
            rows.add(positions.at(position));
        }
        int regular = last - last % stride;
        if (rows.isEmpty() || rows.get(rows.size() - 1).epoch() < regular) {
            rows.add(positions.at(regular));
        }
        if (regular < last) {
            rows.add(positions.at(last));
        }
        EpochReport best = rows.get(0);
        for (EpochReport row : rows) {
            best = row.isBetterThan(best) ? row : best;
        }
        TrainingOutcome outcome = diverged == null
                ? new TrainingOutcome.Completed(last, best.epoch(), false)
                : new TrainingOutcome.Diverged(last, best.epoch(), Double.NaN);
        return new SavedHistory(stride, rows, best, outcome, 0, List.of());
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
