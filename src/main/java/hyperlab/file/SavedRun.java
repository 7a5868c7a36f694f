package hyperlab.file;

import hyperlab.playground.PlaygroundExperiment;
import hyperlab.train.Experiment;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A run that is kept for comparison, with what it reported.
 *
 * @param name what the person calls it; empty for none
 * @param look the series whose colour it wears, from 0
 * @param visible whether its curves are drawn
 * @param pinned whether it stays when others begin
 * @param experiment what it was started with
 * @param original the TensorFlow Playground link that it is of; null for a run of the experiment
 */
public record SavedRun(
        String name,
        int look,
        boolean visible,
        boolean pinned,
        Experiment experiment,
        @Nullable PlaygroundExperiment original,
        SavedHistory history) {
    SavedRun withEach(UnaryOperator<Experiment> other) {
        return new SavedRun(name, look, visible, pinned, other.apply(experiment), original, history.withEach(other));
    }
}
