package hyperlab.lab.training.run;

import hyperlab.file.runs.SavedRun;
import hyperlab.file.runs.SavedRuns;
import hyperlab.lab.training.settings.ExperimentSettings;
import hyperlab.lab.training.settings.LiveChanges;
import hyperlab.lab.training.settings.SettingDifference;
import hyperlab.lab.training.settings.UserTable;
import hyperlab.train.Experiment;
import hyperlab.train.SnapshotHistory;
import hyperlab.train.TrainingOutcome;
import hyperlab.ui.UndoHistory;
import hyperlab.ui.control.playback.Playback;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Starts, restarts and branches the displayed run. Settings that can change during a run reach it at its next step. All
 * others restart it at once; the replaced run stays as the previous one. While an earlier epoch is displayed, settings
 * that a branch can apply wait for it. FX thread only.
 */
public final class RunController {
    private static final String POINTS = "training.points";

    private final ExperimentSettings settings;
    private final UserTable table;
    private final ComparedRuns runs;
    private final RunPlayer player;
    private final UndoHistory undo;
    private final Runnable runDisplayed;
    private final ReadOnlyObjectWrapper<List<SettingDifference>> waiting =
            new ReadOnlyObjectWrapper<>(this, "waiting", List.of());
    /** The changed settings of the latest quiet restart, while playing has gone on since; otherwise empty. */
    private List<String> gestureKeys = List.of();

    private @Nullable ReplacedRun replaced;
    private @Nullable CoveredRun covered;
    private boolean resumed;
    private boolean suspended;

    /**
     * Lists the player's run as the first run.
     *
     * @param runDisplayed called when another run is displayed that has begun
     */
    public RunController(
            ExperimentSettings settings,
            UserTable table,
            ComparedRuns runs,
            RunPlayer player,
            UndoHistory undo,
            Runnable runDisplayed) {
        this.settings = settings;
        this.table = table;
        this.runs = runs;
        this.player = player;
        this.undo = undo;
        this.runDisplayed = runDisplayed;
        runs.start(settings.experimentProperty().get(), player.run().history(), false);
        settings.experimentProperty().addListener((observed, before, after) -> settingsChanged());
        player.playback().playingProperty().addListener((observed, before, now) -> gestureKeys = List.of());
    }

    // properties

    /** The changed settings that the run applies only after a branch or a restart. */
    public ReadOnlyObjectProperty<List<SettingDifference>> pendingChangesProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** Whether a branch can start at the play head: at an epoch before the latest one, or where the run diverged. */
    public boolean canBranch() {
        int epoch = player.playback().positionProperty().get();
        SnapshotHistory snapshots = player.run().snapshots();
        boolean past =
                epoch < player.progress().epoch() || player.progress().outcome() instanceof TrainingOutcome.Diverged;
        return past && snapshots != null && epoch >= snapshots.firstEpoch() && epoch <= snapshots.newestEpoch();
    }

    /** Whether an undo or redo of {@link #startFresh} is in progress and has restored the runs. */
    public boolean isResumedByUndo() {
        return resumed && undo.isReplaying();
    }

    /** Whether an undo or redo is in progress. */
    boolean isUndoing() {
        return undo.isReplaying();
    }

    // commands

    /** Starts over with the current settings. The current run stays as the previous run if it performed a step. */
    public void restart() {
        startOver();
    }

    /** The same, but the current run stays only if it has ended: the start of a run says nothing next to whole ones. */
    public void restartWithoutUnfinished() {
        replaceRun(player.hasBegun() && player.progress().outcome() != null, false);
    }

    /** Applies the remedy of a finding as one undoable change, and trains with it from the start. */
    public void applyRemedy(AppliedRemedy remedy) {
        player.playback().playingProperty().set(false);
        withoutRestart(() -> settings.replace(remedy.difference().nameKey(), remedy.experiment()));
        replaceRun(player.hasBegun(), true);
        player.playback().playingProperty().set(true);
    }

    /**
     * Changes the settings, starts over with them, and removes earlier runs that are not pinned. Undo calls this with
     * the earlier settings; it then resumes the run and restores the list from before.
     */
    public void startFresh(Runnable settingChange) {
        Object below = undo.newestChange();
        CoveredRun current = player.hasBegun()
                ? new CoveredRun(currentRun(settings.experimentProperty().get()), below)
                : null;
        withoutRestart(settingChange);
        remember(null);
        CoveredRun before = covered;
        Experiment wanted = settings.experimentProperty().get();
        resumed = before != null && undo.isReplaying() && before.isBefore(below, wanted);
        if (before != null && resumed) {
            resume(before.run, current != null);
            covered = current;
            return;
        }
        begin(player.hasBegun(), false);
        if (current != null) {
            covered = current;
            if (before != null) {
                player.release(before.run.paused.run());
            }
        }
    }

    private void withoutRestart(Runnable settingChange) {
        suspended = true;
        try {
            settingChange.run();
        } finally {
            suspended = false;
        }
    }

    /**
     * Branches at the play head with the current settings, as far as they can change there. The current run stays in
     * the list.
     */
    public void branch() {
        LiveRun ended = player.run();
        SnapshotHistory snapshots = ended.snapshots();
        if (snapshots == null || !canBranch()) {
            return;
        }
        Playback playback = player.playback();
        playback.playingProperty().set(false);
        int epoch = playback.positionProperty().get();
        Experiment experiment = settings.experimentProperty().get();
        Experiment requested = LiveChanges.applyAtBranch(ended.experiment(), experiment);
        LiveRun run = player.branch(epoch, requested, snapshots);
        runs.start(requested, run.history(), true);
        remember(null);
        waiting.set(settings.differences(player.currentExperiment(), experiment));
        runDisplayed.run();
        player.open();
        player.release(ended);
    }

    /**
     * Replaces all runs with saved runs. The one that was played when they were saved becomes the live run if it can go
     * on with the current settings, and its networks are trained again, with the changes on the way. If there is none,
     * the live run stays, listed after them.
     */
    void restore(SavedRuns saved) {
        Experiment current = settings.experimentProperty().get();
        int played = playedIndex(saved, current);
        if (played < 0) {
            runs.restore(saved);
            return;
        }
        LiveRun ended = player.run();
        SavedRun restored = saved.runs().get(played);
        LiveRun run = player.restore(
                restored.experiment(),
                current,
                ReplayPlan.of(restored),
                RunHistory.of(restored.history()),
                table.folder());
        runs.restore(saved, played, run.history());
        remember(null);
        waiting.set(List.of());
        runDisplayed.run();
        player.open();
        player.release(ended);
    }

    /**
     * The index of the saved run that was played; −1 if there is none, or if it cannot go on with the current settings.
     * If it is not known which run was played, it is the latest that ended with the current settings, or else the latest
     * that can go on with them.
     */
    private static int playedIndex(SavedRuns saved, Experiment current) {
        Predicate<Experiment> goesOn =
                end -> LiveChanges.applyLive(end, current).equals(current);
        SavedRuns.Roles roles = saved.roles();
        if (roles != null) {
            Integer live = roles.live();
            return live != null && fits(saved.runs().get(live), goesOn) ? live : -1;
        }
        int ended = latest(saved.runs(), current::equals);
        return ended >= 0 ? ended : latest(saved.runs(), goesOn);
    }

    private static int latest(List<SavedRun> saved, Predicate<Experiment> end) {
        int index = saved.size() - 1;
        while (index >= 0 && !fits(saved.get(index), end)) {
            index--;
        }
        return index;
    }

    private static boolean fits(SavedRun run, Predicate<Experiment> end) {
        return run.original() == null && end.test(ReplayPlan.of(run).end());
    }

    /** Moves the play head to the latest epoch. */
    public void seekLatest() {
        player.playback().seek(player.playback().completedProperty().get());
    }

    private void settingsChanged() {
        if (suspended) {
            return;
        }
        Experiment wanted = settings.experimentProperty().get();
        if (resumesReplacedRun(wanted)) {
            return;
        }
        if (player.isUntouched()) {
            startOver();
            return;
        }
        boolean ended = !player.canGoOn();
        Experiment now = player.currentExperiment();
        Experiment changed = ended ? now : LiveChanges.applyLive(now, wanted);
        List<SettingDifference> pending = settings.differences(changed, wanted);
        if (pending.isEmpty() || waitsForBranch(changed, wanted)) {
            player.change(wanted);
            waiting.set(pending);
            return;
        }
        restartQuietly(pending);
    }

    /** Whether a change can apply at a branch, and the play head is at an epoch where one can start. */
    private boolean waitsForBranch(Experiment now, Experiment wanted) {
        return player.playback().positionProperty().get() < player.progress().epoch()
                && canBranch()
                && settings.differences(LiveChanges.applyAtBranch(now, wanted), wanted)
                        .isEmpty();
    }

    /**
     * Starts over because settings have changed that the run cannot apply, and goes on playing if it was playing. The
     * replaced run stays if it finished an epoch, except in the course of one gesture: a slider that is dragged while
     * training goes on leaves only the run from before. Steps of undo and edits of drawn points follow each other in the
     * same way, so they leave only runs that have ended.
     */
    private void restartQuietly(List<SettingDifference> pending) {
        boolean playing = player.playback().playingProperty().get();
        List<String> keys = pending.stream().map(SettingDifference::nameKey).toList();
        boolean sameGesture = undo.isGestureOpen() && keys.equals(gestureKeys);
        boolean passing = undo.isReplaying() || keys.equals(List.of(POINTS));
        if (!passing || sameGesture || player.progress().outcome() != null) {
            replaceRun(player.progress().epoch() > 0 && !sameGesture, true);
        } else {
            replacePassingRun();
        }
        gestureKeys = playing ? keys : List.of();
        player.continuePlaying();
    }

    /**
     * Starts over without keeping the current run in the list. An undo resumes it, unless it would resume a run that has
     * ended.
     */
    private void replacePassingRun() {
        ReplacedRun before = replaced;
        boolean resumesEnded = before != null && before.paused.progress().outcome() != null;
        ReplacedRun current =
                !resumesEnded && player.progress().epoch() > 0 ? currentRun(player.currentExperiment()) : null;
        LiveRun ended = player.run();
        boolean begun = player.hasBegun();
        begin(false, true);
        if (current != null) {
            remember(current);
        } else if (begun) {
            player.release(ended);
        }
    }

    private void startOver() {
        replaceRun(player.hasBegun(), false);
    }

    /**
     * Starts over with the current settings.
     *
     * @param keepReplaced whether the current run stays in the list as the previous run
     * @param resumable whether a change of the settings is the reason, so that its undo resumes a run that stays
     */
    private void replaceRun(boolean keepReplaced, boolean resumable) {
        boolean begun = player.hasBegun();
        ReplacedRun current = keepReplaced && resumable ? currentRun(player.currentExperiment()) : null;
        LiveRun ended = player.run();
        begin(keepReplaced, true);
        if (begun && (current != null || !resumable)) {
            remember(current);
        }
        if (begun && current == null) {
            player.release(ended);
        }
    }

    /**
     * Begins a run of the current settings.
     *
     * @param keepOthers whether the runs before stay that are not pinned
     */
    private void begin(boolean keepReplaced, boolean keepOthers) {
        boolean begun = player.hasBegun();
        LiveRun run = player.replace(settings.experimentProperty().get(), table.folder());
        runs.start(run.experiment(), run.history(), keepReplaced);
        if (!keepOthers) {
            runs.removeOthers();
        }
        waiting.set(List.of());
        if (begun) {
            runDisplayed.run();
        }
        player.open();
    }

    /** The state before a run was replaced, and the settings that belong to it. */
    private record ReplacedRun(RunPlayer.PausedRun paused, ComparedRuns.ListState list, Experiment settings) {}

    /**
     * The state before {@link #startFresh}.
     *
     * @param below the newest change of the history at that moment, which identifies the step that restores this state
     */
    private record CoveredRun(ReplacedRun run, @Nullable Object below) {
        boolean isBefore(@Nullable Object newest, Experiment wanted) {
            return Objects.equals(below, newest) && run.settings.equals(wanted);
        }
    }

    private ReplacedRun currentRun(Experiment itsSettings) {
        return new ReplacedRun(player.pausedRun(), runs.listState(), itsSettings);
    }

    private void remember(@Nullable ReplacedRun newest) {
        ReplacedRun before = replaced;
        replaced = newest;
        if (before != null) {
            player.release(before.paused.run());
        }
    }

    /** Undo that restores the settings of the run that was replaced last also restores that run with its curves. */
    private boolean resumesReplacedRun(Experiment wanted) {
        ReplacedRun before = replaced;
        if (before == null || !undo.isReplaying() || !before.settings.equals(wanted)) {
            return false;
        }
        ReplacedRun current = player.hasBegun() ? currentRun(player.currentExperiment()) : null;
        resume(before, current != null);
        replaced = current;
        return true;
    }

    /** @param keepCurrent whether the current run may be resumed later */
    private void resume(ReplacedRun before, boolean keepCurrent) {
        LiveRun ended = player.run();
        player.resume(before.paused);
        runs.restoreState(before.list);
        if (!keepCurrent) {
            player.release(ended);
        }
        waiting.set(settings.differences(player.currentExperiment(), before.settings));
        runDisplayed.run();
    }
}
