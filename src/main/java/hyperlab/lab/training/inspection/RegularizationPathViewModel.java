package hyperlab.lab.training.inspection;

import hyperlab.data.DataSettings;
import hyperlab.data.DataSplitter;
import hyperlab.diagnosis.RegularizationPath;
import hyperlab.optim.Penalty;
import hyperlab.rule.InvalidInputException;
import hyperlab.ui.concurrent.LatestTask;
import hyperlab.ui.concurrent.TaskExecutor;
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
public final class RegularizationPathViewModel {
    private static final double DEFAULT_LAMBDA = 0.1;

    private final LatestTask<PathRequest, PathResult> work;
    private final ObjectProperty<RegularizationPath.PenaltyKind> kind =
            new SimpleObjectProperty<>(this, "kind", RegularizationPath.PenaltyKind.L1);
    private final DoubleProperty lambda = new SimpleDoubleProperty(this, "lambda", DEFAULT_LAMBDA);
    private final ReadOnlyObjectWrapper<@Nullable PathResult> found = new ReadOnlyObjectWrapper<>(this, "found", null);
    private @Nullable PathRequest requested;
    private @Nullable Penalty followed;

    /** The request: data, seed and penalty. */
    record PathRequest(
            DataSettings data, long seed, @Nullable Path folder, RegularizationPath.PenaltyKind kind) {}

    /** A path, or the reason why there is none. */
    public record PathResult(
            @Nullable RegularizationPath path, @Nullable InvalidInputException error) {}

    public RegularizationPathViewModel(TaskExecutor workers, Executor window) {
        work = new LatestTask<>(
                task -> workers.run("training-paths", task), window, RegularizationPathViewModel::compute, found::set);
    }

    // properties

    public ObjectProperty<RegularizationPath.PenaltyKind> kindProperty() {
        return kind;
    }

    /** The selected penalty strength λ. */
    public DoubleProperty lambdaProperty() {
        return lambda;
    }

    /** The latest result; null until one has been computed. */
    public ReadOnlyObjectProperty<@Nullable PathResult> statusProperty() {
        return found.getReadOnlyProperty();
    }

    // commands

    /** Shows the paths of L1 or L2 when an experiment begins to use that penalty alone. */
    public void follow(Penalty penalty) {
        if (penalty.equals(followed)) {
            return;
        }
        followed = penalty;
        if (penalty.l1() > 0 && penalty.l2() == 0) {
            kind.set(RegularizationPath.PenaltyKind.L1);
        } else if (penalty.l2() > 0 && penalty.l1() == 0) {
            kind.set(RegularizationPath.PenaltyKind.L2);
        }
    }

    /** Computes a path, unless it is the one requested last. */
    public void request(DataSettings data, long seed, @Nullable Path folder) {
        PathRequest order = new PathRequest(data, seed, folder, kind.get());
        if (!Objects.equals(order, requested)) {
            requested = order;
            work.submit(order);
        }
    }

    private static PathResult compute(PathRequest order) {
        try {
            return new PathResult(
                    RegularizationPath.of(
                            DataSplitter.loadAndSplit(order.data(), order.seed(), order.folder())
                                    .train(),
                            order.kind()),
                    null);
        } catch (InvalidInputException error) {
            return new PathResult(null, error);
        }
    }
}
