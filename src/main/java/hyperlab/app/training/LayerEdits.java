package hyperlab.app.training;

import hyperlab.app.Undo;
import hyperlab.train.NetworkSettings;
import java.util.ArrayList;
import java.util.List;

/** Layers added, taken away and resized one by one, each a change that can be undone by itself. FX thread alone. */
final class LayerEdits {
    private static final int FIRST_UNITS = 8;
    private static final int FINE = 16;

    private final Setting<List<Integer>> hidden;
    private final Undo undo;

    LayerEdits(Setting<List<Integer>> hidden, Undo undo) {
        this.hidden = hidden;
        this.undo = undo;
    }

    /** One unit more or less, of large layers an eighth; as far as a layer may go. */
    void resize(int layer, boolean more) {
        List<Integer> changed = new ArrayList<>(hidden.get());
        int units = changed.get(layer);
        int by = units + (more ? 1 : 0) > FINE ? Math.max(1, units / FIRST_UNITS) : 1;
        changed.set(layer, Math.max(1, Math.min(NetworkSettings.MOST_UNITS, units + (more ? by : -by))));
        set(changed);
    }

    /** One layer more before the outputs, as wide as the last. */
    void add() {
        List<Integer> changed = new ArrayList<>(hidden.get());
        if (changed.size() < NetworkSettings.MOST_LAYERS) {
            changed.add(changed.isEmpty() ? FIRST_UNITS : changed.get(changed.size() - 1));
            set(changed);
        }
    }

    /** Without the last hidden layer. */
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
