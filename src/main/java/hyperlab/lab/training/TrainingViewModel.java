package hyperlab.lab.training;

import hyperlab.diagnosis.HardSamples;
import hyperlab.file.Document;
import hyperlab.lab.LabViewModel;
import hyperlab.lab.training.inspection.CapacityStudyViewModel;
import hyperlab.lab.training.inspection.MeasurementHistory;
import hyperlab.lab.training.inspection.NetworkInspection;
import hyperlab.lab.training.inspection.NetworkInspectionViewModel;
import hyperlab.lab.training.inspection.PlaygroundPageViewModel;
import hyperlab.lab.training.inspection.RangeTestViewModel;
import hyperlab.lab.training.inspection.RegularizationPathViewModel;
import hyperlab.lab.training.inspection.RunReplay;
import hyperlab.lab.training.motion.SlowMotion;
import hyperlab.lab.training.run.ComparedRun;
import hyperlab.lab.training.run.ComparedRuns;
import hyperlab.lab.training.run.ControlledComparison;
import hyperlab.lab.training.run.LiveRun;
import hyperlab.lab.training.run.Observations;
import hyperlab.lab.training.run.PlaygroundRuns;
import hyperlab.lab.training.run.RunController;
import hyperlab.lab.training.run.RunPlayer;
import hyperlab.lab.training.run.RunStore;
import hyperlab.lab.training.run.RunSummaries;
import hyperlab.lab.training.run.SeedStudyViewModel;
import hyperlab.lab.training.run.StageChart;
import hyperlab.lab.training.run.StageLayout;
import hyperlab.lab.training.run.TrainingViewState;
import hyperlab.lab.training.run.ViewStateFactory;
import hyperlab.lab.training.settings.ExperimentSettings;
import hyperlab.lab.training.settings.HiddenLayerEditor;
import hyperlab.lab.training.settings.LocalizedText;
import hyperlab.lab.training.settings.NearestExperiment;
import hyperlab.lab.training.settings.PointEditor;
import hyperlab.lab.training.settings.UserTable;
import hyperlab.lab.training.settings.UserWeights;
import hyperlab.log.LogAxis;
import hyperlab.log.TrainingLog;
import hyperlab.playground.PlaygroundExperiment;
import hyperlab.train.Experiment;
import hyperlab.ui.UndoHistory;
import hyperlab.ui.concurrent.TaskExecutor;
import hyperlab.ui.control.playback.Playback;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * The Training lab: the experiment being configured, the run that was started with it, and the runs it is compared
 * with. Settings that can change during a run reach it at its next step. All others require a restart, or apply
 * immediately if no step was performed yet. Creates the view models of the lab's parts and connects them;
 * {@link TrainingView} hands them to the views.
 */
final class TrainingViewModel extends LabViewModel<Experiment, TrainingViewState> {
    private static final int TEN_EPOCHS_PER_SECOND = 3;

    private final UndoHistory undo = undo();
    private final ExperimentSettings settings = new ExperimentSettings(settingsState());
    private final UserTable table = new UserTable(settings);
    private final UserWeights weights =
            new UserWeights(settings.network().start().weights(), table);
    private final Playback playback = playback();
    private final PointEditor points = new PointEditor(settings, undo);
    private final ComparedRuns runs = new ComparedRuns(undo);
    private final ControlledComparison controlledComparison = new ControlledComparison(settings, runs);
    private final SeedStudyViewModel seeds;
    private final CapacityStudyViewModel capacity;
    private final RegularizationPathViewModel paths;
    private final PlaygroundRuns playgroundRuns;
    private final PlaygroundPageViewModel playgroundPage;
    private final StageLayout layout = new StageLayout();
    private final HiddenLayerEditor layerEditor =
            new HiddenLayerEditor(settings.network().hidden(), undo);
    private final NetworkInspectionViewModel inspection;
    private final MeasurementHistory measurements = new MeasurementHistory();
    private final RangeTestViewModel rangeTest;
    private final RunPlayer player;
    private final RunController runController;
    private final ScalingComparison scaling;
    private final SlowMotion slowMotion;
    private final ViewStateFactory viewStates;
    private final RunSummaries summaries;
    private final RunStore runStore;
    private final BooleanProperty bySteps = new SimpleBooleanProperty(this, "bySteps");
    private @Nullable LiveRun tracedRun;
    private @Nullable Integer cursor;
    /** Whether there is a log without epochs. */
    private boolean hasOnlySteps;

    TrainingViewModel(TaskExecutor workers, Executor pulses) {
        super("shell.epoch", Experiment.DEFAULT, ExperimentSettings.REJECT);
        seeds = new SeedStudyViewModel(workers, pulses);
        capacity = new CapacityStudyViewModel(workers, pulses);
        paths = new RegularizationPathViewModel(workers, pulses);
        playgroundRuns = new PlaygroundRuns(workers, pulses, runs, layout, this::show);
        playgroundPage = new PlaygroundPageViewModel(workers, pulses, playgroundRuns, layout);
        inspection = new NetworkInspectionViewModel(workers, pulses, layout);
        inspection.windowProperty().bind(points.windowProperty());
        points.editingProperty().addListener((observed, before, now) -> pointsShown(now));
        controlledComparison.enabledProperty().addListener((observed, before, now) -> points.end());
        rangeTest = new RangeTestViewModel(workers, pulses, settings, table);
        inspection.inspectionProperty().addListener((observed, before, now) -> {
            if (now == null) {
                measurements.clear();
            } else {
                measurements.addMeasurements(now);
            }
        });
        player = new RunPlayer(workers, pulses, playback, experiment(), new RunPlayer.PlayerListener() {
            @Override
            public void changed() {
                show();
            }

            @Override
            public void restartRequested(boolean keepUnfinished) {
                if (keepUnfinished) {
                    runController().restart();
                } else {
                    runController().restartWithoutUnfinished();
                }
            }
        });
        runController = new RunController(settings, table, runs, player, undo, this::show);
        scaling = new ScalingComparison(settings, runs, runController);
        slowMotion = new SlowMotion(result -> player.traceStep(trace -> {
            tracedRun = player.run();
            result.accept(trace);
        }));
        viewStates = new ViewStateFactory(settings, player, runs, seeds);
        setViewState(viewStates.create(null));
        summaries = new RunSummaries(settings, runs, seeds, this::viewState);
        runStore = new RunStore(runs, runController, seeds);
        playback.speedProperty().set(TEN_EPOCHS_PER_SECOND);
        playback.lengthProperty().set(settings.learning().epochs().get());
        runs.runsProperty().addListener((observed, before, after) -> runsChanged());
        runs.referenceIdProperty().addListener((observed, before, after) -> runsChanged());
        runs.openedLogIdProperty().addListener((observed, before, after) -> runsChanged());
        seeds.statusProperty().addListener((observed, before, after) -> show());
        capacity.dimensionProperty()
                .addListener((observed, before, after) ->
                        capacity.setExperiment(runs.live().experiment()));
        paths.kindProperty().addListener((observed, before, after) -> computePaths());
        player.open();
    }

    // properties

    ExperimentSettings settings() {
        return settings;
    }

    /** The user's table, if it is the source. */
    UserTable table() {
        return table;
    }

    /** The user's initial weights file, if there is one. */
    UserWeights weights() {
        return weights;
    }

    /** Edits the points of the data by hand. */
    PointEditor points() {
        return points;
    }

    /** The live run and the runs it is compared with. */
    ComparedRuns runs() {
        return runs;
    }

    /** Training under many seeds. */
    SeedStudyViewModel seeds() {
        return seeds;
    }

    /** Training of networks of several sizes. */
    CapacityStudyViewModel capacity() {
        return capacity;
    }

    /** The regularization path of a linear model on the displayed run's data. */
    RegularizationPathViewModel paths() {
        return paths;
    }

    /** "Change one thing" mode. */
    ControlledComparison controlledComparison() {
        return controlledComparison;
    }

    /** Whether the curves are over optimizer steps instead of epochs. */
    BooleanProperty byStepsProperty() {
        return bySteps;
    }

    /** The charts on the stage. */
    StageLayout layout() {
        return layout;
    }

    /** The inspection of the network at the play head. */
    NetworkInspectionViewModel inspection() {
        return inspection;
    }

    /** What TensorFlow Playground would display for its displayed run. */
    PlaygroundPageViewModel playgroundPage() {
        return playgroundPage;
    }

    /** The measurements taken along the displayed run. */
    MeasurementHistory measurements() {
        return measurements;
    }

    /** The learning-rate range test. */
    RangeTestViewModel rangeTest() {
        return rangeTest;
    }

    /** Adds, removes and resizes hidden layers. */
    HiddenLayerEditor layerEditor() {
        return layerEditor;
    }

    /** Whether the data of the run are still being read. The view state may then still show the previous run. */
    ReadOnlyBooleanProperty openingProperty() {
        return player.openingProperty();
    }

    /** Starts, restarts and branches the displayed run. */
    RunController runController() {
        return runController;
    }

    /** The effect of standardizing the features of a table. */
    ScalingComparison scaling() {
        return scaling;
    }

    /** The updates of the run, one phase at a time. */
    SlowMotion slowMotion() {
        return slowMotion;
    }

    /** Statements about the displayed runs. */
    RunSummaries summaries() {
        return summaries;
    }

    /** The compared runs in the form for saving. */
    RunStore runStore() {
        return runStore;
    }

    /** Observations about the displayed run. */
    List<LocalizedText> observations() {
        List<LocalizedText> observations =
                new ArrayList<>(Observations.of(viewState(), player.run().history()));
        NetworkInspection latest = inspection.inspectionProperty().get();
        HardSamples hard = latest == null ? null : latest.predictions().hardSamples();
        if (hard != null && viewState().error() == null) {
            Observations.hardSamples(hard).ifPresent(observations::add);
        }
        return player.run().isFrozen() && viewState().error() == null
                ? Stream.concat(Stream.of(LocalizedText.of("training.see.frozen")), observations.stream())
                        .toList()
                : observations;
    }

    /** Steps through the displayed run again, for animations. */
    RunReplay replay() {
        return new RunReplay(
                player.run(),
                epoch -> viewStates.createAt(epoch, null),
                inspection.planeProperty().get(),
                inspection.featureProperty().get());
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
        if (seeds.statusProperty().get().isRunning()) {
            seeds.stop();
        } else {
            seeds.start(runs.comparedExperiments(), table.folder());
        }
    }

    /** Trains networks of several sizes with the settings of the live run, or stops that. */
    void trainCapacity() {
        capacity.trainOrStop(runs.live().experiment(), table.folder());
    }

    /** Computes the regularization path for the live run's data, unless it is already known. */
    void computePaths() {
        Experiment shown = runs.live().experiment();
        paths.follow(shown.training().penalty());
        paths.request(shown.data(), shown.seed(), table.folder());
    }

    /** Sets the epoch under the pointer, at which all curves are read; null if the pointer is on no chart. */
    void setCursor(@Nullable Integer epoch) {
        if (!Objects.equals(epoch, cursor)) {
            cursor = epoch;
            show();
        }
    }

    /** The current experiment, including settings that have no control here. */
    Experiment experiment() {
        return settings.experimentProperty().get();
    }

    @Override
    public Document document() {
        return new Document.OfExperiment(experiment());
    }

    @Override
    public void open(Document document, @Nullable Path newFolder) {
        if (document instanceof Document.OfExperiment given) {
            open(given.experiment(), newFolder);
        } else if (document instanceof Document.OfPlayground given) {
            open(given.experiment());
        } else if (document instanceof Document.OfLog given) {
            open(given.log());
        }
    }

    /** Shows a log next to the runs; false if it was listed already. */
    boolean open(TrainingLog log) {
        controlledComparison.stop();
        return runs.addLog(log);
    }

    /** Shows a log in which other columns are read instead of the one that a run shows. */
    void correct(int run, TrainingLog log) {
        runs.changeLog(run, log);
    }

    /** Replaces the complete experiment, clears the undo history and removes earlier runs that are not pinned. */
    void open(Experiment experiment, @Nullable Path newFolder) {
        controlledComparison.stop();
        points.end();
        playback.playingProperty().set(false);
        table.folder(newFolder);
        runController.startFresh(() -> undo.applyAndClear(() -> settingsState().set(experiment)));
    }

    /**
     * Takes over the settings of a Playground link, and also trains it exactly as the Playground does, as a run to
     * compare with. One undo takes back both.
     */
    void open(PlaygroundExperiment playground) {
        controlledComparison.stop();
        Experiment before = experiment();
        Experiment after = NearestExperiment.of(playground, before.seed()).experiment();
        playgroundRuns.open(playground, taken -> settingsState().set(taken ? after : before));
    }

    /** Sets whether the stage is visible. What only the stage shows is computed only while it is. */
    void setOnStage(boolean onStage) {
        inspection.setVisible(onStage);
        playgroundPage.setVisible(onStage);
    }

    @Override
    public void close() {
        rangeTest.cancel();
        playgroundRuns.close();
        seeds.stop();
        capacity.stop();
        player.close();
    }

    private void pointsShown(boolean editing) {
        if (editing) {
            layout.show(StageChart.BOUNDARY);
        }
        show();
    }

    private void show() {
        setViewState(viewStates.create(cursor));
        inspection.update(
                player.run(),
                player.currentExperiment(),
                playback.positionProperty().get(),
                player.progress());
        playgroundPage.update(viewState());
        slowMotion.setEnded(player.run().isFrozen() || viewState().outcome() != null);
        SlowMotion.SlowMotionState shown = slowMotion.stateProperty().get();
        if (shown != null
                && (player.run() != tracedRun
                        || player.progress().step() > shown.update().trace().step())) {
            slowMotion.clear();
        }
    }

    /** A run was pinned, renamed, hidden …. A new run is displayed once its data have been read. */
    private void runsChanged() {
        boolean onlySteps = runs.runsProperty().get().stream()
                .map(ComparedRun::log)
                .anyMatch(log -> log != null && !log.isOn(LogAxis.EPOCH));
        if (onlySteps && !hasOnlySteps) {
            bySteps.set(true);
        }
        hasOnlySteps = onlySteps;
        capacity.setExperiment(runs.live().experiment());
        seeds.retainOnly(
                runs.runsProperty().get().stream().map(ComparedRun::experiment).toList());
        if (runs.live().history() == player.run().history()) {
            show();
        }
    }
}
