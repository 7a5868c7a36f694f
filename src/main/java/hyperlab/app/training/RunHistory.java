package hyperlab.app.training;

import hyperlab.chart.BoundedSeries;
import hyperlab.chart.SmoothedSeries;
import hyperlab.file.SavedHistory;
import hyperlab.nn.Evaluation;
import hyperlab.train.EpochReport;
import hyperlab.train.TrainingOutcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run has reported: its rows, its curves at a bounded number of points, what was changed on the way and how it
 * ended. Up to {@link #MOST_ROWS} rows all are
 * kept; then every second is dropped, as often as it takes, so that a run of any length fits. Any thread: the worker
 * adds, the window reads.
 */
final class RunHistory {
    static final int MOST_ROWS = 100_000;

    private static final int MOST_MARKS = 100;

    private final List<EpochReport> rows = new ArrayList<>();
    private final BoundedSeries trainLoss = new BoundedSeries();
    private final BoundedSeries validationLoss = new BoundedSeries();
    private final BoundedSeries trainAccuracy = new BoundedSeries();
    private final BoundedSeries validationAccuracy = new BoundedSeries();
    private final SmoothedSeries smoothTrainLoss = new SmoothedSeries();
    private final SmoothedSeries smoothValidationLoss = new SmoothedSeries();
    private final SmoothedSeries smoothTrainAccuracy = new SmoothedSeries();
    private final SmoothedSeries smoothValidationAccuracy = new SmoothedSeries();
    private @Nullable Curves curves;
    private @Nullable Curves smoothed;
    private int stride = 1;
    private int branchedAt;
    private @Nullable EpochReport newest;
    private @Nullable EpochReport best;
    private @Nullable RunFacts facts;
    private @Nullable TrainingOutcome outcome;
    private @Nullable Evaluation test;
    private List<Mark> marks = List.of();

    /**
     * That of a run that leaves this one at the end of {@code epoch}: the rows and marks until then, and curves that begin
     * there.
     */
    synchronized RunHistory branch(int epoch) {
        RunHistory branch = new RunHistory();
        branch.stride = stride;
        branch.facts = facts;
        branch.branchedAt = epoch;
        branch.marks = marks.stream().filter(mark -> mark.epoch() <= epoch).toList();
        for (EpochReport row : rows) {
            if (row.epoch() < epoch) {
                branch.rows.add(row);
                branch.best = branch.best == null || row.isBetterThan(branch.best) ? row : branch.best;
            }
        }
        EpochReport last = at(epoch);
        if (last != null) {
            branch.add(last);
        }
        return branch;
    }

    /** What was {@link #saved} of a run. */
    static RunHistory of(SavedHistory saved) {
        RunHistory history = new RunHistory();
        history.stride = saved.stride();
        history.branchedAt = saved.branchedAt();
        for (EpochReport row : saved.rows()) {
            if (row.epoch() < saved.branchedAt()) {
                history.rows.add(row);
            } else {
                history.add(row);
            }
        }
        history.best = saved.best();
        history.outcome = saved.outcome();
        history.marks = saved.changes().stream().map(Mark::of).toList();
        return history;
    }

    /** All that a file keeps, with the rows thinned to about {@code most}; null before there is any. */
    synchronized @Nullable SavedHistory saved(int most) {
        EpochReport last = newest;
        EpochReport lowest = best;
        if (last == null || lowest == null) {
            return null;
        }
        int factor = 1;
        while (rows.size() / factor > most) {
            factor *= 2;
        }
        int wide = stride * factor;
        List<EpochReport> thinned = new ArrayList<>(
                rows.stream().filter(row -> row.epoch() % wide == 0).toList());
        if (last.epoch() % wide != 0) {
            thinned.add(last);
        }
        return new SavedHistory(
                wide,
                thinned,
                lowest,
                outcome,
                branchedAt,
                marks.stream().map(Mark::saved).toList());
    }

    /** The epoch at which it left another run; 0 for a run from the start. */
    int branchedAt() {
        return branchedAt;
    }

    /** Adds a row unless it is of an epoch that was reported before. */
    synchronized void addLater(EpochReport report) {
        if (newest == null || report.epoch() > newest.epoch()) {
            add(report);
        }
    }

    synchronized void add(EpochReport report) {
        newest = report;
        if (best == null || report.isBetterThan(best)) {
            best = report;
        }
        if (report.epoch() % stride == 0) {
            rows.add(report);
            if (rows.size() > MOST_ROWS) {
                thin();
            }
        }
        trainLoss.add(report.epoch(), report.trainLoss());
        validationLoss.add(report.epoch(), report.validationLoss());
        trainAccuracy.add(report.epoch(), report.trainAccuracy());
        validationAccuracy.add(report.epoch(), report.validationAccuracy());
        smoothTrainLoss.add(report.epoch(), report.trainLoss());
        smoothValidationLoss.add(report.epoch(), report.validationLoss());
        smoothTrainAccuracy.add(report.epoch(), report.trainAccuracy());
        smoothValidationAccuracy.add(report.epoch(), report.validationAccuracy());
        curves = null;
        smoothed = null;
    }

    /** The row of that epoch; the one before it where that was dropped or has not come; null before there is any. */
    synchronized @Nullable EpochReport at(int epoch) {
        if (newest == null || epoch >= newest.epoch()) {
            return newest;
        }
        return rows.get(Math.min(rows.size() - 1, Math.max(0, epoch / stride)));
    }

    /** The row with the lowest validation loss, the earliest of equals; null before there is any. */
    synchronized @Nullable EpochReport best() {
        return best;
    }

    /** The lowest validation loss of the rows kept from {@code fromEpoch} on; ∞ where there is none. */
    synchronized double lowestValidationLoss(int fromEpoch) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int row = (fromEpoch + stride - 1) / stride; row < rows.size(); row++) {
            lowest = Math.min(lowest, rows.get(row).validationLoss());
        }
        return lowest;
    }

    /** Every so many-th row, {@code most} at most, and the newest; empty before there is any. */
    synchronized List<EpochReport> rows(int most) {
        int every = (rows.size() + most - 1) / most;
        List<EpochReport> some = new ArrayList<>();
        for (int k = 0; k < rows.size(); k += every) {
            some.add(rows.get(k));
        }
        if (newest != null && !newest.equals(some.get(some.size() - 1))) {
            some.add(newest);
        }
        return some;
    }

    synchronized @Nullable EpochReport newest() {
        return newest;
    }

    synchronized Curves curves() {
        Curves now = curves;
        if (now == null) {
            now = new Curves(
                    trainLoss.curve(), validationLoss.curve(), trainAccuracy.curve(), validationAccuracy.curve());
            curves = now;
        }
        return now;
    }

    /** The curves as {@link SmoothedSeries} draws them. */
    synchronized Curves smoothed() {
        Curves now = smoothed;
        if (now == null) {
            now = new Curves(
                    smoothTrainLoss.curve(),
                    smoothValidationLoss.curve(),
                    smoothTrainAccuracy.curve(),
                    smoothValidationAccuracy.curve());
            smoothed = now;
        }
        return now;
    }

    /** Null until the data are read. */
    synchronized @Nullable RunFacts facts() {
        return facts;
    }

    synchronized void facts(RunFacts known) {
        facts = known;
    }

    /** Null while there is more to train. */
    synchronized @Nullable TrainingOutcome outcome() {
        return outcome;
    }

    synchronized void outcome(TrainingOutcome ended) {
        outcome = ended;
    }

    /** How its resulting weights did on the rows held out, when it had ended; null before, and where none are. */
    synchronized @Nullable Evaluation test() {
        return test;
    }

    synchronized void test(Evaluation found) {
        test = found;
    }

    /** The epoch in which it diverged, 0 before its first step; null where it did not. */
    synchronized @Nullable Integer divergedIn() {
        if (!(outcome instanceof TrainingOutcome.Diverged diverged)) {
            return null;
        }
        boolean stepped = newest == null || Double.isFinite(newest.trainLoss());
        return stepped ? diverged.epochs() + 1 : 0;
    }

    /** What was changed while it trained, in order. */
    synchronized List<Mark> marks() {
        return marks;
    }

    /** The marks with one more; changes of one setting that come closer together than {@code gesture} epochs are one. */
    synchronized void mark(Mark mark, double gesture) {
        marks = mark.after(marks, gesture, MOST_MARKS);
    }

    private void thin() {
        stride *= 2;
        List<EpochReport> kept = new ArrayList<>(MOST_ROWS + 1);
        for (EpochReport row : rows) {
            if (row.epoch() % stride == 0) {
                kept.add(row);
            }
        }
        rows.clear();
        rows.addAll(kept);
    }
}
