package hyperlab.app;

import hyperlab.app.open.PastedText;
import hyperlab.ui.Shortcut;
import hyperlab.ui.control.FindingCard;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.field.NumberField;
import hyperlab.ui.control.field.Validated;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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
 * fields keep letters and arrows, though a number field keeps letters only while a number is being typed; sliders and
 * lists keep arrows, and buttons focused by keyboard keep Space.
 */
final class ShortcutHandler {
    private static final List<String> ARROW_KEYS_STYLES = List.of("track", ChartCard.ARROW_KEYS_STYLE);

    /** By how much of what is visible a page key scrolls. */
    private static final double PAGE = 0.9;

    private final Actions actions;
    private final Scene scene;
    private final BooleanSupplier suspended;
    private boolean consumed;

    /** @param suspended whether something over the window receives all keys */
    ShortcutHandler(Scene scene, Actions actions, BooleanSupplier suspended) {
        this.scene = scene;
        this.suspended = suspended;
        this.actions = actions;
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::handleKeyPressed);
        scene.addEventFilter(KeyEvent.KEY_TYPED, this::handleKeyTyped);
        // A handler on the window runs after the nodes in the scene and the scene itself.
        scene.windowProperty().addListener((observed, before, now) -> {
            if (now != null) {
                now.addEventHandler(KeyEvent.KEY_PRESSED, this::handleUnusedKey);
            }
        });
    }

    /**
     * If nothing else handled Escape, it ends a presentation and moves the focus back to the stage. The page keys
     * scroll the stage. Learn searches with the palette while the panel with its own search is hidden.
     */
    private void handleUnusedKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            actions.handleEscape();
            scene.getRoot().requestFocus();
        } else if (event.getCode() == KeyCode.PAGE_DOWN && !event.isShortcutDown()) {
            actions.scroll(PAGE);
        } else if (event.getCode() == KeyCode.PAGE_UP && !event.isShortcutDown()) {
            actions.scroll(-PAGE);
        } else if (event.getCode() == KeyCode.F
                && event.isShortcutDown()
                && !event.isShiftDown()
                && !event.isAltDown()) {
            actions.find();
        }
    }

    /** Prevents the letter of a key that triggered an action from being typed into the focused field. */
    private void handleKeyTyped(KeyEvent event) {
        if (consumed) {
            event.consume();
        }
    }

    private void handleKeyPressed(KeyEvent event) {
        // Filters of the same node are called even if one of them, such as that of a lesson, has consumed the event.
        consumed = event.isConsumed();
        if (consumed || suspended.getAsBoolean()) {
            return;
        }
        int lab = Shortcut.labIndex(event);
        if (lab >= 0) {
            actions.showLab(lab);
            consume(event);
            return;
        }
        Optional<Shortcut> requested = Arrays.stream(Shortcut.values())
                .filter(shortcut -> shortcut.matches(event))
                .findFirst();
        if (requested.isPresent() && !isNeededBy(scene.getFocusOwner(), requested.get(), event)) {
            actions.run(requested.get());
            consume(event);
        }
    }

    private void consume(KeyEvent event) {
        consumed = true;
        event.consume();
    }

    /** Whether the focused control needs these keys itself. */
    private static boolean isNeededBy(@Nullable Node focused, Shortcut shortcut, KeyEvent event) {
        boolean plain = !event.isShortcutDown()
                && !event.isAltDown()
                && !event.getCode().isFunctionKey();
        if (NumberField.leavesToWindow(event, focused)) {
            return false;
        }
        if (focused instanceof TextInputControl field) {
            boolean isUndoOrRedo = shortcut == Shortcut.UNDO || shortcut == Shortcut.REDO;
            if (shortcut == Shortcut.PASTE) {
                return !PastedText.isDocument(Clipboard.getSystemClipboard().getString());
            }
            return (plain && (shortcut != Shortcut.PLAY || isBeingEdited(field)))
                    || (isUndoOrRedo && isBeingEdited(field));
        }
        if (!plain || focused == null) {
            return false;
        }
        if (event.getCode() == KeyCode.SPACE) {
            boolean isButton =
                    focused instanceof ButtonBase || focused.getStyleClass().contains("toggle-switch");
            // A remedy can only be focused by keyboard.
            boolean focusedByKeyboard =
                    focused.isFocusVisible() || focused.getStyleClass().contains(FindingCard.REMEDY_STYLE);
            return keepsKeys(focused) || (isButton && focusedByKeyboard);
        }
        boolean arrows = event.getCode().isArrowKey() || event.getCode().isNavigationKey();
        return arrows
                && (focused.getStyleClass().stream().anyMatch(ARROW_KEYS_STYLES::contains)
                        || keepsKeys(focused)
                        || focused.getStyleClass().contains("list-view")
                        || focused.getStyleClass().contains("table-view"));
    }

    /** A drop-down list keeps its keys while it is open, and after it was focused by keyboard rather than clicked. */
    private static boolean keepsKeys(Node focused) {
        return focused instanceof ComboBoxBase<?> choice && (choice.isShowing() || choice.isFocusVisible());
    }

    /** Whether the field has typed text that has been neither committed nor discarded. */
    private static boolean isBeingEdited(TextInputControl field) {
        return !(field instanceof Validated refusing) || refusing.isBeingEdited();
    }
}
