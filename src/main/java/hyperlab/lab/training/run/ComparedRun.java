package hyperlab.lab.training.run;

import hyperlab.log.TrainingLog;
import hyperlab.playground.PlaygroundExperiment;
import hyperlab.train.Experiment;
import org.jspecify.annotations.Nullable;

/**
 * One of the compared runs.
 *
 * @param id unique within the lab
 * @param number identifies the run when nothing else distinguishes it, from 1
 * @param name the name given by the user; empty for an automatic name
 * @param style index of the series style, which determines the color and marker, from 0
 * @param experiment the experiment that the run started with
 * @param history what it has reported so far
 * @param visible whether its curves are drawn
 * @param pinned whether it stays when another run starts
 * @param playground the TensorFlow Playground link that the run reproduces; {@code experiment} is then meaningless.
 *     Null for a run of an experiment
 * @param log the training log of another program that the run shows; {@code experiment} is then meaningless. Null for a
 *     run of Hyperlab
 */
public record ComparedRun(
        int id,
        int number,
        String name,
        int style,
        Experiment experiment,
        RunHistory history,
        boolean visible,
        boolean pinned,
        @Nullable PlaygroundExperiment playground,
        @Nullable TrainingLog log) {
    /** A run of Hyperlab. */
    public ComparedRun(
            int id,
            int number,
            String name,
            int style,
            Experiment experiment,
            RunHistory history,
            boolean visible,
            boolean pinned,
            @Nullable PlaygroundExperiment playground) {
        this(id, number, name, style, experiment, history, visible, pinned, playground, null);
    }

    /** Returns a copy with another number and style, to avoid conflicts with other runs. */
    ComparedRun withNumberAndStyle(int newNumber, int newStyle) {
        return new ComparedRun(id, newNumber, name, newStyle, experiment, history, visible, pinned, playground, log);
    }

    ComparedRun withName(String newName) {
        return new ComparedRun(id, number, newName, style, experiment, history, visible, pinned, playground, log);
    }

    ComparedRun withStyle(int newStyle) {
        return new ComparedRun(id, number, name, newStyle, experiment, history, visible, pinned, playground, log);
    }

    ComparedRun withVisible(boolean isVisible) {
        return new ComparedRun(id, number, name, style, experiment, history, isVisible, pinned, playground, log);
    }

    ComparedRun withPinned(boolean isPinned) {
        return new ComparedRun(id, number, name, style, experiment, history, visible, isPinned, playground, log);
    }

    /** A copy that shows another log. */
    ComparedRun withLog(TrainingLog newLog) {
        return new ComparedRun(
                id, number, name, style, experiment, RunHistory.of(newLog), visible, pinned, null, newLog);
    }

    /** Whether it reproduces a Playground link. */
    public boolean isPlayground() {
        return playground != null;
    }

    /** Whether it has settings to compare: it reproduces no Playground link and shows no log. */
    public boolean hasSettings() {
        return playground == null && log == null;
    }
}
