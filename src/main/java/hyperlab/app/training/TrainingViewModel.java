package hyperlab.app.training;

import hyperlab.app.Undo;
import hyperlab.app.concurrent.Runner;
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
 * The Training lab: an experiment that is set up, the run that was started with it, and the runs that are kept beside
 * it. What may change on the way reaches the run at its next step; everything else waits for a restart, or simply holds
 * while no step is made yet.
 */
final class TrainingViewModel {
    private static final int TEN_A_SECOND = 3;

    private final Undo undo = new Undo();
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

    TrainingViewModel(Runner workers, Executor pulses) {
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

    /** The table of one's own that is the source, where there is one. */
    OwnTable table() {
        return table;
    }

    /** The file of weights to start from, where there is one. */
    OwnWeights weights() {
        return weights;
    }

    /** The live run and those kept beside it. */
    Runs runs() {
        return runs;
    }

    /** Experiments under many seeds. */
    SeedRuns seeds() {
        return seeds;
    }

    /** Networks of several sizes. */
    Capacity capacity() {
        return capacity;
    }

    /** Penalties on a linear model of the data on stage. */
    PenaltyPaths paths() {
        return paths;
    }

    /** Holding data and start while one thing is changed. */
    OneChange oneChange() {
        return oneChange;
    }

    Undo undo() {
        return undo;
    }

    /** Which charts stand on the stage. */
    StagePlan plan() {
        return plan;
    }

    /** The network at the play head, looked at. */
    Looks looks() {
        return looks;
    }

    /** What TensorFlow Playground would draw of its run on stage. */
    OriginalLooks originalLooks() {
        return originalLooks;
    }

    /** What instruments have read along the run on stage. */
    Instruments instruments() {
        return instruments;
    }

    /** The learning-rate range test. */
    RateTrial rateTrial() {
        return rateTrial;
    }

    /** Edits of the hidden layers one by one. */
    LayerEdits layers() {
        return layers;
    }

    Playback playback() {
        return playback;
    }

    ReadOnlyObjectProperty<Picture> picture() {
        return picture.getReadOnlyProperty();
    }

    /** Whether the data of the run are still being read; the picture may then still be that of the run before. */
    ReadOnlyBooleanProperty opening() {
        return player.opening();
    }

    /** The run on stage: begun again, or left by a branch. */
    StageRun stageRun() {
        return stageRun;
    }

    /** What is said of the runs on stage. */
    RunsSaid said() {
        return said;
    }

    /** What is compared, to be brought back. */
    RunsToKeep savedRuns() {
        return savedRuns;
    }

    /** What is to be seen on stage, in words. */
    List<Words> observations() {
        return Observations.of(picture.get(), player.run().history());
    }

    /** The run on stage, to be gone through once more. */
    Playthrough playthrough() {
        return new Playthrough(
                player.run(),
                epoch -> pictures.at(epoch, null),
                looks.plane().get(),
                looks.feature().get());
    }

    // commands

    /** One optimizer step; ends playing. */
    void stepOnce() {
        player.stepOnce();
    }

    /** Time has passed while epochs come at so many a second. */
    void pulse(double seconds) {
        player.pulse(seconds);
    }

    /** Trains what is on stage, and the run that it is compared with, under many seeds; or stops that. */
    void trainSeeds() {
        if (seeds.found().get().isRunning()) {
            seeds.stop();
        } else {
            seeds.start(runs.compared(), table.folder());
        }
    }

    /** Trains networks of several sizes as the run on stage, or stops that. */
    void trainCapacity() {
        capacity.trainOrStop(runs.live().experiment(), table.folder());
    }

    /** Works out what penalties do on the data on stage, as far as that is not known. */
    void lookAtPaths() {
        Experiment shown = runs.live().experiment();
        paths.look(shown.data(), shown.seed(), table.folder());
    }

    /** Has all curves read at an epoch; null at none but the play head's. */
    void pointAt(@Nullable Integer epoch) {
        if (!Objects.equals(epoch, cursor)) {
            cursor = epoch;
            show();
        }
    }

    /** Everything that decides the run, with the settings that have no control here. */
    Experiment experiment() {
        return settings.experiment().get();
    }

    /** Sets all at once, forgets what was undone and the runs before that are not pinned. */
    void open(Experiment experiment, @Nullable Path newFolder) {
        oneChange.letGo();
        playback.playing().set(false);
        table.folder(newFolder);
        undo.forgetThrough(() -> settings.experiment().set(experiment));
        stageRun.startAlone();
    }

    /** Has another chart stand where one is shown. */
    void choose(StageChart shown, StageChart wanted) {
        int place = plan.shown(picture.get().facts()).indexOf(shown);
        if (place >= 0) {
            plan.choose(place, wanted);
        }
    }

    /** Trains a Playground link as the original does, beside the runs at hand. */
    void open(PlaygroundExperiment original) {
        originals.open(original);
    }

    /** Ends whatever runs, for good. */
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

    /** A run was pinned, named, hidden …; a run that begins is shown once it is read. */
    private void runsChanged() {
        capacity.about(runs.live().experiment());
        seeds.keep(runs.list().get().stream().map(KeptRun::experiment).toList());
        if (runs.live().history() == player.run().history()) {
            show();
        }
    }
}
