package hyperlab.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/** Hints on what a control does and which values are typical, shown as tooltips and read by screen readers. */
public final class Hints {
    private static final Duration DELAY = Duration.millis(500);
    private static final Duration NEVER = Duration.hours(1);
    private static final Duration SHOW_DURATION = Duration.seconds(30);
    private static final double WIDTH = 300;

    private Hints() {}

    /**
     * Adds a hint to the control, or to its row with the label; returns the control. The hint stays away from a control
     * that is in use: after a press, it appears only when the pointer comes back.
     */
    public static <N extends Node> N withHint(N control, ObservableValue<String> hint) {
        whenFirstEntered(control, () -> install(control, hint));
        control.accessibleHelpProperty().bind(hint);
        return control;
    }

    private static void install(Node control, ObservableValue<String> hint) {
        Tooltip tooltip = tooltip();
        tooltip.textProperty().bind(hint);
        Tooltip.install(control, tooltip);
        control.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            tooltip.hide();
            tooltip.setShowDelay(NEVER);
        });
        control.addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, event -> {
            if (event.getTarget().equals(control) && !event.isPrimaryButtonDown()) {
                tooltip.setShowDelay(DELAY);
            }
        });
    }

    /**
     * Runs {@code install} when the pointer first enters a node. Each tooltip has a window and a scene, and there are
     * hundreds of words and controls that nobody points at.
     */
    public static void whenFirstEntered(Node node, Runnable install) {
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, new EventHandler<>() {
            @Override
            public void handle(MouseEvent event) {
                node.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
                install.run();
            }
        });
    }

    /** An empty tooltip with the delay and width of all hints. */
    static Tooltip tooltip() {
        Tooltip tooltip = new Tooltip();
        tooltip.setShowDelay(DELAY);
        tooltip.setShowDuration(SHOW_DURATION);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDTH);
        return tooltip;
    }
}
