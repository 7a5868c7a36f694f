package hyperlab.cli;

import hyperlab.train.EpochReport;
import hyperlab.tune.Study;
import hyperlab.tune.StudyListener;
import hyperlab.tune.StudyPlan;
import hyperlab.tune.TrialRow;
import java.util.HashMap;
import java.util.Map;

/**
 * Prints the progress of a study. On a terminal it is one line that is overwritten, with the remaining time; otherwise
 * a line for each finished trial, or for each hundredth of many trials.
 */
final class StudyProgress implements StudyListener {
    private static final int MOST_LINES = 100;
    private static final long NANOS_BETWEEN = 200_000_000L;
    private static final double NANOS = 1e9;

    private final Study study;
    private final StudyWords words;
    private final Console console;
    private final boolean terminal;
    private final int trials;
    private final long planned;
    private final long begun = System.nanoTime();
    private final Map<Integer, TrialRow> rows = new HashMap<>();
    private final Map<Integer, Integer> reached = new HashMap<>();
    private long epochs;
    private long run;
    private int over;
    private double best = Double.NaN;
    private long last;
    private boolean shown;

    StudyProgress(Study study, StudyWords words, Console console) {
        this.study = study;
        this.words = words;
        this.console = console;
        terminal = console.isTerminal();
        trials = StudyPlan.trials(study);
        planned = StudyPlan.epochs(study);
    }

    @Override
    public void epochEnded(int trial, EpochReport report) {
        if (reach(trial, report.epoch())) {
            run++;
        }
        paint(false);
    }

    private boolean reach(int trial, int epoch) {
        int before = reached.getOrDefault(trial, 0);
        if (epoch <= before) {
            return false;
        }
        reached.put(trial, epoch);
        epochs += epoch - before;
        return true;
    }

    @Override
    public void trialChanged(TrialRow row) {
        TrialRow before = rows.put(row.trial(), row);
        boolean ran = before != null && before.state() == TrialRow.State.RUNNING;
        int gained = row.epochs() - reached.getOrDefault(row.trial(), 0);
        if (reach(row.trial(), row.epochs()) && ran) {
            run += gained;
        }
        if (!row.state().isOver()) {
            return;
        }
        over++;
        boolean better = study.objective().isLargerBetter() ? row.value() > best : row.value() < best;
        if (row.state() == TrialRow.State.COMPLETED && (better || Double.isNaN(best))) {
            best = row.value();
        }
        if (terminal) {
            paint(over == trials);
        } else if (ran || row.state() == TrialRow.State.PRUNED) {
            boolean due = (long) over * MOST_LINES / trials > (over - 1L) * MOST_LINES / trials;
            if (trials <= MOST_LINES || due) {
                console.line(words.trial(row, over, trials, best, secondsLeft()));
            }
        }
    }

    /** The estimated remaining time in seconds, from the speed so far; NaN if nothing has run. */
    private double secondsLeft() {
        double passed = (System.nanoTime() - begun) / NANOS;
        return run == 0 ? Double.NaN : passed / run * Math.max(0, planned - epochs);
    }

    private void paint(boolean now) {
        if (terminal && (now || System.nanoTime() - last >= NANOS_BETWEEN)) {
            last = System.nanoTime();
            shown = true;
            console.over(words.progress(over, trials, best, secondsLeft()));
        }
    }

    /** Ends the overwritten line. */
    void end() {
        if (shown) {
            console.line("");
        }
    }
}
