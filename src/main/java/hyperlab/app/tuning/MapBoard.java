package hyperlab.app.tuning;

import hyperlab.app.concurrent.LatestOnlyTask;
import hyperlab.app.concurrent.TaskExecutor;
import hyperlab.tune.Method;
import hyperlab.tune.SearchSpace;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;

/** Computes the maps of a search over two of its axes on a worker, only for the latest snapshot. FX thread only. */
final class MapBoard {
    private static final double MIDDLE = 0.5;

    private final ReadOnlyObjectWrapper<@Nullable Maps> maps = new ReadOnlyObjectWrapper<>(this, "maps", null);
    private final IntegerProperty axisX = new SimpleIntegerProperty(this, "axisX", 0);
    private final IntegerProperty axisY = new SimpleIntegerProperty(this, "axisY", 1);
    private final LatestOnlyTask<Maps.Order, Maps> work;
    private Moment moment;
    private Maps.@Nullable Order ordered;

    MapBoard(Moment first, TaskExecutor workers, Executor window) {
        moment = first;
        work = new LatestOnlyTask<>(job -> workers.run("maps", job), window, Maps.Order::carryOut, maps::set);
        axisX.addListener((observed, before, now) -> order());
        axisY.addListener((observed, before, now) -> order());
    }

    ReadOnlyObjectProperty<@Nullable Maps> maps() {
        return maps.getReadOnlyProperty();
    }

    /** The index of the horizontal axis. */
    IntegerProperty axisX() {
        return axisX;
    }

    /** The index of the vertical axis. */
    IntegerProperty axisY() {
        return axisY;
    }

    /** Switches to another study, with two different axes if its space has them. */
    void about(Moment first) {
        moment = first;
        int axes = first.study().space().dimensions();
        int x = Math.min(axisX.get(), axes - 1);
        int y = Math.min(axisY.get(), axes - 1);
        axisX.set(x);
        axisY.set(x == y ? (x + 1) % axes : y);
    }

    void show(Moment now) {
        moment = now;
        order();
    }

    private void order() {
        Maps.Order wanted = new Maps.Order(moment.study(), moment.over(), moment.outlook(), axisX.get(), axisY.get());
        boolean modelComesNext = moment.search().isRunning()
                && moment.study().method() instanceof Method.Bayesian bayesian
                && wanted.rows().size() >= bayesian.initial()
                && wanted.own().isEmpty();
        if (!modelComesNext && !wanted.equals(ordered)) {
            ordered = wanted;
            work.submit(wanted, Maps.Order::isShort);
        }
    }

    /**
     * The hyperparameter values at a point of the maps, with coordinates 0 … 1. The other axes have the best trial's
     * values, or their center without a best trial.
     */
    Map<String, String> valuesAt(double x, double y) {
        SearchSpace space = moment.study().space();
        double[] point = moment.best().map(best -> space.point(best.values())).orElseGet(() -> {
            double[] middle = new double[space.dimensions()];
            Arrays.fill(middle, MIDDLE);
            return middle;
        });
        point[axisX.get()] = x;
        point[axisY.get()] = y;
        return space.values(space.snapped(point));
    }
}
