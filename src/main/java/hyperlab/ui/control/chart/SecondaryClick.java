package hyperlab.ui.control.chart;

import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Tells a click with the secondary button from a drag. Some systems ask for the context menu when the button goes down,
 * others when it goes up; here the menu waits until the button is up and is left out after a drag.
 */
final class SecondaryClick {
    private static final double DRAG_DISTANCE = 4;

    private boolean down;
    private boolean dragged;
    private double pressedX;
    private double pressedY;
    private @Nullable Runnable waiting;

    SecondaryClick(Node node) {
        node.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            down = event.getButton() == MouseButton.SECONDARY;
            dragged = false;
            pressedX = event.getX();
            pressedY = event.getY();
            waiting = null;
        });
        node.addEventFilter(
                MouseEvent.MOUSE_DRAGGED,
                event -> dragged |= Math.hypot(event.getX() - pressedX, event.getY() - pressedY) > DRAG_DISTANCE);
        node.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> release());
    }

    /** Runs the action when the button is up, unless the pointer was dragged. */
    void whenOver(Runnable action) {
        if (down) {
            waiting = action;
        } else if (!dragged) {
            action.run();
        }
    }

    private void release() {
        down = false;
        Runnable action = waiting;
        waiting = null;
        if (action != null && !dragged) {
            action.run();
        }
    }
}
