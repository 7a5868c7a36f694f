package hyperlab.app.training;

import hyperlab.app.concurrent.LatestOnlyTask;
import hyperlab.app.concurrent.TaskExecutor;
import hyperlab.data.DataSettings;
import hyperlab.data.Partitions;
import hyperlab.diagnosis.PenaltyPath;
import hyperlab.rule.InvalidInputException;
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

/**
 * Computes the regularization path of a linear model on the current training data while its chart is visible. FX thread
 * only.
 */
final class PenaltyPaths {
    private static final double CUSTOMARY = 0.05;

    private final LatestOnlyTask<Order, Found> work;
    private final ObjectProperty<PenaltyPath.Kind> kind = new SimpleObjectProperty<>(this, "kind", PenaltyPath.Kind.L1);
    private final DoubleProperty lambda = new SimpleDoubleProperty(this, "lambda", CUSTOMARY);
    private final ReadOnlyObjectWrapper<@Nullable Found> found = new ReadOnlyObjectWrapper<>(this, "found", null);
    private @Nullable Order ordered;

    /** The request: data, seed and penalty. */
    record Order(DataSettings data, long seed, @Nullable Path folder, PenaltyPath.Kind kind) {}

    /** A path, or the reason why there is none. */
    record Found(@Nullable PenaltyPath path, @Nullable InvalidInputException refusal) {}

    PenaltyPaths(TaskExecutor workers, Executor window) {
        work = new LatestOnlyTask<>(task -> workers.run("training-paths", task), window, PenaltyPaths::workOut, found::set);
    }

    // properties

    ObjectProperty<PenaltyPath.Kind> kind() {
        return kind;
    }

    /** The selected penalty strength λ. */
    DoubleProperty lambda() {
        return lambda;
    }

    /** The latest result; null until one has been computed. */
    ReadOnlyObjectProperty<@Nullable Found> found() {
        return found.getReadOnlyProperty();
    }

    // commands

    /** Computes a path, unless it is the one requested last. */
    void look(DataSettings data, long seed, @Nullable Path folder) {
        Order order = new Order(data, seed, folder, kind.get());
        if (!Objects.equals(order, ordered)) {
            ordered = order;
            work.submit(order, wanted -> false);
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
        } catch (InvalidInputException refusal) {
            return new Found(null, refusal);
        }
    }
}
