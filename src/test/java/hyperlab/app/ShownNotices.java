package hyperlab.app;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** The notices that a window shows, for tests. */
final class ShownNotices {
    private ShownNotices() {}

    /** The texts of the notices, oldest first. */
    static List<String> all(Scene scene) {
        return ((Parent) scene.lookup("#notices"))
                .getChildrenUnmodifiable().stream()
                        .filter(node -> node.getStyleClass().contains("notice"))
                        .map(Node::getAccessibleText)
                        .toList();
    }

    /** The text of the newest notice; empty if there is none. */
    static String newest(Scene scene) {
        List<String> all = all(scene);
        return all.isEmpty() ? "" : all.get(all.size() - 1);
    }
}
