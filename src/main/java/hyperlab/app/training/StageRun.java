package hyperlab.app.training;

import hyperlab.app.control.Playback;
import hyperlab.diagnosis.Symptom;
import hyperlab.train.Experiment;
import hyperlab.train.Snapshots;
import hyperlab.train.TrainingOutcome;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The run on stage: begun with the settings at hand, begun again, or left by a branch. What may change on the way reaches it
 * at its next step; everything else waits for a restart, or simply holds while no step is made yet. FX thread alone.
 */
final class StageRun {
    private final ExperimentSettings settings;
    private final OwnTable table;
    private final Runs runs;
    private final Player player;
    private final Runnable shown;
    private final ReadOnlyObjectWrapper<List<Difference>> waiting =
            new ReadOnlyObjectWrapper<>(this, "waiting", List.of());

    /**
     * Lists the player's run as the first.
     *
     * @param shown told when another run that has begun is on stage
     */
    StageRun(ExperimentSettings settings, OwnTable table, Runs runs, Player player, Runnable shown) {
        this.settings = settings;
        this.table = table;
        this.runs = runs;
        this.player = player;
        this.shown = shown;
        runs.begin(settings.experiment().get(), player.run().history(), false);
        settings.experiment().addListener((observed, before, after) -> changed());
    }

    // properties

    /** The settings that the run does not have and will not take up before a restart. */
    ReadOnlyObjectProperty<List<Difference>> waiting() {
        return waiting.getReadOnlyProperty();
    }

    /** Whether a run can leave this one where the play head is: behind its newest epoch, or where it diverged. */
    boolean canBranch() {
        int epoch = player.playback().position().get();
        Snapshots snapshots = player.run().snapshots();
        boolean past =
                epoch < player.progress().epoch() || player.progress().outcome() instanceof TrainingOutcome.Diverged;
        return past && snapshots != null && epoch >= snapshots.firstEpoch() && epoch <= snapshots.newestEpoch();
    }

    /** The memory that looking back takes at present, in bytes. */
    long snapshotBytes() {
        Snapshots snapshots = player.run().snapshots();
        return snapshots == null ? 0 : snapshots.bytes();
    }

    // commands

    /** Starts over with the settings of now; the run until here stays as the one before, if it made a step. */
    void restart() {
        LiveRun ended = player.run();
        boolean begun = player.hasBegun();
        startOver(true);
        if (begun) {
            player.release(ended);
        }
    }

    /** Uses the doctor's remedy: one change that can be undone, and a run that trains with it from the start. */
    void mend(Symptom symptom) {
        Experiment remedy = symptom.remedy();
        if (remedy == null) {
            return;
        }
        List<Difference> changes = settings.differences(settings.experiment().get(), remedy);
        player.playback().playing().set(false);
        settings.replace(changes.isEmpty() ? "training.other" : changes.get(0).nameKey(), remedy);
        restart();
        player.playback().playing().set(true);
    }

    /** Starts over with the settings of now, and forgets the runs before that are not pinned. */
    void startAlone() {
        startOver(false);
    }

    /**
     * Goes on from the epoch at the play head with the settings of now, as far as they may change there; the run until here
     * stays beside it.
     */
    void branch() {
        LiveRun ended = player.run();
        Snapshots snapshots = ended.snapshots();
        if (snapshots == null || !canBranch()) {
            return;
        }
        Playback playback = player.playback();
        playback.playing().set(false);
        int epoch = playback.position().get();
        Experiment experiment = settings.experiment().get();
        Experiment wanted = OnTheWay.branched(ended.experiment(), experiment);
        LiveRun run = player.branch(epoch, wanted, snapshots);
        runs.begin(wanted, run.history(), true);
        waiting.set(settings.differences(player.taken(), experiment));
        shown.run();
        player.open();
        player.release(ended);
    }

    /** The play head to the newest epoch. */
    void toNewest() {
        player.playback().seek(player.playback().done().get());
    }

    private void changed() {
        if (player.isUntouched()) {
            startOver(true);
            return;
        }
        player.change(settings.experiment().get());
        waiting.set(settings.differences(player.taken(), settings.experiment().get()));
    }

    private void startOver(boolean keepsOthers) {
        boolean begun = player.hasBegun();
        LiveRun run = player.replace(settings.experiment().get(), table.folder());
        runs.begin(run.experiment(), run.history(), begun);
        if (!keepsOthers) {
            runs.forgetOthers();
        }
        waiting.set(List.of());
        if (begun) {
            shown.run();
        }
        player.open();
    }
}
