package hyperlab.ui.control;

import javafx.beans.value.ObservableValue;
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
        control.accessibleHelpProperty().bind(hint);
        return control;
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
