package hyperlab.app.training;

import hyperlab.app.concurrent.NewestWork;
import hyperlab.app.concurrent.Runner;
import hyperlab.data.DataSettings;
import hyperlab.data.Partitions;
import hyperlab.diagnosis.PenaltyPath;
import hyperlab.rule.Refusal;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** How a penalty moves the weights of a linear model on the training data at hand; worked out while it is seen. FX thread. */
final class PenaltyPaths {
    private static final double CUSTOMARY = 0.05;

    private final NewestWork<Order, Found> work;
    private final ObjectProperty<PenaltyPath.Kind> kind = new SimpleObjectProperty<>(this, "kind", PenaltyPath.Kind.L1);
    private final DoubleProperty lambda = new SimpleDoubleProperty(this, "lambda", CUSTOMARY);
    private final ReadOnlyObjectWrapper<@Nullable Found> found = new ReadOnlyObjectWrapper<>(this, "found", null);
    private @Nullable Order ordered;

    /** Which data, which penalty. */
    record Order(DataSettings data, long seed, @Nullable Path folder, PenaltyPath.Kind kind) {}

    /** A path, or why there is none. */
    record Found(@Nullable PenaltyPath path, @Nullable Refusal refusal) {}

    PenaltyPaths(Runner workers, Executor window) {
        work = new NewestWork<>(task -> workers.run("training-paths", task), window, PenaltyPaths::workOut, found::set);
    }

    // properties

    ObjectProperty<PenaltyPath.Kind> kind() {
        return kind;
    }

    /** The strength that is looked at. */
    DoubleProperty lambda() {
        return lambda;
    }

    /** Null before anything is worked out. */
    ReadOnlyObjectProperty<@Nullable Found> found() {
        return found.getReadOnlyProperty();
    }

    // commands

    /** Works a path out, unless it was the last that was asked for. */
    void look(DataSettings data, long seed, @Nullable Path folder) {
        Order order = new Order(data, seed, folder, kind.get());
        if (!Objects.equals(order, ordered)) {
            ordered = order;
            work.order(order, wanted -> false);
        }
    }

    private static Found workOut(Order order) {
        try {
            return new Found(
                    PenaltyPath.of(
                            Partitions.of(order.data(), order.seed(), order.folder())
                                    .train(),
                            order.kind()),
                    null);
        } catch (Refusal refusal) {
            return new Found(null, refusal);
        }
    }
}
