package hyperlab.app.training;

import hyperlab.train.Experiment;

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
 */
record KeptRun(
        int id,
        int number,
        String name,
        int look,
        Experiment experiment,
        RunHistory history,
        boolean visible,
        boolean pinned) {
    KeptRun withName(String newName) {
        return new KeptRun(id, number, newName, look, experiment, history, visible, pinned);
    }

    KeptRun withLook(int newLook) {
        return new KeptRun(id, number, name, newLook, experiment, history, visible, pinned);
    }

    KeptRun withVisible(boolean isVisible) {
        return new KeptRun(id, number, name, look, experiment, history, isVisible, pinned);
    }

    KeptRun withPinned(boolean isPinned) {
        return new KeptRun(id, number, name, look, experiment, history, visible, isPinned);
    }
}
