package hyperlab.app.present;

import hyperlab.ui.Appearance;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.slider.PinnedControl;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** One control of the lab in a slim bar, between the keys that decrease and increase it. */
public final class ControlBar extends HBox {
    private final PinnedControl pinned;
    private @Nullable SteppableControl control;

    /**
     * Creates an empty bar, which is hidden.
     *
     * @param less the key that decreases, such as a comma
     * @param more the key that increases
     */
    public ControlBar(String id, Messages messages, Appearance appearance, String less, String more) {
        setId(id);
        getStyleClass().add("control-bar");
        setAlignment(Pos.CENTER_LEFT);
        pinned = new PinnedControl(appearance.presentationProperty());
        pinned.setId(id + "-control");
        HBox.setHgrow(pinned, Priority.ALWAYS);
        getChildren()
                .addAll(
                        key(id + "-less", "present.less", less, messages, -1),
                        pinned,
                        key(id + "-more", "present.more", more, messages, 1));
        managedProperty().bind(pinned.managedProperty());
        visibleProperty().bind(pinned.managedProperty());
    }

    private Button key(String id, String nameKey, String key, Messages messages, int by) {
        Button button = new Button(key);
        button.setId(id);
        button.getStyleClass().add("key-button");
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> step(by, false));
        Icons.addTooltip(button, messages.compute(() -> messages.get("present.step", messages.get(nameKey), key)));
        return button;
    }

    /** Moves a control here; null for none. */
    public void pin(@Nullable SteppableControl newControl) {
        control = newControl;
        pinned.pin(newControl == null ? null : newControl.node());
    }

    /** Moves the control back to its place in the panel. */
    public void unpin() {
        control = null;
        pinned.unpin();
    }

    public Optional<SteppableControl> control() {
        return Optional.ofNullable(control);
    }

    /** Whether the control is still here and would be visible in the panel. */
    public boolean isStillPinned(Parent panel) {
        return pinned.isStillPinned(panel);
    }

    /** Changes the control; returns whether there is one. */
    public boolean step(int by, boolean large) {
        SteppableControl now = control;
        if (now != null && isVisible()) {
            now.step(by, large);
        }
        return now != null;
    }

    /** Adds a node before the control. */
    public ControlBar withLeading(Node node) {
        getChildren().add(0, node);
        return this;
    }
}
