package hyperlab.lab.tuning;

import hyperlab.file.Document;
import hyperlab.file.MapTrainers;
import hyperlab.map.MapCache;
import hyperlab.map.MapComputation;
import hyperlab.map.MapPoint;
import hyperlab.map.MapSnapshot;
import hyperlab.map.MapSpecification;
import hyperlab.rule.InvalidInputException;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.concurrent.TaskExecutor;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The map of two searched hyperparameters with a training run for each pixel. It is computed on all cores but one, while
 * it is visible and nothing else is being trained. FX thread only.
 */
final class TrainedMap {
    private static final long CACHE_BYTES = 8L << 20;

    private final TaskExecutor workers;
    private final int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    private final StudyRunner<MapResult> run;
    private final ReadOnlyObjectWrapper<MapState> state =
            new ReadOnlyObjectWrapper<>(this, "state", new MapState(null, null, false, false, null));
    private MapCache cache = new MapCache(CACHE_BYTES);
    private @Nullable Path cacheFolder;

    /**
     * A map to compute.
     *
     * @param trial whose values the other hyperparameters have; empty if they have those of the study
     * @param folder the folder of relative paths; null for the working directory
     */
    record MapRequest(
            Document.OfMap document,
            Optional<Integer> trial,
            @Nullable Path folder) {
        private boolean isSameMap(MapRequest other) {
            return map().equals(other.map()) && Objects.equals(folder, other.folder);
        }

        MapSpecification map() {
            return document.map();
        }

        /** With the trials of another request, if they are places on the same axes. */
        private MapRequest withTrialsOf(MapRequest other) {
            boolean sameAxes = map().x().equals(other.map().x())
                    && map().y().equals(other.map().y());
            List<MapPoint> trials = other.document.display().trials();
            return sameAxes
                    ? new MapRequest(
                            new Document.OfMap(map(), document.display().withTrials(trials)), trial, folder)
                    : this;
        }
    }

    private record MapResult(
            @Nullable MapSnapshot snapshot, @Nullable InvalidInputException error) {}

    /**
     * What the card shows.
     *
     * @param request null if there is no such map, or none yet
     * @param snapshot its pixels so far; null before the first ones
     * @param running whether it is being computed
     * @param waiting whether it waits for other training runs to end
     * @param error why it cannot be computed; null otherwise
     */
    record MapState(
            @Nullable MapRequest request,
            @Nullable MapSnapshot snapshot,
            boolean running,
            boolean waiting,
            @Nullable InvalidInputException error) {}

    /**
     * @param workers compute the map
     * @param window receives the updates: the FX thread
     */
    TrainedMap(TaskExecutor workers, Executor window) {
        this.workers = workers;
        run = new StudyRunner<>("map", workers, window);
        run.statusProperty().addListener((observed, before, now) -> {
            MapState shown = state.get();
            publish(shown.request(), shown.waiting());
        });
    }

    ReadOnlyObjectProperty<MapState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /**
     * Starts or stops the computation.
     *
     * @param busy whether something else is being trained
     * @param request asked only if the map is visible
     */
    void update(boolean visible, boolean busy, Supplier<Optional<MapRequest>> request) {
        if (!visible) {
            run.stop();
            return;
        }
        MapRequest wanted = request.get().orElse(null);
        MapRequest shown = state.get().request();
        if (busy) {
            run.stop();
            publish(shown == null || wanted == null ? shown : shown.withTrialsOf(wanted), true);
            return;
        }
        if (wanted == null) {
            run.clear();
            publish(null, false);
            return;
        }
        boolean sameMap = shown != null && shown.isSameMap(wanted);
        publish(wanted, false);
        boolean ended = run.statusProperty().get().state() == StudyRunner.StudyState.DONE;
        if (!sameMap || !(ended || run.statusProperty().get().isRunning())) {
            start(wanted);
        }
    }

    private void start(MapRequest request) {
        if (!Objects.equals(cacheFolder, request.folder())) {
            cache = new MapCache(CACHE_BYTES);
            cacheFolder = request.folder();
        }
        MapSpecification map = request.map();
        MapCache pixels = cache;
        run.start((listener, cancelled) -> {
            try {
                MapComputation computation =
                        new MapComputation(map, MapTrainers.of(map, request.folder()), pixels.pixels(map));
                computation.run(
                        task -> workers.run("map", task),
                        threads,
                        snapshot -> listener.resultsChanged(
                                List.of(new MapResult(snapshot, null)),
                                (double) snapshot.progress().known()
                                        / snapshot.progress().pixels()),
                        cancelled);
            } catch (InvalidInputException invalid) {
                listener.resultsChanged(List.of(new MapResult(null, invalid)), 1);
            }
        });
    }

    private void publish(@Nullable MapRequest request, boolean waiting) {
        List<MapResult> results = run.statusProperty().get().results();
        MapResult result = results.isEmpty() ? new MapResult(state.get().snapshot(), null) : results.get(0);
        MapSnapshot snapshot = result.snapshot();
        boolean current = request != null && snapshot != null && snapshot.map().equals(request.map());
        MapState now = new MapState(
                request,
                current ? snapshot : null,
                run.statusProperty().get().isRunning(),
                waiting,
                request == null ? null : result.error());
        if (!now.equals(state.get())) {
            state.set(now);
        }
    }
}
