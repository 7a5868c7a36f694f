package hyperlab.app.training;

import hyperlab.app.UndoHistory;
import hyperlab.app.concurrent.TaskExecutor;
import hyperlab.app.control.Playback;
import hyperlab.playground.PlaygroundExperiment;
import hyperlab.train.Experiment;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The Training lab: the experiment being configured, the run that was started with it, and the runs it is compared
 * with. Settings that can change during a run reach it at its next step. All others require a restart, or apply
 * immediately if no step was performed yet.
 */
final class TrainingViewModel {
    private static final int TEN_A_SECOND = 3;

    private final UndoHistory undo = new UndoHistory();
    private final ExperimentSettings settings = new ExperimentSettings(undo);
    private final OwnTable table = new OwnTable(settings);
    private final OwnWeights weights = new OwnWeights(settings.network().start().weights(), table);
    private final Playback playback = new Playback("shell.epoch");
    private final Runs runs = new Runs(undo);
    private final OneChange oneChange = new OneChange(settings, runs);
    private final SeedRuns seeds;
    private final Capacity capacity;
    private final PenaltyPaths paths;
    private final Originals originals;
    private final OriginalLooks originalLooks;
    private final StagePlan plan = new StagePlan();
    private final LayerEdits layers = new LayerEdits(settings.network().hidden(), undo);
    private final Looks looks;
    private final Instruments instruments = new Instruments();
    private final RateTrial rateTrial;
    private final Player player;
    private final StageRun stageRun;
    private final Pictures pictures;
    private final ReadOnlyObjectWrapper<Picture> picture;
    private final RunsSaid said;
    private final RunsToKeep savedRuns;
    private @Nullable Integer cursor;

    TrainingViewModel(TaskExecutor workers, Executor pulses) {
        seeds = new SeedRuns(workers, pulses);
        capacity = new Capacity(workers, pulses);
        paths = new PenaltyPaths(workers, pulses);
        originals = new Originals(workers, pulses, runs, plan, this::show);
        originalLooks = new OriginalLooks(workers, pulses, originals, plan);
        looks = new Looks(workers, pulses, plan);
        rateTrial = new RateTrial(workers, pulses, settings, table);
        looks.look().addListener((observed, before, now) -> {
            if (now == null) {
                instruments.forget();
            } else {
                instruments.read(now);
            }
        });
        player = new Player(workers, pulses, playback, experiment(), new Player.Listener() {
            @Override
            public void moved() {
                show();
            }

            @Override
            public void restart() {
                stageRun().restart();
            }
        });
        stageRun = new StageRun(settings, table, runs, player, this::show);
        pictures = new Pictures(settings, player, runs, seeds);
        picture = new ReadOnlyObjectWrapper<>(pictures.now(null));
        said = new RunsSaid(settings, runs, seeds, picture::get);
        savedRuns = new RunsToKeep(runs, seeds);
        playback.speed().set(TEN_A_SECOND);
        playback.length().set(settings.learning().epochs().get());
        runs.list().addListener((observed, before, after) -> runsChanged());
        seeds.found().addListener((observed, before, after) -> show());
        capacity.by()
                .addListener(
                        (observed, before, after) -> capacity.about(runs.live().experiment()));
        paths.kind().addListener((observed, before, after) -> lookAtPaths());
        player.open();
    }

    // properties

    ExperimentSettings settings() {
        return settings;
    }

    /** The user's table, if it is the source. */
    OwnTable table() {
        return table;
    }

    /** The user's initial weights file, if there is one. */
    OwnWeights weights() {
        return weights;
    }

    /** The live run and the runs it is compared with. */
    Runs runs() {
        return runs;
    }

    /** Training under many seeds. */
    SeedRuns seeds() {
        return seeds;
    }

    /** Training of networks of several sizes. */
    Capacity capacity() {
        return capacity;
    }

    /** The regularization path of a linear model on the displayed run's data. */
    PenaltyPaths paths() {
        return paths;
    }

    /** "Change one thing" mode. */
    OneChange oneChange() {
        return oneChange;
    }

    UndoHistory undo() {
        return undo;
    }

    /** The charts on the stage. */
    StagePlan plan() {
        return plan;
    }

    /** The inspection of the network at the play head. */
    Looks looks() {
        return looks;
    }

    /** What TensorFlow Playground would display for its displayed run. */
    OriginalLooks originalLooks() {
        return originalLooks;
    }

    /** The measurements taken along the displayed run. */
    Instruments instruments() {
        return instruments;
    }

    /** The learning-rate range test. */
    RateTrial rateTrial() {
        return rateTrial;
    }

    /** Adds, removes and resizes hidden layers. */
    LayerEdits layers() {
        return layers;
    }

    Playback playback() {
        return playback;
    }

    ReadOnlyObjectProperty<Picture> picture() {
        return picture.getReadOnlyProperty();
    }

    /** Whether the data of the run are still being read. The picture may then still show the previous run. */
    ReadOnlyBooleanProperty opening() {
        return player.opening();
    }

    /** Starts, restarts and branches the displayed run. */
    StageRun stageRun() {
        return stageRun;
    }

    /** Statements about the displayed runs. */
    RunsSaid said() {
        return said;
    }

    /** The compared runs in the form for saving. */
    RunsToKeep savedRuns() {
        return savedRuns;
    }

    /** Observations about the displayed run. */
    List<Words> observations() {
        return Observations.of(picture.get(), player.run().history());
    }

    /** Steps through the displayed run again, for animations. */
    Playthrough playthrough() {
        return new Playthrough(
                player.run(),
                epoch -> pictures.at(epoch, null),
                looks.plane().get(),
                looks.feature().get());
    }

    // commands

    /** Performs one optimizer step and pauses playback. */
    void stepOnce() {
        player.stepOnce();
    }

    /** Advances playback by the time passed. */
    void pulse(double seconds) {
        player.pulse(seconds);
    }

    /** Trains the live run's experiment, and the one it is compared with, under many seeds; or stops that. */
    void trainSeeds() {
        if (seeds.found().get().isRunning()) {
            seeds.stop();
        } else {
            seeds.start(runs.compared(), table.folder());
        }
    }

    /** Trains networks of several sizes with the settings of the live run, or stops that. */
    void trainCapacity() {
        capacity.trainOrStop(runs.live().experiment(), table.folder());
    }

    /** Computes the regularization path for the live run's data, unless it is already known. */
    void lookAtPaths() {
        Experiment shown = runs.live().experiment();
        paths.look(shown.data(), shown.seed(), table.folder());
    }

    /** Sets the epoch under the pointer, at which all curves are read; null if the pointer is on no chart. */
    void pointAt(@Nullable Integer epoch) {
        if (!Objects.equals(epoch, cursor)) {
            cursor = epoch;
            show();
        }
    }

    /** The current experiment, including settings that have no control here. */
    Experiment experiment() {
        return settings.experiment().get();
    }

    /** Replaces the complete experiment, clears the undo history and removes earlier runs that are not pinned. */
    void open(Experiment experiment, @Nullable Path newFolder) {
        oneChange.letGo();
        playback.playing().set(false);
        table.folder(newFolder);
        undo.applyAndClear(() -> settings.experiment().set(experiment));
        stageRun.startAlone();
    }

    /** Replaces a displayed chart with another. */
    void choose(StageChart shown, StageChart wanted) {
        int place = plan.shown(picture.get().facts()).indexOf(shown);
        if (place >= 0) {
            plan.choose(place, wanted);
        }
    }

    /** Trains a Playground link exactly as the Playground does, in addition to the existing runs. */
    void open(PlaygroundExperiment original) {
        originals.open(original);
    }

    /** Stops all work permanently. */
    void close() {
        rateTrial.cancel();
        originals.close();
        seeds.stop();
        capacity.stop();
        player.close();
    }

    private void show() {
        picture.set(pictures.now(cursor));
        looks.moved(player.run(), player.taken(), playback.position().get(), player.progress());
        originalLooks.moved(picture.get());
    }

    /** A run was pinned, renamed, hidden …. A new run is displayed once its data have been read. */
    private void runsChanged() {
        capacity.about(runs.live().experiment());
        seeds.keep(runs.list().get().stream().map(KeptRun::experiment).toList());
        if (runs.live().history() == player.run().history()) {
            show();
        }
    }
}
