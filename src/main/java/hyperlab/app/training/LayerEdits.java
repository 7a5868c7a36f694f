package hyperlab.app.training;

import hyperlab.app.UndoHistory;
import hyperlab.train.NetworkSettings;
import java.util.ArrayList;
import java.util.List;

/** Adds, removes and resizes hidden layers. Each edit can be undone separately. FX thread only. */
final class LayerEdits {
    private static final int FIRST_UNITS = 8;
    private static final int FINE = 16;

    private final Setting<List<Integer>> hidden;
    private final UndoHistory undo;

    LayerEdits(Setting<List<Integer>> hidden, UndoHistory undo) {
        this.hidden = hidden;
        this.undo = undo;
    }

    /** Adds or removes one unit, or one eighth of the units in a large layer, within the limits. */
    void resize(int layer, boolean more) {
        List<Integer> changed = new ArrayList<>(hidden.get());
        int units = changed.get(layer);
        int by = units + (more ? 1 : 0) > FINE ? Math.max(1, units / FIRST_UNITS) : 1;
        changed.set(layer, Math.max(1, Math.min(NetworkSettings.MOST_UNITS, units + (more ? by : -by))));
        set(changed);
    }

    /** Adds a layer before the output layer, as wide as the last hidden layer. */
    void add() {
        List<Integer> changed = new ArrayList<>(hidden.get());
        if (changed.size() < NetworkSettings.MOST_LAYERS) {
            changed.add(changed.isEmpty() ? FIRST_UNITS : changed.get(changed.size() - 1));
            set(changed);
        }
    }

    /** Removes the last hidden layer. */
    void remove() {
        List<Integer> now = hidden.get();
        if (!now.isEmpty()) {
            set(now.subList(0, now.size() - 1));
        }
    }

    private void set(List<Integer> changed) {
        undo.settle();
        hidden.set(List.copyOf(changed));
        undo.settle();
    }
}
