package hyperlab.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Keeps the Tab key inside a panel while the panel lies over the stage. The two ends of the trap belong at the start
 * and at the end of the panel: they take the focus for a moment and pass it on, as only a real Tab key shows the focus.
 */
public final class FocusTrap {
    private final Parent panel;
    private final Button start = invisibleButton();
    private final Button end = invisibleButton();
    private boolean passing;

    /** @param active whether the panel lies over the stage */
    public FocusTrap(Parent panel, BooleanSupplier active) {
        this.panel = panel;
        panel.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !passing && !event.isShortcutDown() && active.getAsBoolean()) {
                wrap(event);
            }
        });
    }

    private static Button invisibleButton() {
        Button button = new Button();
        button.setManaged(false);
        button.setOpacity(0);
        button.setMouseTransparent(true);
        button.setAccessibleRole(AccessibleRole.NODE);
        return button;
    }

    /** Belongs before everything else in the panel. */
    public Node start() {
        return start;
    }

    /** Belongs after everything else in the panel. */
    public Node end() {
        return end;
    }

    /** Gives the focus to the first control. */
    public void focusFirst() {
        pass(start, false);
    }

    private void wrap(KeyEvent event) {
        List<Node> nodes = new ArrayList<>();
        collect(panel, nodes);
        Node focused = panel.getScene().getFocusOwner();
        if (nodes.isEmpty()) {
            event.consume();
        } else if (focused == nodes.get(event.isShiftDown() ? 0 : nodes.size() - 1)) {
            pass(event.isShiftDown() ? end : start, event.isShiftDown());
            event.consume();
        }
    }

    private void pass(Button from, boolean backward) {
        passing = true;
        from.requestFocus();
        Event.fireEvent(from, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, backward, false, false, false));
        passing = false;
    }

    private void collect(Node node, List<Node> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable() && node != start && node != end) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }
}
