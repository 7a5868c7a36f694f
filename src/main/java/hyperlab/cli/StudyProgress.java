package hyperlab.cli;

import hyperlab.cli.io.CommandOutput;
import hyperlab.train.EpochReport;
import hyperlab.tune.StudyBudget;
import hyperlab.tune.StudyListener;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningStudy;
import java.util.HashMap;
import java.util.Map;

/**
 * Prints the progress of a study. On a terminal it is one line that is overwritten, with the remaining time; otherwise
 * a line for each finished trial, or for each hundredth of many trials. Thread-safe.
 */
final class StudyProgress implements StudyListener {
    private static final int MAX_LINES = 100;
    private static final long MIN_INTERVAL_NANOS = 200_000_000L;
    private static final double NANOS_PER_SECOND = 1e9;

    private final TuningStudy study;
    private final StudyText text;
    private final CommandOutput console;
    private final boolean terminal;
    private final int trials;
    private final long plannedEpochs;
    private final long startNanos = System.nanoTime();
    private final Map<Integer, TrialRecord> rows = new HashMap<>();
    private final Map<Integer, Integer> lastEpochs = new HashMap<>();
    private long epochs;
    private long trainedEpochs;
    private int finishedTrials;
    private double best = Double.NaN;
    private long lastPrintNanos;
    private boolean lineIsOpen;

    StudyProgress(TuningStudy study, StudyText text, CommandOutput console) {
        this.study = study;
        this.text = text;
        this.console = console;
        terminal = console.isTerminal();
        trials = StudyBudget.trials(study);
        plannedEpochs = StudyBudget.epochs(study);
    }

    @Override
    public synchronized void epochEnded(int trial, EpochReport report) {
        if (recordEpoch(trial, report.epoch())) {
            trainedEpochs++;
        }
        printProgress(false);
    }

    private boolean recordEpoch(int trial, int epoch) {
        int before = lastEpochs.getOrDefault(trial, 0);
        if (epoch <= before) {
            return false;
        }
        lastEpochs.put(trial, epoch);
        epochs += epoch - before;
        return true;
    }

    @Override
    public synchronized void trialChanged(TrialRecord row) {
        TrialRecord before = rows.put(row.trial(), row);
        boolean wasRunning = before != null && before.state() == TrialRecord.TrialStatus.RUNNING;
        int newEpochs = row.epochs() - lastEpochs.getOrDefault(row.trial(), 0);
        if (recordEpoch(row.trial(), row.epochs()) && wasRunning) {
            trainedEpochs += newEpochs;
        }
        if (!row.state().isFinal()) {
            return;
        }
        finishedTrials++;
        boolean better = study.objective().isLargerBetter() ? row.value() > best : row.value() < best;
        if (row.state() == TrialRecord.TrialStatus.COMPLETED && (better || Double.isNaN(best))) {
            best = row.value();
        }
        if (terminal) {
            printProgress(finishedTrials == trials);
        } else if (wasRunning || row.state() == TrialRecord.TrialStatus.PRUNED) {
            boolean due = (long) finishedTrials * MAX_LINES / trials > (finishedTrials - 1L) * MAX_LINES / trials;
            if (trials <= MAX_LINES || due) {
                console.printLine(text.trial(row, finishedTrials, trials, best, secondsLeft()));
            }
        }
    }

    /** The estimated remaining time in seconds, from the speed so far; NaN if nothing has run. */
    private double secondsLeft() {
        double passed = (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
        return trainedEpochs == 0 ? Double.NaN : passed / trainedEpochs * Math.max(0, plannedEpochs - epochs);
    }

    private void printProgress(boolean now) {
        if (terminal && (now || System.nanoTime() - lastPrintNanos >= MIN_INTERVAL_NANOS)) {
            lastPrintNanos = System.nanoTime();
            lineIsOpen = true;
            console.overwriteLine(text.progress(finishedTrials, trials, best, secondsLeft()));
        }
    }

    /** Prints a line that stays, above the line that is overwritten. */
    synchronized void printAbove(String line) {
        if (lineIsOpen) {
            console.overwriteLine(line);
            console.printLine("");
            lineIsOpen = false;
        } else {
            console.printLine(line);
        }
    }

    /** Ends the overwritten line. */
    synchronized void end() {
        if (lineIsOpen) {
            console.printLine("");
        }
    }
}
