package hyperlab.file.runs;

import hyperlab.log.TrainingLog;
import hyperlab.playground.PlaygroundExperiment;
import hyperlab.train.Experiment;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A run saved for comparison, with its history.
 *
 * @param name the name given by the user; empty for none
 * @param seriesIndex index of the series whose color it uses, from 0
 * @param visible whether its curves are drawn
 * @param pinned whether it is kept when other runs start
 * @param experiment the experiment that it was started with
 * @param original the TensorFlow Playground link that it reproduces; null for a run of the experiment
 * @param log the training log of another program that it shows; null for a run of Hyperlab
 */
public record SavedRun(
        String name,
        int seriesIndex,
        boolean visible,
        boolean pinned,
        Experiment experiment,
        @Nullable PlaygroundExperiment original,
        SavedHistory history,
        @Nullable TrainingLog log) {
    /** A run of Hyperlab. */
    public SavedRun(
            String name,
            int seriesIndex,
            boolean visible,
            boolean pinned,
            Experiment experiment,
            @Nullable PlaygroundExperiment original,
            SavedHistory history) {
        this(name, seriesIndex, visible, pinned, experiment, original, history, null);
    }

    SavedRun mapExperiments(UnaryOperator<Experiment> mapper) {
        return new SavedRun(
                name,
                seriesIndex,
                visible,
                pinned,
                mapper.apply(experiment),
                original,
                history.mapExperiments(mapper),
                log);
    }
}
