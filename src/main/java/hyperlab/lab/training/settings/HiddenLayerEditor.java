package hyperlab.lab.training.settings;

import hyperlab.train.NetworkSettings;
import hyperlab.ui.UndoHistory;
import java.util.ArrayList;
import java.util.List;

/** Adds, removes and resizes hidden layers. Each edit can be undone separately. FX thread only. */
public final class HiddenLayerEditor {
    private static final int DEFAULT_UNITS = 8;
    private static final int SINGLE_STEP_LIMIT = 16;

    private final Setting<List<Integer>> hidden;
    private final UndoHistory undo;

    public HiddenLayerEditor(Setting<List<Integer>> hidden, UndoHistory undo) {
        this.hidden = hidden;
        this.undo = undo;
    }

    /** Adds or removes one unit, or one eighth of the units in a large layer, within the limits. */
    public void resize(int layer, boolean more) {
        List<Integer> changed = new ArrayList<>(hidden.get());
        int units = changed.get(layer);
        int delta = units + (more ? 1 : 0) > SINGLE_STEP_LIMIT ? Math.max(1, units / DEFAULT_UNITS) : 1;
        changed.set(layer, Math.max(1, Math.min(NetworkSettings.MAX_UNITS, units + (more ? delta : -delta))));
        set(changed);
    }

    /** Adds a layer before the output layer, as wide as the last hidden layer. */
    public void add() {
        List<Integer> changed = new ArrayList<>(hidden.get());
        if (changed.size() < NetworkSettings.MAX_LAYERS) {
            changed.add(changed.isEmpty() ? DEFAULT_UNITS : changed.get(changed.size() - 1));
            set(changed);
        }
    }

    /** Removes the last hidden layer. */
    public void remove() {
        List<Integer> current = hidden.get();
        if (!current.isEmpty()) {
            set(current.subList(0, current.size() - 1));
        }
    }

    private void set(List<Integer> changed) {
        undo.settle();
        hidden.set(List.copyOf(changed));
        undo.settle();
    }
}
