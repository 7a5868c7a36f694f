package hyperlab.app.training;

import hyperlab.playground.PlaygroundExperiment;
import hyperlab.train.Experiment;
import org.jspecify.annotations.Nullable;

/**
 * A run among those that are compared.
 *
 * @param id tells it from every other of the lab
 * @param number what it is called by where nothing else tells it from the others, from 1
 * @param name what the person calls it; empty for a name by what it is
 * @param look the series whose colour and marker it wears, from 0
 * @param experiment what it was started with
 * @param history what it has reported so far
 * @param visible whether its curves are drawn
 * @param pinned whether it stays when another run begins
 * @param original the TensorFlow Playground link that it is of, to which {@code experiment} then says nothing; null for a
 *     run of an experiment
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
    /** Among other runs, whose numbers and colours are taken. */
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

    /** Whether it is of a Playground link, and so shares no settings with others. */
    boolean isOriginal() {
        return original != null;
    }
}
