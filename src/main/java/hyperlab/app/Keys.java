package hyperlab.app;

import hyperlab.app.control.Finding;
import hyperlab.app.control.Refusing;
import java.util.Arrays;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Turns keys into actions, before the focused control sees them, and leaves to each control the keys that it lives by:
 * letters and arrows to text fields, arrows to sliders and lists, Space to buttons that the keys led to.
 */
final class Keys {
    private static final String KEEPS_ARROWS = "track";

    private final Actions actions;
    private final Scene scene;
    private boolean taken;

    Keys(Scene scene, Actions actions) {
        this.scene = scene;
        this.actions = actions;
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        scene.addEventFilter(KeyEvent.KEY_TYPED, this::type);
        // Of the window: what is in the scene, and the scene itself, come first.
        scene.windowProperty().addListener((observed, before, now) -> {
            if (now != null) {
                now.addEventHandler(KeyEvent.KEY_PRESSED, this::leave);
            }
        });
    }

    /** Escape that no one needs ends a presentation, and gives the keys back to the stage. */
    private void leave(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            actions.leave();
            scene.getRoot().requestFocus();
        }
    }

    /** The letter of a key that was taken for an action is not typed into the field that has the focus. */
    private void type(KeyEvent event) {
        if (taken) {
            event.consume();
        }
    }

    private void press(KeyEvent event) {
        taken = false;
        int lab = Shortcut.labAsked(event);
        if (lab >= 0) {
            actions.lab(lab);
            take(event);
            return;
        }
        Optional<Shortcut> asked = Arrays.stream(Shortcut.values())
                .filter(shortcut -> shortcut.matches(event))
                .findFirst();
        if (asked.isPresent() && !belongsTo(scene.getFocusOwner(), asked.get(), event)) {
            actions.run(asked.get());
            take(event);
        }
    }

    private void take(KeyEvent event) {
        taken = true;
        event.consume();
    }

    /** Whether the focused control needs these keys itself. */
    private static boolean belongsTo(@Nullable Node focused, Shortcut shortcut, KeyEvent event) {
        boolean plain = !event.isShortcutDown()
                && !event.isAltDown()
                && !event.getCode().isFunctionKey();
        if (focused instanceof TextInputControl field) {
            boolean edits = shortcut == Shortcut.UNDO || shortcut == Shortcut.REDO;
            if (shortcut == Shortcut.PASTE) {
                return !PastedText.isDocument(Clipboard.getSystemClipboard().getString());
            }
            return (plain && (shortcut != Shortcut.PLAY || isBeingEdited(field))) || (edits && isBeingEdited(field));
        }
        if (!plain || focused == null) {
            return false;
        }
        if (event.getCode() == KeyCode.SPACE) {
            boolean pressed =
                    focused instanceof ButtonBase || focused.getStyleClass().contains("toggle-switch");
            // To a remedy only keys lead.
            boolean led = focused.isFocusVisible() || focused.getStyleClass().contains(Finding.REMEDY);
            return focused instanceof ComboBoxBase<?> || (pressed && led);
        }
        boolean arrows = event.getCode().isArrowKey() || event.getCode().isNavigationKey();
        return arrows
                && (focused.getStyleClass().contains(KEEPS_ARROWS)
                        || focused instanceof ComboBoxBase<?>
                        || focused.getStyleClass().contains("list-view")
                        || focused.getStyleClass().contains("table-view"));
    }

    /** Whether something typed has neither been taken nor dropped yet. */
    private static boolean isBeingEdited(TextInputControl field) {
        return !(field instanceof Refusing refusing) || refusing.isBeingEdited();
    }
}
