package hyperlab.lab.map;

import hyperlab.file.Document;
import hyperlab.file.MapTrainers;
import hyperlab.lab.LabViewModel;
import hyperlab.map.MapSnapshot;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.map.OverlayCurve;
import hyperlab.map.OverlayCurves;
import hyperlab.map.Pixel;
import hyperlab.map.RateRows;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.NumberFormats;
import hyperlab.train.Experiment;
import hyperlab.ui.concurrent.LatestTask;
import hyperlab.ui.concurrent.TaskExecutor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    private final PixelRunner pixelRunner = new PixelRunner();
    private final LatestTask<PixelRunner.PixelRequest, PixelRun> pinnedRuns;
    private final LatestTask<PixelRunner.PixelRequest, PixelRun> otherRuns;
    private AxisValues xValues;
    private AxisValues yValues;
    private PinnedPlace pinnedPlace;
    private PinnedPlace previousPlace;
    private @Nullable MapCell pointer;
    private @Nullable PixelRun pinnedRun;
    private @Nullable PixelRun otherRun;
    private MapRunner.MapUpdate update = new MapRunner.MapUpdate(null, null, Double.NaN, false, null);
    private MapWalk walk;
    private boolean running;
    private boolean paused;
    private boolean onStage;
    private boolean moving;
    private volatile boolean closed;
    private @Nullable Path folder;

    /** A pixel by its values, so that it stays where it is when the axes change. */
    private record PinnedPlace(double x, double y) {}

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
        MapSetup first = settingsState().get();
        settings = new MapSettings(settingsState());
        xValues = new AxisValues(first.map().x());
        yValues = new AxisValues(first.map().y());
        pinnedPlace = new PinnedPlace(MapPreset.MOONS.pinnedX(), MapPreset.MOONS.pinnedY());
        previousPlace = new PinnedPlace(MapPreset.MOONS.comparedX(), MapPreset.MOONS.comparedY());
        walk = MapWalk.through(cell(pinnedPlace), first.display().walk(), xValues, yValues);
        runner = new MapRunner(workers, threads, fxExecutor, this::updated);
        Executor pixelWorkers = work -> workers.run("pixel", work);
        pinnedRuns = new LatestTask<>(pixelWorkers, fxExecutor, this::run, run -> {
            pinnedRun = run;
            refresh();
        });
        otherRuns = new LatestTask<>(pixelWorkers, fxExecutor, this::run, run -> {
            otherRun = run;
            refresh();
        });
        refresh();
        updatePlayback();
        settingsState().stateProperty().addListener((observed, before, after) -> settingsChanged());
        playback().positionProperty().addListener((observed, before, after) -> walkTo(after.intValue()));
    }

    private @Nullable PixelRun run(PixelRunner.PixelRequest request) {
        return pixelRunner.run(request, () -> closed);
    }

    // properties

    MapSettings settings() {
        return settings;
    }

    MapSetup setup() {
        return settingsState().get();
    }

    AxisValues xValues() {
        return xValues;
    }

    AxisValues yValues() {
        return yValues;
    }

    /** The base folder of relative paths; null for the working directory. */
    @Nullable
    Path folder() {
        return folder;
    }

    // commands

    /** Shows another map, with its own two pixels. */
    void choosePreset(MapPreset preset) {
        pinnedPlace = new PinnedPlace(preset.pinnedX(), preset.pinnedY());
        previousPlace = new PinnedPlace(preset.comparedX(), preset.comparedY());
        MapDisplay display = setup().display();
        settingsState().change("map.undo.preset", setup -> MapSetup.of(preset.map(), display));
    }

    /** Maps the surroundings of an experiment: learning rate and batch size, with the experiment pinned. */
    void chooseExperiment(Experiment experiment, @Nullable Path newFolder) {
        folder = newFolder;
        MapSpecification map = new MapSpecification(
                new MapSubject.OfExperiment(
                        experiment.withNetwork(experiment.network().withInitialWeights(null))),
                AxisKeys.axis("training.learningRate", MapSettings.DEFAULT_RESOLUTION),
                AxisKeys.axis("training.batchSize", MapSettings.DEFAULT_RESOLUTION),
                AxisKeys.colors(new MapSubject.OfExperiment(experiment)).get(0));
        previousPlace = pinnedPlace;
        pinnedPlace = new PinnedPlace(
                experiment.training().learningRate(),
                experiment.training().batchSize().isFull()
                        ? map.y().high()
                        : experiment.training().batchSize().samples());
        settingsState().change("map.undo.experiment", setup -> MapSetup.of(map, setup.display()));
    }

    /** Shows a part of the map, given by the bounds of both axes in the values of the chart. */
    void zoomTo(double xLow, double xHigh, double yLow, double yHigh) {
        settingsState().changePart("map.undo.zoom", this, setup -> {
            MapSpecification map = setup.map();
            return setup.withZoom(MapSettings.zoomed(map.x(), xLow, xHigh), MapSettings.zoomed(map.y(), yLow, yHigh));
        });
    }

    /** Shows the whole map again. */
    void resetZoom() {
        settingsState().change("map.undo.zoom", setup -> setup.withZoom(setup.homeX(), setup.homeY()));
    }

    /** Pins a pixel; the one that was pinned becomes the one to compare with. */
    void pin(MapCell cell) {
        if (!cell.equals(cell(pinnedPlace))) {
            previousPlace = pinnedPlace;
        }
        place(cell);
        walk = MapWalk.through(cell, setup().display().walk(), xValues, yValues);
        updatePlayback();
        requestRuns();
        refresh();
    }

    private void place(MapCell cell) {
        pinnedPlace = new PinnedPlace(xValues.number(cell.column()), yValues.number(cell.row()));
    }

    /** Moves the pointer to a pixel; null when it leaves the map. */
    void pointAt(@Nullable MapCell cell) {
        if (!Objects.equals(pointer, cell)) {
            pointer = cell;
            requestOther();
            refresh();
        }
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
        return new Document.OfMap(setup().map());
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
            MapPreset.of(of.map().subject()).ifPresent(preset -> {
                pinnedPlace = new PinnedPlace(preset.pinnedX(), preset.pinnedY());
                previousPlace = new PinnedPlace(preset.comparedX(), preset.comparedY());
            });
            undo().applyAndClear(() -> settingsState().set(MapSetup.of(of.map(), setup().display())));
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
        closed = true;
    }

    private void settingsChanged() {
        MapSpecification map = setup().map();
        MapSpecification before = viewState().setup().map();
        MapDisplay displayBefore = viewState().setup().display();
        boolean mapChanged = !map.equals(before);
        if (mapChanged) {
            xValues = new AxisValues(map.x());
            yValues = new AxisValues(map.y());
            pointer = null;
        }
        if (mapChanged || setup().display().walk() != displayBefore.walk()) {
            walk = MapWalk.through(cell(pinnedPlace), setup().display().walk(), xValues, yValues);
            updatePlayback();
        }
        refresh();
        if (mapChanged) {
            paused = false;
            compute();
            requestRuns();
        }
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
        update = new MapRunner.MapUpdate(shown, analysis, newUpdate.sharpness(), newUpdate.ended(), newUpdate.error());
        running = !newUpdate.ended();
        refresh();
    }

    private void requestRuns() {
        pinnedRuns.submit(request(cell(pinnedPlace)));
        requestOther();
    }

    private void requestOther() {
        otherRuns.submit(request(otherCell()));
    }

    private PixelRunner.PixelRequest request(MapCell cell) {
        MapSnapshot known = update.snapshot();
        Pixel pixel =
                known != null && known.map().equals(setup().map()) ? known.pixel(cell.column(), cell.row()) : null;
        return new PixelRunner.PixelRequest(
                setup().map(), folder, cell, xValues.text(cell.column()), yValues.text(cell.row()), pixel);
    }

    private MapCell otherCell() {
        return pointer == null ? cell(previousPlace) : pointer;
    }

    private MapCell cell(PinnedPlace place) {
        return new MapCell(xValues.nearest(place.x()), yValues.nearest(place.y()));
    }

    private void updatePlayback() {
        int stop = Math.max(0, walk.cells().indexOf(cell(pinnedPlace)));
        int last = walk.cells().size() - 1;
        moving = true;
        try {
            playback().lengthProperty().set(last);
            playback().completedProperty().set(last);
            playback().labelsProperty().set(this::stopLabel);
            playback().seek(stop);
        } finally {
            moving = false;
        }
    }

    private String stopLabel(int stop) {
        MapCell cell = walk.cells().get(Math.max(0, Math.min(stop, walk.cells().size() - 1)));
        boolean alongY = walk.direction() == WalkDirection.Y;
        AxisValues axis = alongY ? yValues : xValues;
        int index = alongY ? cell.row() : cell.column();
        return axis.isChoice() ? axis.text(index).replace("\"", "") : NumberFormats.format(axis.number(index), 3);
    }

    private void walkTo(int stop) {
        if (moving || stop >= walk.cells().size()) {
            return;
        }
        place(walk.cells().get(stop));
        pinnedRuns.submit(request(cell(pinnedPlace)));
        refresh();
    }

    private void refresh() {
        MapCell pinnedCell = cell(pinnedPlace);
        MapCell otherCell = otherCell();
        setViewState(new MapViewState(
                setup(),
                update.snapshot(),
                update.analysis(),
                update.sharpness(),
                running,
                update.error(),
                pinnedCell,
                current(pinnedRun, pinnedCell),
                otherCell,
                current(otherRun, otherCell),
                pointer != null,
                walk,
                overlays()));
    }

    /** A run, unless it is of another pixel. */
    private @Nullable PixelRun current(@Nullable PixelRun run, MapCell cell) {
        return run != null
                        && run.cell().equals(cell)
                        && run.x().equals(xValues.text(cell.column()))
                        && run.y().equals(yValues.text(cell.row()))
                ? run
                : null;
    }

    private List<OverlayCurve> overlays() {
        MapSpecification map = setup().map();
        MapDisplay display = setup().display();
        List<OverlayCurve> curves = new ArrayList<>();
        if (display.curves()) {
            curves.addAll(OverlayCurves.ofQuadratic(map));
            if (update.sharpness() > 0) {
                OverlayCurves.twoOverSharpness(map, update.sharpness()).ifPresent(curves::add);
            }
        }
        MapAnalysis analysis = update.analysis();
        RateRows rows = analysis == null ? null : analysis.rows();
        if (display.ratio() && rows != null) {
            rows.constantRatio()
                    .flatMap(ratio -> OverlayCurves.constantRatio(map, ratio.middle()))
                    .ifPresent(curves::add);
        }
        return curves;
    }
}
