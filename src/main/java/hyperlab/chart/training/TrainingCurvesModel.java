package hyperlab.chart.training;

import hyperlab.chart.series.Curve;
import hyperlab.log.LogAxis;
import hyperlab.log.TrainingLog;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a training chart shows at one moment.
 *
 * @param runs at most one of them chosen
 * @param bands the spread of runs across several seeds
 * @param lastEpoch where the epoch axis ends; values below 1 become 1
 * @param playHead the epoch of the play head with the chosen run's values there; null hides it
 * @param marks further marks
 */
public record TrainingCurvesModel(
        List<RunLine> runs,
        List<RunBand> bands,
        int lastEpoch,
        @Nullable PlayHeadValues playHead,
        TrainingMarks marks) {
    public TrainingCurvesModel {
        runs = List.copyOf(runs);
        bands = List.copyOf(bands);
        lastEpoch = Math.max(1, lastEpoch);
    }

    /** The play head at an epoch, with the values there; values that are not finite are not drawn. */
    public record PlayHeadValues(int epoch, double train, double validation) {}

    /**
     * Marks of the chosen run.
     *
     * @param changes changes made while it trained
     * @param bestEpoch the epoch of its lowest validation loss; null for no mark
     * @param shadesGap whether the area between its two lines is shaded
     * @param crosshair the values of all lines at the pointer; null for none
     */
    public record TrainingMarks(
            List<EventMarkers.Event> changes,
            @Nullable Integer bestEpoch,
            boolean shadesGap,
            @Nullable CrosshairValues crosshair) {
        public static final TrainingMarks NONE = new TrainingMarks(List.of(), null, false, null);

        public TrainingMarks {
            changes = List.copyOf(changes);
        }
    }

    /** Returns a single run over {@code epochs} epochs. */
    public static TrainingCurvesModel of(RunCurves run, int epochs) {
        return new TrainingCurvesModel(
                List.of(new RunLine("", 0, run, null, true, null)), List.of(), epochs, null, TrainingMarks.NONE);
    }

    /** Returns another program's log alone, with the position from which its training loss is not finite. */
    public static TrainingCurvesModel of(TrainingLog log, LogAxis axis, RunCurves curves) {
        TrainingCurvesModel model = of(curves, log.lastPosition(axis));
        Integer diverged = log.divergedAt(axis);
        return diverged == null ? model : model.withDivergence(diverged);
    }

    /**
     * Returns a copy in which another run is chosen, up to its last position. The run that was chosen is left out, and
     * so are the marks, which are about it.
     *
     * @param index the index of the run, which is not the chosen one
     */
    public TrainingCurvesModel choosing(int index, int lastPosition) {
        List<RunLine> others = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            RunLine run = runs.get(i);
            if (i == index) {
                others.add(run.asChosen());
            } else if (!run.chosen()) {
                others.add(run);
            }
        }
        return new TrainingCurvesModel(others, bands, lastPosition, null, TrainingMarks.NONE);
    }

    /** Returns the state at a position, whether or not the run has values there. */
    public TrainingCurvesModel until(int position) {
        RunLine run = chosenRun();
        return run == null
                ? this
                : with(new PlayHeadValues(
                                position,
                                valueAt(run.curves().train(), position),
                                valueAt(run.curves().validation(), position)))
                        .untilPlayHead();
    }

    /** The value at a position; NaN between values, which hides the mark of the play head. */
    private static double valueAt(Curve curve, int position) {
        for (int i = 0; i < curve.size(); i++) {
            if (curve.x(i) == position) {
                return curve.y(i);
            }
        }
        return Double.NaN;
    }

    /** Returns a copy whose chosen run is marked as diverged in {@code epoch}. */
    public TrainingCurvesModel withDivergence(int epoch) {
        List<RunLine> marked = new ArrayList<>();
        for (RunLine run : runs) {
            marked.add(run.chosen() ? run.withDivergence(epoch) : run);
        }
        return new TrainingCurvesModel(marked, bands, lastEpoch, playHead, marks);
    }

    public TrainingCurvesModel with(@Nullable PlayHeadValues newHead) {
        return new TrainingCurvesModel(runs, bands, lastEpoch, newHead, marks);
    }

    public TrainingCurvesModel with(TrainingMarks newNotes) {
        return new TrainingCurvesModel(runs, bands, lastEpoch, playHead, newNotes);
    }

    /** Returns the state at the play head: the lines of the chosen run end there, and later events are not marked. */
    public TrainingCurvesModel untilPlayHead() {
        RunLine run = chosenRun();
        PlayHeadValues headValues = playHead;
        if (run == null || headValues == null || !run.continuesAfter(headValues.epoch())) {
            return this;
        }
        List<RunLine> cut = runs.stream()
                .map(each -> each.chosen() ? each.until(headValues) : each)
                .toList();
        List<EventMarkers.Event> before = marks.changes().stream()
                .filter(change -> change.x() <= headValues.epoch())
                .toList();
        return new TrainingCurvesModel(
                cut,
                bands,
                lastEpoch,
                headValues,
                new TrainingMarks(before, null, marks.shadesGap(), marks.crosshair()));
    }

    /** Returns the chosen run; null if there is none. */
    @Nullable
    RunLine chosenRun() {
        return runs.stream().filter(RunLine::chosen).findFirst().orElse(null);
    }
}
