package hyperlab.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons, and icon-only buttons with a tooltip that names the action and its shortcut. */
public final class Icons {
    private static final Duration TOOLTIP_DELAY = Duration.millis(500);

    private Icons() {}

    /**
     * An icon by its Ikonli literal, such as {@code fth-play}. Its style class is {@code icon} instead of Ikonli's: the
     * theme has dozens of rules for that one, each of which would be compared with all nodes around the icon.
     */
    public static FontIcon icon(String literal) {
        FontIcon icon = FontIcon.of(Feather.findByDescription(literal));
        icon.getStyleClass().setAll("icon");
        return icon;
    }

    /** An icon-only button; {@code name} describes the action in the tooltip and to screen readers. */
    public static Button button(String id, String literal, ObservableValue<String> name, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.setGraphic(icon(literal));
        button.getStyleClass().add("icon-button");
        button.setOnAction(event -> action.run());
        addTooltip(button, name);
        return button;
    }

    /** Adds a tooltip to a button and sets the same text for screen readers. */
    public static void addTooltip(ButtonBase button, ObservableValue<String> text) {
        Hints.whenFirstEntered(button, () -> {
            Tooltip tooltip = new Tooltip();
            tooltip.setShowDelay(TOOLTIP_DELAY);
            tooltip.textProperty().bind(text);
            button.setTooltip(tooltip);
        });
        button.accessibleTextProperty().bind(text);
    }
}
