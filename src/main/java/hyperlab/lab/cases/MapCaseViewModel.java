package hyperlab.lab.cases;

import hyperlab.cases.MapCase;
import hyperlab.cases.MapCaseRun;
import hyperlab.file.MapTrainers;
import hyperlab.map.RateScaling;
import hyperlab.map.RateScaling.SeedRates;
import hyperlab.rule.InvalidInputException;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.concurrent.TaskExecutor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The case that maps answer: the bundled one or one from a file, and its maps when they are computed again on this
 * machine. FX thread only.
 */
public final class MapCaseViewModel {
    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors());

    private final TaskExecutor workers;
    private final Executor fxExecutor;
    private final Consumer<InvalidInputException> onInvalidInput;
    private final IntSupplier seeds;
    private final StudyRunner<SeedRates> run;
    private final ReadOnlyObjectWrapper<@Nullable OpenMapCase> opened = new ReadOnlyObjectWrapper<>(this, "opened", null);
    private @Nullable MapCase computed;

    /**
     * The open case.
     *
     * @param folder the folder that its paths are relative to; null for the working directory
     */
    public record OpenMapCase(MapCase mapCase, @Nullable Path folder) {}

    /** @param seeds the number of seeds that are shown and run */
    MapCaseViewModel(
            TaskExecutor workers,
            Executor fxExecutor,
            Consumer<InvalidInputException> onInvalidInput,
            IntSupplier seeds) {
        this.workers = workers;
        this.fxExecutor = fxExecutor;
        this.onInvalidInput = onInvalidInput;
        this.seeds = seeds;
        run = new StudyRunner<>("map case", workers, fxExecutor);
    }

    /** The open case, or the one that was open last; null before the first. */
    public ReadOnlyObjectProperty<@Nullable OpenMapCase> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    void open(MapCase mapCase, @Nullable Path folder) {
        opened.set(new OpenMapCase(mapCase, folder));
    }

    /** The progress of the maps that are computed again. */
    public ReadOnlyObjectProperty<StudyRunner.StudyStatus<SeedRates>> stateProperty() {
        return run.statusProperty();
    }

    /** Whether the maps of this case are being computed. */
    public boolean isRunning(MapCase mapCase) {
        return mapCase.equals(computed) && run.statusProperty().get().isRunning();
    }

    private List<SeedRates> computedRates(MapCase mapCase) {
        return mapCase.equals(computed) ? run.statusProperty().get().results() : List.of();
    }

    /**
     * The scaling to show: that of the maps computed here if there are at least as many as recorded, otherwise the
     * recorded one; of at most the requested number of seeds. Empty for fewer than two seeds.
     */
    public Optional<RateScaling> scaling(MapCase mapCase) {
        List<SeedRates> here = computedRates(mapCase);
        boolean showsHere = here.size() >= Math.max(MapCase.MIN_SEEDS, shownRecord(mapCase));
        return MapCase.scaling(showsHere ? here : mapCase.recordedRates(), seeds.getAsInt());
    }

    private int shownRecord(MapCase mapCase) {
        return Math.min(seeds.getAsInt(), mapCase.recordedRates().size());
    }

    /** Whether the recorded best rates were reproduced. */
    public CaseRerunner.RerunVerdict verdict(MapCase mapCase) {
        List<SeedRates> here = computedRates(mapCase);
        if (mapCase.firstDifference(here).isPresent()) {
            return CaseRerunner.RerunVerdict.DIFFERENT;
        }
        if (isRunning(mapCase)) {
            return CaseRerunner.RerunVerdict.RUNNING;
        }
        return here.isEmpty() || mapCase.recordedRates().isEmpty()
                ? CaseRerunner.RerunVerdict.NOT_RUN
                : CaseRerunner.RerunVerdict.SAME;
    }

    /** Computes the maps of the open case again, one for each seed, or stops. */
    public void toggleRun() {
        OpenMapCase now = opened.get();
        if (now == null) {
            return;
        }
        if (isRunning(now.mapCase())) {
            run.stop();
            return;
        }
        computed = now.mapCase();
        MapCaseRun maps = new MapCaseRun(
                now.mapCase().map().withSeeds(seeds.getAsInt()),
                map -> MapTrainers.of(map, now.folder()),
                THREADS,
                task -> workers.run("map case", task));
        run.start((listener, cancelled) -> {
            try {
                maps.run(listener, cancelled);
            } catch (InvalidInputException error) {
                fxExecutor.execute(() -> onInvalidInput.accept(error));
            }
        });
    }

    void stop() {
        run.stop();
    }
}
