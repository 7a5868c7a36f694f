package hyperlab.app.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** What a control does and which values are usual, told when the pointer rests on it and to readers of the screen. */
public final class Hints {
    private static final Duration DELAY = Duration.millis(500);
    private static final Duration FOR_READING = Duration.seconds(30);
    private static final double WIDTH = 300;

    private Hints() {}

    /** Gives the control, or the row with its label, a hint; gives back the control. */
    public static <N extends Node> N on(N control, ObservableValue<String> hint) {
        Tooltip tooltip = new Tooltip();
        tooltip.setShowDelay(DELAY);
        tooltip.setShowDuration(FOR_READING);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDTH);
        tooltip.textProperty().bind(hint);
        Tooltip.install(control, tooltip);
        control.accessibleHelpProperty().bind(hint);
        return control;
    }
}
