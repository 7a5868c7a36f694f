package hyperlab.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Keeps the Tab key inside a panel while the panel lies over the stage. */
public final class FocusTrap {
    private final Parent panel;
    private final ScrollPane pane;

    /** @param active whether the panel lies over the stage */
    public FocusTrap(Parent panel, ScrollPane pane, BooleanSupplier active) {
        this.panel = panel;
        this.pane = pane;
        panel.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && active.getAsBoolean() && !event.isShortcutDown()) {
                move(event.isShiftDown() ? -1 : 1);
                event.consume();
            }
        });
    }

    /** Gives the focus to the first control. */
    public void focusFirst() {
        List<Node> nodes = focusable();
        if (!nodes.isEmpty()) {
            focus(nodes.get(0));
        }
    }

    private void move(int by) {
        List<Node> nodes = focusable();
        if (!nodes.isEmpty()) {
            int at = nodes.indexOf(panel.getScene().getFocusOwner());
            focus(nodes.get(Math.floorMod(at < 0 ? (by > 0 ? 0 : -1) : at + by, nodes.size())));
        }
    }

    private void focus(Node node) {
        node.requestFocus();
        ScrollPanes.scrollTo(pane, node);
    }

    private List<Node> focusable() {
        List<Node> nodes = new ArrayList<>();
        collect(panel, nodes);
        return nodes;
    }

    private static void collect(Node node, List<Node> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }
}
