package hyperlab.ui.control;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Searches what is visible within a node. FX thread only. */
public final class VisibleNodes {
    private VisibleNodes() {}

    /**
     * The first match among a node and its descendants, parents before their children. Invisible nodes and all within
     * them are skipped.
     *
     * @param match empty for a node that is not looked for
     */
    public static <T> Optional<T> findFirst(Node node, Function<Node, Optional<T>> match) {
        if (!node.isVisible()) {
            return Optional.empty();
        }
        Optional<T> found = match.apply(node);
        if (found.isPresent() || !(node instanceof Parent parent)) {
            return found;
        }
        return parent.getChildrenUnmodifiable().stream()
                .map(child -> findFirst(child, match))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
