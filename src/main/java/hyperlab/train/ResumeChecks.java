package hyperlab.train;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks which settings must not change while a run continues. */
final class ResumeChecks {
    private ResumeChecks() {}

    /**
     * Rejects the change if it affects the data, the initial weights, the computation of the networks or the loss
     * function.
     *
     * @throws InvalidInputException with the first key that differs
     */
    static void rejectIncompatible(Experiment begun, Experiment changed) {
        requireEqual("seed", begun.seed(), changed.seed());
        requireEqual("ensemble", begun.ensemble(), changed.ensemble());
        requireEqual("data", begun.data(), changed.data());
        NetworkSettings network = begun.network();
        NetworkSettings other = changed.network();
        requireEqual("network.convolutions", network.convolutions(), other.convolutions());
        requireEqual("network.hidden", network.hidden(), other.hidden());
        requireEqual("network.activation", network.activation(), other.activation());
        requireEqual("network.initializer", network.initializer(), other.initializer());
        requireEqual("network.initialWeights", network.initialWeights(), other.initialWeights());
        requireEqual(
                "training.loss", begun.training().loss(), changed.training().loss());
    }

    private static void requireEqual(String name, @Nullable Object begun, @Nullable Object changed) {
        if (!Objects.equals(begun, changed)) {
            throw new InvalidInputException(name, Rule.FIXED_DURING_RUN);
        }
    }
}
