package hyperlab.lab.training.run;

import hyperlab.file.runs.SavedHistory;
import hyperlab.file.runs.SavedRun;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How to train a saved run again whose settings changed on the way, or that branched off another run.
 *
 * @param start the settings at the start
 * @param changes the later settings, in order
 */
record ReplayPlan(Experiment start, List<PlannedChange> changes) {
    ReplayPlan {
        changes = List.copyOf(changes);
    }

    /**
     * Settings that take effect during the run.
     *
     * @param step the number of steps before them
     */
    record PlannedChange(long step, Experiment experiment) {}

    static ReplayPlan of(SavedRun run) {
        SavedHistory history = run.history();
        List<SavedHistory.SettingChange> recorded = history.changes().stream()
                .sorted(Comparator.comparingLong(SavedHistory.SettingChange::step))
                .toList();
        List<PlannedChange> changes = new ArrayList<>();
        boolean branched = history.branchedAt() > 0;
        long branchStep = branched ? stepAt(history) : 0;
        recorded.stream()
                .filter(change -> branched && change.step() < branchStep)
                .map(change -> new PlannedChange(change.step(), change.after()))
                .forEach(changes::add);
        if (branched) {
            changes.add(new PlannedChange(branchStep, run.experiment()));
        }
        recorded.stream()
                .filter(change -> !branched || change.step() >= branchStep)
                .map(change -> new PlannedChange(change.step(), change.after()))
                .forEach(changes::add);
        boolean startIsKnown =
                branched && !recorded.isEmpty() && recorded.get(0).step() <= branchStep;
        return new ReplayPlan(startIsKnown ? recorded.get(0).before() : run.experiment(), changes);
    }

    /** The steps until the branch. A row is missing if it was dropped; the one before is then the nearest known. */
    private static long stepAt(SavedHistory history) {
        long step = 0;
        for (EpochReport row : history.rows()) {
            step = row.epoch() <= history.branchedAt() ? row.step() : step;
        }
        return step;
    }

    /** The settings at the end. */
    Experiment end() {
        return changes.isEmpty() ? start : changes.get(changes.size() - 1).experiment();
    }
}
