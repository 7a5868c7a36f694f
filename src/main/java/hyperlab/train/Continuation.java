package hyperlab.train;

import hyperlab.rule.InvalidInputException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks which settings must not change while a run continues. */
final class Continuation {
    private Continuation() {}

    /**
     * Rejects the change if it affects the data, the initial weights, the computation of the networks or the loss
     * function.
     *
     * @throws InvalidInputException with the first key that differs
     */
    static void refuseUnlike(Experiment begun, Experiment changed) {
        same("seed", begun.seed(), changed.seed());
        same("ensemble", begun.ensemble(), changed.ensemble());
        same("data", begun.data(), changed.data());
        NetworkSettings network = begun.network();
        NetworkSettings other = changed.network();
        same("network.convolutions", network.convolutions(), other.convolutions());
        same("network.hidden", network.hidden(), other.hidden());
        same("network.activation", network.activation(), other.activation());
        same("network.initializer", network.initializer(), other.initializer());
        same("network.initialWeights", network.initialWeights(), other.initialWeights());
        same("training.loss", begun.training().loss(), changed.training().loss());
    }

    private static void same(String name, @Nullable Object begun, @Nullable Object changed) {
        if (!Objects.equals(begun, changed)) {
            throw new InvalidInputException(name, "must stay as it was when the run began");
        }
    }
}
