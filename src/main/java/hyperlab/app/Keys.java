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
 * Translates key presses into actions before the focused control sees them. Each control keeps the keys it needs: text
 * fields keep letters and arrows, sliders and lists keep arrows, and buttons focused by keyboard keep Space.
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
        // A handler on the window runs after the nodes in the scene and the scene itself.
        scene.windowProperty().addListener((observed, before, now) -> {
            if (now != null) {
                now.addEventHandler(KeyEvent.KEY_PRESSED, this::leave);
            }
        });
    }

    /** If nothing else handled Escape, it ends a presentation and moves the focus back to the stage. */
    private void leave(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            actions.leave();
            scene.getRoot().requestFocus();
        }
    }

    /** Prevents the letter of a key that triggered an action from being typed into the focused field. */
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
            // A remedy can only be focused by keyboard.
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

    /** Whether the field has typed text that has been neither committed nor discarded. */
    private static boolean isBeingEdited(TextInputControl field) {
        return !(field instanceof Refusing refusing) || refusing.isBeingEdited();
    }
}
