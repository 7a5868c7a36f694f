package hyperlab.lab.tuning;

import hyperlab.tune.SearchMethod;
import hyperlab.tune.SearchSpace;
import hyperlab.ui.concurrent.LatestTask;
import hyperlab.ui.concurrent.TaskExecutor;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;

/** Computes the maps of a search over two of its axes on a worker, only for the latest snapshot. FX thread only. */
final class SearchMapsViewModel {
    private static final double MIDDLE = 0.5;

    private final ReadOnlyObjectWrapper<@Nullable SearchMaps> maps = new ReadOnlyObjectWrapper<>(this, "maps", null);
    private final IntegerProperty axisX = new SimpleIntegerProperty(this, "axisX", 0);
    private final IntegerProperty axisY = new SimpleIntegerProperty(this, "axisY", 1);
    private final LatestTask<SearchMaps.MapsRequest, SearchMaps> work;
    private SearchSnapshot snapshot;
    private boolean settingBoth;
    private boolean axesChosen;
    private SearchMaps.@Nullable MapsRequest lastRequest;

    SearchMapsViewModel(SearchSnapshot first, TaskExecutor workers, Executor window) {
        snapshot = first;
        work = new LatestTask<>(job -> workers.run("maps", job), window, SearchMaps.MapsRequest::compute, maps::set)
                .directIf(SearchMaps.MapsRequest::isFast);
        axisX.addListener((observed, before, now) -> axisChanged(axisY, before.intValue(), now.intValue()));
        axisY.addListener((observed, before, now) -> axisChanged(axisX, before.intValue(), now.intValue()));
    }

    ReadOnlyObjectProperty<@Nullable SearchMaps> mapsProperty() {
        return maps.getReadOnlyProperty();
    }

    /** The index of the horizontal axis. */
    IntegerProperty axisXProperty() {
        return axisX;
    }

    /** The index of the vertical axis. */
    IntegerProperty axisYProperty() {
        return axisY;
    }

    /** Whether the axes were chosen for these hyperparameters, rather than being the first ones. */
    boolean areAxesChosen() {
        return axesChosen;
    }

    /** Switches to another study, with two different axes if its space has them. */
    void setStudy(SearchSnapshot first) {
        axesChosen &=
                first.study().space().keys().equals(snapshot.study().space().keys());
        snapshot = first;
        int axes = first.study().space().dimensions();
        int x = Math.min(axisX.get(), axes - 1);
        int y = Math.min(axisY.get(), axes - 1);
        settingBoth = true;
        axisX.set(x);
        axisY.set(x == y ? (x + 1) % axes : y);
        settingBoth = false;
        requestMaps();
    }

    /** Selecting the hyperparameter of the other axis swaps the two. */
    private void axisChanged(IntegerProperty other, int before, int now) {
        if (settingBoth) {
            return;
        }
        settingBoth = true;
        if (other.get() == now) {
            other.set(before);
        }
        settingBoth = false;
        axesChosen = true;
        requestMaps();
    }

    void show(SearchSnapshot now) {
        snapshot = now;
        requestMaps();
    }

    private void requestMaps() {
        SearchMaps.MapsRequest request = new SearchMaps.MapsRequest(
                snapshot.study(),
                snapshot.finishedTrials(),
                snapshot.ranking().trials(),
                snapshot.model(),
                axisX.get(),
                axisY.get());
        boolean awaitsModel = snapshot.search().isRunning()
                && snapshot.study().method() instanceof SearchMethod.Bayesian bayesian
                && request.rows().size() >= bayesian.initial()
                && request.searchModel().isEmpty();
        if (!awaitsModel && !request.equals(lastRequest)) {
            lastRequest = request;
            work.submit(request);
        }
    }

    /**
     * The hyperparameter values at a point of the maps, with coordinates 0 … 1. The other axes have the best trial's
     * values, or their center without a best trial.
     */
    Map<String, String> valuesAt(double x, double y) {
        SearchSpace space = snapshot.study().space();
        double[] point = snapshot.best().map(best -> space.point(best.values())).orElseGet(() -> {
            double[] middle = new double[space.dimensions()];
            Arrays.fill(middle, MIDDLE);
            return middle;
        });
        point[axisX.get()] = x;
        point[axisY.get()] = y;
        return space.values(space.snap(point));
    }
}
