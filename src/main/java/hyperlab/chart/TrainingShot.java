package hyperlab.chart;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a training chart shows at one moment.
 *
 * @param runs at most one of them chosen
 * @param bands the spread of runs across several seeds
 * @param lastEpoch where the epoch axis ends; values below 1 become 1
 * @param head the epoch of the play head with the chosen run's values there; null hides it
 * @param notes further marks
 */
public record TrainingShot(
        List<RunLine> runs,
        List<RunBand> bands,
        int lastEpoch,
        @Nullable Head head,
        Notes notes) {
    public TrainingShot {
        runs = List.copyOf(runs);
        bands = List.copyOf(bands);
        lastEpoch = Math.max(1, lastEpoch);
    }

    /** The play head at an epoch, with the values there; values that are not finite are not drawn. */
    public record Head(int epoch, double train, double validation) {}

    /**
     * Marks of the chosen run.
     *
     * @param changes changes made while it trained
     * @param best the epoch of its lowest validation loss; null for no mark
     * @param gap whether the area between its two lines is shaded
     * @param cursor the values of all lines at the pointer; null for none
     */
    public record Notes(
            List<EventMarks.Event> changes,
            @Nullable Integer best,
            boolean gap,
            @Nullable CursorReading cursor) {
        public static final Notes NONE = new Notes(List.of(), null, false, null);

        public Notes {
            changes = List.copyOf(changes);
        }
    }

    /** Returns a single run over {@code epochs} epochs. */
    public static TrainingShot of(RunCurves run, int epochs) {
        return new TrainingShot(
                List.of(new RunLine("", 0, run, null, true, null)), List.of(), epochs, null, Notes.NONE);
    }

    /** Returns a copy whose chosen run is marked as diverged in {@code epoch}. */
    public TrainingShot divergedIn(int epoch) {
        List<RunLine> marked = new ArrayList<>();
        for (RunLine run : runs) {
            marked.add(run.chosen() ? new RunLine(run.name(), run.look(), run.curves(), run.raw(), true, epoch) : run);
        }
        return new TrainingShot(marked, bands, lastEpoch, head, notes);
    }

    public TrainingShot with(@Nullable Head newHead) {
        return new TrainingShot(runs, bands, lastEpoch, newHead, notes);
    }

    public TrainingShot with(Notes newNotes) {
        return new TrainingShot(runs, bands, lastEpoch, head, newNotes);
    }

    /** Returns the state at the play head: the lines of the chosen run end there, and later events are not marked. */
    public TrainingShot untilHead() {
        RunLine run = chosen();
        Head at = head;
        if (run == null || at == null || !run.isBeyond(at.epoch())) {
            return this;
        }
        List<RunLine> cut =
                runs.stream().map(each -> each.chosen() ? each.until(at) : each).toList();
        List<EventMarks.Event> before = notes.changes().stream()
                .filter(change -> change.x() <= at.epoch())
                .toList();
        return new TrainingShot(cut, bands, lastEpoch, at, new Notes(before, null, notes.gap(), notes.cursor()));
    }

    /** Returns the chosen run; null if there is none. */
    @Nullable
    RunLine chosen() {
        return runs.stream().filter(RunLine::chosen).findFirst().orElse(null);
    }
}
