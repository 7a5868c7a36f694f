package hyperlab.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;

/**
 * Listeners that last as long as the node that needs them. A usual listener on a value of the whole window, such as its
 * language, would keep the node and everything around it in memory until the window closes. FX thread only.
 */
public final class NodeListeners {
    private NodeListeners() {}

    /** Runs {@code task} whenever {@code value} changes, until {@code owner} is no longer in use. */
    public static void listen(Node owner, ObservableValue<?> value, Runnable task) {
        ChangeListener<Object> listener = (observed, before, now) -> task.run();
        keep(owner, listener);
        value.addListener(new WeakChangeListener<>(listener));
    }

    /** Keeps an object in memory as long as a node. */
    @SuppressWarnings("unchecked") // only this method puts a value under this key
    static void keep(Node owner, Object kept) {
        ((List<Object>) owner.getProperties().computeIfAbsent(NodeListeners.class, key -> new ArrayList<Object>()))
                .add(kept);
    }
}
