package hyperlab.lab.training.run;

import hyperlab.chart.series.BoundedSeries;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.SmoothedSeries;
import hyperlab.chart.training.RunCurves;
import hyperlab.file.runs.SavedHistory;
import hyperlab.log.LogAxis;
import hyperlab.log.LogQuantity;
import hyperlab.log.LogSeries;
import hyperlab.log.TrainingLog;
import hyperlab.nn.Evaluation;
import hyperlab.train.EpochReport;
import hyperlab.train.TrainingOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The history of a run: its rows, its curves with a bounded number of points, the changes made during training and its
 * outcome. Up to {@link #MAX_ROWS} rows are all kept; after that every second row is dropped, repeatedly if necessary,
 * so that memory stays bounded for a run of any length. Thread-safe: the worker adds rows, and the window reads them.
 */
public final class RunHistory {
    static final int MAX_ROWS = 100_000;

    private static final int MAX_MARKERS = 100;

    private final List<EpochReport> rows = new ArrayList<>();
    private final BoundedSeries trainLoss = new BoundedSeries();
    private final BoundedSeries validationLoss = new BoundedSeries();
    private final BoundedSeries trainAccuracy = new BoundedSeries();
    private final BoundedSeries validationAccuracy = new BoundedSeries();
    private SmoothedSeries smoothTrainLoss = new SmoothedSeries();
    private SmoothedSeries smoothValidationLoss = new SmoothedSeries();
    private SmoothedSeries smoothTrainAccuracy = new SmoothedSeries();
    private SmoothedSeries smoothValidationAccuracy = new SmoothedSeries();
    private @Nullable RunCurves loss;
    private @Nullable RunCurves accuracy;
    private @Nullable RunCurves smoothedLoss;
    private @Nullable RunCurves smoothedAccuracy;
    private int stride = 1;
    private int branchedAt;
    private @Nullable EpochReport newest;
    private @Nullable EpochReport best;
    private @Nullable RunFacts facts;
    private @Nullable TrainingOutcome outcome;
    private @Nullable Evaluation test;
    private List<ChangeMarker> markers = List.of();
    private boolean logged;
    private @Nullable RunHistory bySteps;

    /**
     * The history of a branch that leaves this run at the end of {@code epoch}: the rows and marks until then, and
     * curves that start there. A change at that very moment took effect only after it.
     */
    synchronized RunHistory branch(int epoch) {
        RunHistory branch = new RunHistory();
        branch.stride = stride;
        branch.facts = facts;
        branch.branchedAt = epoch;
        branch.markers =
                markers.stream().filter(marker -> marker.epoch() < epoch).toList();
        for (EpochReport row : rows) {
            if (row.epoch() < epoch) {
                branch.rows.add(row);
                branch.best = branch.best == null || row.isBetterThan(branch.best) ? row : branch.best;
            }
        }
        EpochReport last = atOrBefore(epoch);
        if (last != null) {
            branch.add(last);
        }
        return branch;
    }

    /** Restores a history from its {@link #toSaved} form. */
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
        history.markers = saved.changes().stream().map(ChangeMarker::of).toList();
        return history;
    }

    /** The history of a log; empty over epochs if those are not known. */
    static RunHistory of(TrainingLog log) {
        RunHistory history = log.isOn(LogAxis.EPOCH) ? of(log, LogAxis.EPOCH) : new RunHistory();
        history.logged = true;
        history.bySteps = log.isOn(LogAxis.STEP) ? of(log, LogAxis.STEP) : null;
        return history;
    }

    private static RunHistory of(TrainingLog log, LogAxis axis) {
        RunHistory history = of(SavedHistory.ofLog(log, axis));
        history.logged = true;
        // The curves have the values where they are in the log, not only at whole epochs.
        history.trainLoss.clear();
        history.validationLoss.clear();
        history.trainAccuracy.clear();
        history.validationAccuracy.clear();
        history.smoothTrainLoss = smoothed(log.get(LogQuantity.TRAIN_LOSS), axis, history.trainLoss);
        history.smoothValidationLoss = smoothed(log.get(LogQuantity.VALIDATION_LOSS), axis, history.validationLoss);
        history.smoothTrainAccuracy = smoothed(log.get(LogQuantity.TRAIN_ACCURACY), axis, history.trainAccuracy);
        history.smoothValidationAccuracy =
                smoothed(log.get(LogQuantity.VALIDATION_ACCURACY), axis, history.validationAccuracy);
        return history;
    }

    /** Adds a series of a log to {@code points}, and returns it smoothed. */
    private static SmoothedSeries smoothed(@Nullable LogSeries series, LogAxis axis, BoundedSeries points) {
        SmoothedSeries smooth = new SmoothedSeries();
        double latest = Double.NEGATIVE_INFINITY;
        for (int i = 0; series != null && i < series.size(); i++) {
            double x = series.positions(axis)[i];
            if (x > latest && Double.isFinite(series.values()[i])) {
                points.add(x, series.values()[i]);
                smooth.add(x, series.values()[i]);
                latest = x;
            }
        }
        return smooth;
    }

    /** The history of a log over optimizer steps; null if they are not known, and for a run of Hyperlab. */
    public @Nullable RunHistory bySteps() {
        return bySteps;
    }

    /** Whether it is a log's. */
    public boolean isLogged() {
        return logged;
    }

    /** The form for a file, with the rows thinned to about {@code most}; null if there are no rows. */
    synchronized @Nullable SavedHistory toSaved(int maxRows) {
        EpochReport last = newest;
        EpochReport lowest = best;
        if (last == null || lowest == null) {
            return null;
        }
        int factor = 1;
        while (rows.size() / factor > maxRows) {
            factor *= 2;
        }
        int newStride = stride * factor;
        List<EpochReport> thinned = new ArrayList<>(
                rows.stream().filter(row -> row.epoch() % newStride == 0).toList());
        if (last.epoch() % newStride != 0) {
            thinned.add(last);
        }
        return new SavedHistory(
                newStride,
                thinned,
                lowest,
                outcome,
                branchedAt,
                markers.stream().map(ChangeMarker::toSaved).toList());
    }

    /** The epoch at which it branched off another run; 0 for a run from the start. */
    public int branchedAt() {
        return branchedAt;
    }

    /** Adds a row unless that epoch has already been reported. */
    synchronized void addIfNew(EpochReport report) {
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
            if (rows.size() > MAX_ROWS) {
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
        loss = null;
        accuracy = null;
        smoothedLoss = null;
        smoothedAccuracy = null;
    }

    /**
     * The row of an epoch, or an earlier row if that one was dropped or does not exist yet; null if there are no rows.
     */
    public synchronized @Nullable EpochReport atOrBefore(int epoch) {
        if (newest == null || epoch >= newest.epoch()) {
            return newest;
        }
        return rows.get(Math.min(rows.size() - 1, Math.max(0, epoch / stride)));
    }

    /** Whether the losses of two runs are equal at the latest epoch for which both have a row; true if there is none. */
    boolean hasSameLosses(RunHistory other) {
        EpochReport own = newest();
        EpochReport others = other.newest();
        while (own != null && others != null && own.epoch() != others.epoch()) {
            int epoch = Math.min(own.epoch(), others.epoch());
            own = atOrBefore(epoch);
            others = other.atOrBefore(epoch);
        }
        return own == null
                || others == null
                || (Double.compare(own.trainLoss(), others.trainLoss()) == 0
                        && Double.compare(own.validationLoss(), others.validationLoss()) == 0);
    }

    /** The row with the lowest validation loss; on a tie, the earliest. Null if there are no rows. */
    synchronized @Nullable EpochReport best() {
        return best;
    }

    /** The lowest validation loss of the stored rows from {@code fromEpoch} on; ∞ if there are none. */
    synchronized double lowestValidationLoss(int fromEpoch) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int row = (fromEpoch + stride - 1) / stride; row < rows.size(); row++) {
            lowest = Math.min(lowest, rows.get(row).validationLoss());
        }
        return lowest;
    }

    /**
     * Whether both losses of the stored rows from {@code fromEpoch} on, and of the latest row, differ from those of the
     * first of these rows by less than a share of {@code tolerance}.
     */
    synchronized boolean isFlatSince(int fromEpoch, double tolerance) {
        EpochReport start = atOrBefore(fromEpoch);
        EpochReport end = newest;
        if (start == null || end == null) {
            return false;
        }
        return Stream.concat(rows.stream().filter(row -> row.epoch() >= start.epoch()), Stream.of(end))
                .allMatch(row -> Math.abs(row.trainLoss() - start.trainLoss()) < tolerance * start.trainLoss()
                        && Math.abs(row.validationLoss() - start.validationLoss())
                                < tolerance * start.validationLoss());
    }

    /** Every k-th row, so that there are at most {@code most}, and the latest row; empty if there are no rows. */
    public synchronized List<EpochReport> rows(int maxRows) {
        int interval = (rows.size() + maxRows - 1) / maxRows;
        List<EpochReport> some = new ArrayList<>();
        for (int k = 0; k < rows.size(); k += interval) {
            some.add(rows.get(k));
        }
        if (newest != null && !newest.equals(some.get(some.size() - 1))) {
            some.add(newest);
        }
        return some;
    }

    public synchronized @Nullable EpochReport newest() {
        return newest;
    }

    /** The losses over the epochs so far, without the epochs at which they are not finite. */
    public synchronized RunCurves loss() {
        RunCurves now = loss;
        if (now == null) {
            now = new RunCurves(trainLoss.curve(), validationLoss.curve(), logged);
            loss = now;
        }
        return now;
    }

    /** The accuracies over the epochs so far; empty for regression. */
    public synchronized RunCurves accuracy() {
        RunCurves now = accuracy;
        if (now == null) {
            now = new RunCurves(trainAccuracy.curve(), validationAccuracy.curve(), logged);
            accuracy = now;
        }
        return now;
    }

    /** The losses smoothed with {@link SmoothedSeries}. */
    public synchronized RunCurves smoothedLoss() {
        RunCurves now = smoothedLoss;
        if (now == null) {
            now = new RunCurves(smoothTrainLoss.curve(), smoothValidationLoss.curve(), logged);
            smoothedLoss = now;
        }
        return now;
    }

    /** The accuracies smoothed with {@link SmoothedSeries}; empty for regression. */
    public synchronized RunCurves smoothedAccuracy() {
        RunCurves now = smoothedAccuracy;
        if (now == null) {
            now = new RunCurves(smoothTrainAccuracy.curve(), smoothValidationAccuracy.curve(), logged);
            smoothedAccuracy = now;
        }
        return now;
    }

    /** The last epoch with a finite training loss; 0 if there is none. */
    public int lastEpoch() {
        RunCurves losses = loss();
        Curve curve = logged && losses.train().size() == 0 ? losses.validation() : losses.train();
        return curve.size() == 0 ? 0 : (int) Math.ceil(curve.x(curve.size() - 1));
    }

    /** Null until the data have been read. */
    public synchronized @Nullable RunFacts facts() {
        return facts;
    }

    synchronized void facts(RunFacts known) {
        facts = known;
    }

    /** Null while training can continue. */
    public synchronized @Nullable TrainingOutcome outcome() {
        return outcome;
    }

    synchronized void outcome(TrainingOutcome ended) {
        outcome = ended;
    }

    /**
     * The evaluation of its resulting weights on the test set; null before the run has ended, and if there is no test
     * set.
     */
    public synchronized @Nullable Evaluation test() {
        return test;
    }

    synchronized void test(Evaluation found) {
        test = found;
    }

    /** The epoch in which it diverged, 0 if before the first step; null if it did not diverge. */
    public synchronized @Nullable Integer divergedEpoch() {
        if (!(outcome instanceof TrainingOutcome.Diverged diverged)) {
            return null;
        }
        boolean stepped = newest == null || Double.isFinite(newest.trainLoss());
        return stepped ? diverged.epochs() + 1 : 0;
    }

    /** The changes made during training, in order. */
    public synchronized List<ChangeMarker> markers() {
        return markers;
    }

    /** Adds a mark. Changes of one setting that are at most {@code gesture} epochs apart are merged. */
    synchronized void addMarker(ChangeMarker marker, double mergeDistance) {
        markers = marker.after(markers, mergeDistance, MAX_MARKERS);
    }

    private void thin() {
        stride *= 2;
        List<EpochReport> remaining = new ArrayList<>(MAX_ROWS + 1);
        for (EpochReport row : rows) {
            if (row.epoch() % stride == 0) {
                remaining.add(row);
            }
        }
        rows.clear();
        rows.addAll(remaining);
    }
}
