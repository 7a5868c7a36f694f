package hyperlab.lab.training.run;

import hyperlab.lab.training.settings.ExperimentSettings;
import hyperlab.lab.training.settings.LiveChanges;
import hyperlab.lab.training.settings.SettingDifference;
import hyperlab.lab.training.settings.UserTable;
import hyperlab.train.Experiment;
import hyperlab.train.SnapshotHistory;
import hyperlab.train.TrainingOutcome;
import hyperlab.ui.control.playback.Playback;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Starts, restarts and branches the displayed run. Settings that can change during a run reach it at its next step. All
 * others require a restart, or apply immediately if no step was performed yet. FX thread only.
 */
public final class RunController {
    private final ExperimentSettings settings;
    private final UserTable table;
    private final ComparedRuns runs;
    private final RunPlayer player;
    private final Runnable runDisplayed;
    private final ReadOnlyObjectWrapper<List<SettingDifference>> waiting =
            new ReadOnlyObjectWrapper<>(this, "waiting", List.of());

    /**
     * Lists the player's run as the first run.
     *
     * @param runDisplayed called when another run is displayed that has begun
     */
    public RunController(
            ExperimentSettings settings, UserTable table, ComparedRuns runs, RunPlayer player, Runnable runDisplayed) {
        this.settings = settings;
        this.table = table;
        this.runs = runs;
        this.player = player;
        this.runDisplayed = runDisplayed;
        runs.start(settings.experimentProperty().get(), player.run().history(), false);
        settings.experimentProperty().addListener((observed, before, after) -> settingsChanged());
    }

    // properties

    /** The changed settings that the run applies only after a restart. */
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

    /** The memory used by snapshots, in bytes. */
    public long snapshotBytes() {
        SnapshotHistory snapshots = player.run().snapshots();
        return snapshots == null ? 0 : snapshots.bytes();
    }

    // commands

    /** Starts over with the current settings. The current run stays as the previous run if it performed a step. */
    public void restart() {
        LiveRun ended = player.run();
        boolean begun = player.hasBegun();
        startOver(true);
        if (begun) {
            player.release(ended);
        }
    }

    /** Applies the remedy of a finding as one undoable change, and trains with it from the start. */
    public void applyRemedy(AppliedRemedy remedy) {
        player.playback().playingProperty().set(false);
        settings.replace(remedy.difference().nameKey(), remedy.experiment());
        restart();
        player.playback().playingProperty().set(true);
    }

    /** Starts over with the current settings, and removes earlier runs that are not pinned. */
    public void startFresh() {
        startOver(false);
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
        waiting.set(settings.differences(player.currentExperiment(), experiment));
        runDisplayed.run();
        player.open();
        player.release(ended);
    }

    /** Moves the play head to the latest epoch. */
    public void seekLatest() {
        player.playback().seek(player.playback().completedProperty().get());
    }

    private void settingsChanged() {
        if (player.isUntouched()) {
            startOver(true);
            return;
        }
        player.change(settings.experimentProperty().get());
        waiting.set(settings.differences(
                player.currentExperiment(), settings.experimentProperty().get()));
    }

    private void startOver(boolean keepOthers) {
        boolean begun = player.hasBegun();
        LiveRun run = player.replace(settings.experimentProperty().get(), table.folder());
        runs.start(run.experiment(), run.history(), begun);
        if (!keepOthers) {
            runs.removeOthers();
        }
        waiting.set(List.of());
        if (begun) {
            runDisplayed.run();
        }
        player.open();
    }
}
