package hyperlab.lab.training.run;

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
        @Nullable PlaygroundExperiment playground) {
    /** Returns a copy with another number and style, to avoid conflicts with other runs. */
    ComparedRun withNumberAndStyle(int newNumber, int newStyle) {
        return new ComparedRun(id, newNumber, name, newStyle, experiment, history, visible, pinned, playground);
    }

    ComparedRun withName(String newName) {
        return new ComparedRun(id, number, newName, style, experiment, history, visible, pinned, playground);
    }

    ComparedRun withStyle(int newStyle) {
        return new ComparedRun(id, number, name, newStyle, experiment, history, visible, pinned, playground);
    }

    ComparedRun withVisible(boolean isVisible) {
        return new ComparedRun(id, number, name, style, experiment, history, isVisible, pinned, playground);
    }

    ComparedRun withPinned(boolean isPinned) {
        return new ComparedRun(id, number, name, style, experiment, history, visible, isPinned, playground);
    }

    /** Whether it reproduces a Playground link and therefore has no settings to compare. */
    public boolean isPlayground() {
        return playground != null;
    }
}
