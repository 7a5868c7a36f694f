package hyperlab.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chart of a training shows at one moment.
 *
 * @param run the run
 * @param previous the run before, drawn faintly; null for none
 * @param previousName what the run before is called at the end of its line
 * @param lastEpoch where the epoch axis ends, ≥ 1
 * @param marks what was changed while it trained
 * @param head the epoch of the play head with the values there; null hides it
 * @param diverged the epoch in which the run diverged; null where it did not
 */
public record TrainingShot(
        RunCurves run,
        @Nullable RunCurves previous,
        String previousName,
        int lastEpoch,
        List<EventMarks.Event> marks,
        @Nullable Head head,
        @Nullable Integer diverged) {
    public TrainingShot {
        marks = List.copyOf(marks);
    }

    /** The play head at an epoch, with the values there; what is not finite is not drawn. */
    public record Head(int epoch, double train, double validation) {}

    /** A run by itself, over {@code epochs} epochs. */
    public static TrainingShot of(RunCurves run, int epochs) {
        return new TrainingShot(run, null, "", Math.max(1, epochs), List.of(), null, null);
    }

    /** The same with the mark of a run that diverged in {@code epoch}. */
    public TrainingShot divergedIn(int epoch) {
        return new TrainingShot(run, previous, previousName, lastEpoch, marks, head, epoch);
    }
}
