package hyperlab.app.training;

import hyperlab.playground.PlaygroundExperiment;
import hyperlab.train.Experiment;
import org.jspecify.annotations.Nullable;

/**
 * One of the compared runs.
 *
 * @param id unique within the lab
 * @param number identifies the run when nothing else distinguishes it, from 1
 * @param name the name given by the user; empty for an automatic name
 * @param look index of the series style, which determines the color and marker, from 0
 * @param experiment the experiment that the run started with
 * @param history what it has reported so far
 * @param visible whether its curves are drawn
 * @param pinned whether it stays when another run starts
 * @param original the TensorFlow Playground link that the run reproduces; {@code experiment} is then meaningless.
 *     Null for a run of an experiment
 */
record KeptRun(
        int id,
        int number,
        String name,
        int look,
        Experiment experiment,
        RunHistory history,
        boolean visible,
        boolean pinned,
        @Nullable PlaygroundExperiment original) {
    /** Returns a copy with another number and style, to avoid conflicts with other runs. */
    KeptRun renumbered(int newNumber, int newLook) {
        return new KeptRun(id, newNumber, name, newLook, experiment, history, visible, pinned, original);
    }

    KeptRun withName(String newName) {
        return new KeptRun(id, number, newName, look, experiment, history, visible, pinned, original);
    }

    KeptRun withLook(int newLook) {
        return new KeptRun(id, number, name, newLook, experiment, history, visible, pinned, original);
    }

    KeptRun withVisible(boolean isVisible) {
        return new KeptRun(id, number, name, look, experiment, history, isVisible, pinned, original);
    }

    KeptRun withPinned(boolean isPinned) {
        return new KeptRun(id, number, name, look, experiment, history, visible, isPinned, original);
    }

    /** Whether it reproduces a Playground link and therefore has no settings to compare. */
    boolean isOriginal() {
        return original != null;
    }
}
