package hyperlab.lab.map;

import hyperlab.file.Document;
import hyperlab.file.MapTrainers;
import hyperlab.lab.LabViewModel;
import hyperlab.map.MapColor;
import hyperlab.map.MapDisplay;
import hyperlab.map.MapPoint;
import hyperlab.map.MapSnapshot;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.map.MapSurroundings;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import hyperlab.ui.concurrent.TaskExecutor;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The view model of the Map lab. A change of the map cancels its computation and starts a new one; the runs of the
 * pinned pixel and of the one under the pointer are performed again, to show their losses. The playback position is the
 * stop of a walk across the map, which moves the pinned pixel.
 */
public final class MapViewModel extends LabViewModel<MapSetup, MapViewState> {
    private final MapSettings settings;
    private final MapRunner runner;
    private final PixelSelection selection;
    private final PixelRuns runs;
    private final MapPlayback player;
    private final ZoomHistory zooms = new ZoomHistory();
    private MapRunner.MapUpdate update = new MapRunner.MapUpdate(null, null, Double.NaN, false, null);
    private boolean running;
    private boolean paused;
    private boolean repeatsRuns;
    private boolean onStage;
    private boolean raceRequested;
    private @Nullable Path folder;

    /**
     * Creates a lab with the default map, which is computed as soon as the lab is on stage.
     *
     * @param workers computes maps and runs
     * @param threads number of threads for a map
     * @param fxExecutor delivers results: the FX thread
     * @param onInvalidInput receives each rejected input; the setting keeps its previous value
     */
    public MapViewModel(
            TaskExecutor workers, int threads, Executor fxExecutor, Consumer<InvalidInputException> onInvalidInput) {
        super("map.stop", MapSetup.of(MapPreset.MOONS.map(), MapDisplay.DEFAULT), onInvalidInput);
        settings = new MapSettings(settingsState());
        selection = new PixelSelection(setup());
        runner = new MapRunner(workers, threads, fxExecutor, this::updated);
        runs = new PixelRuns(workers, fxExecutor, this::runEnded);
        player = new MapPlayback(playback(), walk(), this::walkTo, this::refresh);
        refresh();
        showWalk();
        settingsState().stateProperty().addListener((observed, before, after) -> settingsChanged());
    }

    // properties

    MapSettings settings() {
        return settings;
    }

    MapSetup setup() {
        return settingsState().get();
    }

    AxisValues xValues() {
        return selection.x();
    }

    AxisValues yValues() {
        return selection.y();
    }

    /** The base folder of relative paths; null for the working directory. */
    @Nullable
    Path folder() {
        return folder;
    }

    // commands

    /** Shows another map, with its own two pixels. */
    void choosePreset(MapPreset preset) {
        settingsState()
                .change(
                        "map.undo.preset",
                        setup -> MapSetup.of(preset.map(), setup.display().withoutPlaces()));
    }

    /** Maps the surroundings of an experiment: learning rate and batch size, with the experiment pinned. */
    void chooseExperiment(Experiment experiment, @Nullable Path newFolder) {
        folder = newFolder;
        MapSpecification map = MapSurroundings.of(experiment, "training.batchSize");
        settingsState()
                .change(
                        "map.undo.experiment",
                        setup -> MapSetup.of(map, setup.display().withoutPlaces()));
    }

    /** Shows a part of the map, given by the bounds of both axes in the values of the chart. */
    void zoomTo(double xLow, double xHigh, double yLow, double yHigh) {
        List<ZoomHistory.View> earlier = zooms.add(setup());
        settingsState().changePart("map.undo.zoom", this, setup -> {
            MapSpecification map = setup.map();
            return ZoomHistory.zoomed(
                    setup, MapSettings.zoomed(map.x(), xLow, xHigh), MapSettings.zoomed(map.y(), yLow, yHigh), earlier);
        });
    }

    /** Shows the whole map again. */
    void resetZoom() {
        settingsState().change("map.undo.zoom", setup -> setup.withZoom(setup.homeX(), setup.homeY()));
    }

    /** Pins a pixel; the one that was pinned becomes the one to compare with. */
    void pin(MapCell cell) {
        if (cell.equals(selection.pinnedCell())) {
            showWalk();
            refresh();
            return;
        }
        MapPoint before = selection.pinned();
        MapPoint now = selection.place(cell);
        selection.pointAt(null);
        settingsState()
                .change(
                        "map.undo.pin",
                        setup -> setup.withDisplay(setup.display().withPins(now, before)));
    }

    /** Moves the pointer to a pixel; null when it leaves the map. A race goes on undisturbed. */
    void pointAt(@Nullable MapCell cell) {
        boolean undisturbed = raceRequested
                || (player.isRacing() && playback().playingProperty().get());
        if (!undisturbed && selection.pointAt(cell)) {
            if (player.isRacing()) {
                showWalk();
            }
            requestOther();
            refresh();
        }
    }

    /** Moves the pointer from the pixel that it points at, or from the pinned one. */
    void movePointer(int columns, int rows) {
        pointAt(selection.neighbor(columns, rows));
    }

    /** Pins the pixel that is pointed at, and plays its run next to that of the pixel that was pinned before. */
    void race() {
        MapCell pointer = selection.pointer();
        if (pointer != null) {
            pin(pointer);
        }
        selection.pointAt(null);
        requestOther();
        raceRequested = !selection.otherCell().equals(selection.pinnedCell());
        startRace();
        refresh();
    }

    /** Ends a race: both runs are shown as a whole. */
    void endRace() {
        raceRequested = false;
        if (player.isRacing()) {
            showWalk();
            refresh();
        }
    }

    private void startRace() {
        PixelRun pinned = runs.pinned(selection);
        PixelRun other = runs.other(selection);
        if (raceRequested && pinned != null && other != null) {
            raceRequested = false;
            player.race(pinned, other, setup().map());
        }
    }

    private void runEnded() {
        startRace();
        refresh();
    }

    /** Pauses the computation, or continues it. */
    void pauseOrContinue() {
        paused = running;
        if (running) {
            runner.stop();
            running = false;
            refresh();
        } else {
            compute();
        }
    }

    @Override
    public Document document() {
        return new Document.OfMap(setup().map(), setup().display());
    }

    /**
     * Opens a map and clears the undo history.
     *
     * @throws InvalidInputException if the map is invalid
     */
    @Override
    public void open(Document document, @Nullable Path newFolder) {
        if (document instanceof Document.OfMap of) {
            MapTrainers.of(of.map(), newFolder);
            folder = newFolder;
            undo().applyAndClear(() -> settingsState().set(MapSetup.of(of.map(), of.display())));
        }
    }

    @Override
    public void resume() {
        onStage = true;
        if (!paused) {
            compute();
        }
        requestRuns();
    }

    @Override
    public void pause() {
        super.pause();
        onStage = false;
        runner.stop();
        running = false;
        refresh();
    }

    @Override
    public void close() {
        super.close();
        runs.close();
    }

    private void settingsChanged() {
        MapSetup before = viewState().setup();
        boolean mapChanged = !setup().map().equals(before.map());
        selection.update(before, setup());
        boolean placesChanged = !setup().display().equals(before.display());
        if (mapChanged || placesChanged) {
            raceRequested = false;
            showWalk();
        }
        refresh();
        if (mapChanged) {
            paused = false;
            repeatsRuns = setup().map().color() == MapColor.EPOCHS_TO_TARGET
                    && setup().map().subject() instanceof MapSubject.OfExperiment
                    && setup().map().withoutColor().equals(before.map().withoutColor());
            compute();
        }
        if (mapChanged || placesChanged) {
            requestRuns();
        }
    }

    private MapWalk walk() {
        return MapWalk.through(selection.pinnedCell(), setup().display().walk(), selection.x(), selection.y());
    }

    private void showWalk() {
        player.showWalk(walk(), selection.pinnedCell(), selection.x(), selection.y());
    }

    private void walkTo(MapCell cell) {
        selection.moveTo(cell);
        runs.requestPinned(request(cell));
        refresh();
    }

    private void compute() {
        MapSnapshot known = update.snapshot();
        boolean complete = known != null
                && known.map().equals(setup().map())
                && known.progress().isComplete();
        if (onStage && !complete) {
            running = true;
            runner.start(setup().map(), folder);
        }
        refresh();
    }

    private void updated(MapRunner.MapUpdate newUpdate) {
        MapSnapshot shown = newUpdate.snapshot() == null ? update.snapshot() : newUpdate.snapshot();
        MapAnalysis analysis = newUpdate.snapshot() == null ? update.analysis() : newUpdate.analysis();
        double sharpness = hasCurrentCurves() && !newUpdate.ended() ? update.sharpness() : newUpdate.sharpness();
        update = new MapRunner.MapUpdate(shown, analysis, sharpness, newUpdate.ended(), newUpdate.error());
        running = !newUpdate.ended();
        refresh();
    }

    private void requestRuns() {
        runs.requestPinned(request(selection.pinnedCell()));
        requestOther();
    }

    private void requestOther() {
        runs.requestOther(request(selection.otherCell()));
    }

    private PixelRunner.PixelRequest request(MapCell cell) {
        return new PixelRunner.PixelRequest(
                setup().map(),
                folder,
                cell,
                selection.x().text(cell.column()),
                selection.y().text(cell.row()),
                runner.find(setup().map(), folder, cell));
    }

    /** Whether what was computed for the previous map holds for this one: the same subject on the same axes. */
    private boolean hasCurrentCurves() {
        MapSnapshot known = update.snapshot();
        MapSpecification map = setup().map();
        return known != null
                && known.map().subject().equals(map.subject())
                && known.map().x().key().equals(map.x().key())
                && known.map().y().key().equals(map.y().key());
    }

    private void refresh() {
        MapRunner.MapUpdate curves = hasCurrentCurves()
                ? update
                : new MapRunner.MapUpdate(null, null, Double.NaN, update.ended(), update.error());
        setViewState(new MapViewState(
                setup(),
                update.snapshot(),
                curves.analysis(),
                curves.sharpness(),
                running,
                repeatsRuns,
                update.error(),
                selection.pinnedCell(),
                runs.pinned(selection),
                selection.otherCell(),
                runs.other(selection),
                selection.pointer() != null,
                player.walk(),
                player.racePosition(),
                OverlaySelection.of(setup(), curves)));
    }
}
