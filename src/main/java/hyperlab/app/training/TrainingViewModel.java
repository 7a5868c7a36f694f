package hyperlab.app.training;

import hyperlab.app.Undo;
import hyperlab.app.concurrent.Runner;
import hyperlab.app.control.Playback;
import hyperlab.diagnosis.RateTest;
import hyperlab.diagnosis.Symptom;
import hyperlab.file.RunsFormat;
import hyperlab.file.SavedRun;
import hyperlab.playground.PlaygroundExperiment;
import hyperlab.rule.Refusal;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.Snapshots;
import hyperlab.train.TrainingOutcome;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private final OwnWeights weights = new OwnWeights(settings.start().weights(), table);
    private final Playback playback = new Playback("shell.epoch");
    private final Runs runs = new Runs(undo);
    private final OneChange oneChange = new OneChange(settings, runs);
    private final SeedRuns seeds;
    private final Capacity capacity;
    private final PenaltyPaths paths;
    private final Originals originals;
    private final OriginalLooks originalLooks;
    private final StagePlan plan = new StagePlan();
    private final LayerEdits layers = new LayerEdits(settings.hidden(), undo);
    private final Looks looks;
    private final Instruments instruments = new Instruments();
    private final RateTrial rateTrial;
    private final Player player;
    private final ReadOnlyObjectWrapper<List<Difference>> waiting = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Picture> picture;
    private final RunsSaid said;
    private @Nullable Integer cursor;

    TrainingViewModel(Runner workers, Executor pulses) {
        seeds = new SeedRuns(workers, pulses);
        capacity = new Capacity(workers, pulses);
        paths = new PenaltyPaths(workers, pulses);
        originals = new Originals(workers, pulses, runs, plan, this::show);
        originalLooks = new OriginalLooks(workers, pulses, originals, plan);
        looks = new Looks(workers, pulses, plan);
        rateTrial = new RateTrial(workers, pulses);
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
                TrainingViewModel.this.restart();
            }
        });
        runs.begin(experiment(), player.run().history(), false);
        picture = new ReadOnlyObjectWrapper<>(pictureOfNow());
        said = new RunsSaid(settings, runs, seeds, picture::get);
        playback.speed().set(TEN_A_SECOND);
        playback.length().set(settings.epochs().get());
        settings.experiment().addListener((observed, before, after) -> experimentChanged());
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

    /** The settings that the run on stage does not have and will not take up before a restart. */
    ReadOnlyObjectProperty<List<Difference>> waiting() {
        return waiting.getReadOnlyProperty();
    }

    /** What is said of the runs on stage. */
    RunsSaid said() {
        return said;
    }

    /** What is to be seen on stage, in words. */
    List<Words> observations() {
        return Observations.of(picture.get(), player.run().history());
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
            return;
        }
        List<Experiment> experiments = new ArrayList<>();
        KeptRun base = runs.base();
        if (base != null) {
            experiments.add(base.experiment());
        }
        experiments.add(runs.live().experiment());
        seeds.start(experiments, table.folder());
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
        startOver(false);
    }

    /** Uses the doctor's remedy: one change that can be undone, and a run that trains with it from the start. */
    void mend(Symptom symptom) {
        Experiment remedy = symptom.remedy();
        Experiment before = experiment();
        if (remedy == null) {
            return;
        }
        List<Difference> changes = settings.differences(before, remedy);
        String name = changes.isEmpty() ? "training.other" : changes.get(0).nameKey();
        playback.playing().set(false);
        undo.settle();
        settings.experiment().set(remedy);
        undo.did(name, symptom, before, remedy, settings.experiment()::set);
        undo.settle();
        restart();
        playback.playing().set(true);
    }

    /** Whether a run can leave the one on stage where the play head is: behind its newest epoch, or where it diverged. */
    boolean canBranch() {
        int epoch = playback.position().get();
        Snapshots snapshots = player.run().snapshots();
        boolean past =
                epoch < player.progress().epoch() || player.progress().outcome() instanceof TrainingOutcome.Diverged;
        return past && snapshots != null && epoch >= snapshots.firstEpoch() && epoch <= snapshots.newestEpoch();
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
        playback.playing().set(false);
        int epoch = playback.position().get();
        Experiment wanted = OnTheWay.branched(ended.experiment(), experiment());
        LiveRun run = player.branch(epoch, wanted, snapshots);
        runs.begin(wanted, run.history(), true);
        waiting.set(settings.differences(player.taken(), experiment()));
        show();
        player.open();
        player.release(ended);
    }

    /** The play head to the newest epoch. */
    void toNewest() {
        playback.seek(playback.done().get());
    }

    /** The memory that looking back takes at present, in bytes. */
    long snapshotBytes() {
        Snapshots snapshots = player.run().snapshots();
        return snapshots == null ? 0 : snapshots.bytes();
    }

    /** Tests learning rates with the settings of now, or ends a test that goes on. */
    void testRates() {
        if (rateTrial.found().get().running()) {
            rateTrial.cancel();
        } else {
            rateTrial.start(experiment(), table.folder());
        }
    }

    /** Sets the largest rate that the test suggests, as one change. */
    void useTestedRate() {
        RateTest.Suggestion suggestion = rateTrial.found().get().suggestion();
        if (suggestion != null) {
            undo.settle();
            settings.learningRate()
                    .set(new BigDecimal(suggestion.to())
                            .round(new MathContext(3))
                            .doubleValue());
            undo.settle();
        }
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

    /** The runs that have made an epoch, as text; empty for none. */
    String keptRuns() {
        List<SavedRun> saved = runs.saved();
        return saved.isEmpty() ? "" : RunsFormat.write(saved);
    }

    /**
     * Brings runs back beside the live one, in place of those that are there.
     *
     * @throws Refusal for a text that {@link #keptRuns} did not make
     */
    void bringBack(String kept) {
        runs.bringBack(kept.isEmpty() ? List.of() : RunsFormat.parse(kept, "runs"));
    }

    /** Ends whatever runs, for good. */
    void close() {
        rateTrial.cancel();
        originals.close();
        seeds.stop();
        capacity.stop();
        player.close();
    }

    private void experimentChanged() {
        if (player.isUntouched()) {
            startOver(true);
            return;
        }
        player.change(experiment());
        waiting.set(settings.differences(player.taken(), experiment()));
    }

    private void startOver(boolean keepsOthers) {
        boolean begun = player.hasBegun();
        LiveRun run = player.replace(experiment(), table.folder());
        runs.begin(run.experiment(), run.history(), begun);
        if (!keepsOthers) {
            runs.forgetOthers();
        }
        waiting.set(List.of());
        if (begun) {
            show();
        }
        player.open();
    }

    private void show() {
        picture.set(pictureOfNow());
        looks.moved(player.run(), player.taken(), playback.position().get(), player.progress());
        originalLooks.moved(picture.get());
    }

    private @Nullable Reading reading() {
        int epoch = playback.position().get();
        RunHistory history = player.run().history();
        EpochReport head = history.at(epoch);
        EpochReport best = history.best();
        KeptRun earlier = runs.base();
        return head == null || best == null
                ? null
                : new Reading(
                        head, best, earlier == null ? null : earlier.history().at(epoch));
    }

    /** A run was pinned, named, hidden …; a run that begins is shown once it is read. */
    private void runsChanged() {
        capacity.about(runs.live().experiment());
        seeds.keep(runs.list().get().stream().map(KeptRun::experiment).toList());
        if (runs.live().history() == player.run().history()) {
            show();
        }
    }

    private List<ShownRun> shownRuns() {
        List<KeptRun> visible = runs.list().get().stream()
                .filter(run -> run.visible() || runs.isLive(run))
                .toList();
        RunNames names = new RunNames(settings, visible);
        int epoch = playback.position().get();
        Integer at = cursor;
        return visible.stream()
                .map(run -> new ShownRun(
                        run,
                        names.brief(run),
                        runs.isLive(run),
                        reached(run, epoch),
                        run.history().best(),
                        seeds.of(run.experiment()),
                        at == null ? null : reached(run, at)))
                .toList();
    }

    /** A run's row at an epoch; null where it has not come so far. */
    private static @Nullable EpochReport reached(KeptRun run, int epoch) {
        EpochReport newest = run.history().newest();
        return newest == null || newest.epoch() < epoch ? null : run.history().at(epoch);
    }

    private @Nullable Previous previous() {
        KeptRun before = runs.base();
        return before == null
                ? null
                : new Previous(
                        before.experiment(),
                        before.history().curves(),
                        !before.history().marks().isEmpty(),
                        settings.differences(before.experiment(), player.run().experiment()));
    }

    private Picture pictureOfNow() {
        RunHistory history = player.run().history();
        Progress progress = player.progress();
        return new Picture(
                player.taken(),
                history.curves(),
                history.marks(),
                history.facts(),
                reading(),
                previous(),
                shownRuns(),
                cursor,
                progress.step(),
                progress.place(),
                progress.outcome(),
                progress.refusal());
    }
}
