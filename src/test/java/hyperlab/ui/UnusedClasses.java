package hyperlab.ui;

import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Finds nodes for which the theme has no rules, because the program is said not to have such controls. */
public final class UnusedClasses {
    private UnusedClasses() {}

    /** The style classes of {@code node} and of all nodes in it for which {@link ThemeSheet} leaves out the rules. */
    public static Set<String> in(Node node) {
        Set<String> found = new TreeSet<>(node.getStyleClass());
        found.retainAll(ThemeSheet.UNUSED);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(in(child)));
        }
        return found;
    }
}
