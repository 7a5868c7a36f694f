package hyperlab.ui.control;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * A sheet over the window that has all keys until it is closed, by Escape or a click outside; then the focus returns to
 * where it was. FX thread only.
 */
public final class ModalSheet extends StackPane {
    private static final Set<KeyCode> EDITING = EnumSet.of(
            KeyCode.A,
            KeyCode.C,
            KeyCode.V,
            KeyCode.X,
            KeyCode.Z,
            KeyCode.LEFT,
            KeyCode.RIGHT,
            KeyCode.HOME,
            KeyCode.END,
            KeyCode.BACK_SPACE,
            KeyCode.DELETE);
    private static final Set<KeyCode> PAGING = EnumSet.of(KeyCode.PAGE_UP, KeyCode.PAGE_DOWN);

    private final EventHandler<KeyEvent> filter = this::handleKeyPressed;
    private final VBox sheet;
    private final FocusTrap focusTrap;
    private Predicate<KeyEvent> keys = event -> false;
    private Runnable onClosed = () -> {};
    private @Nullable Node firstFocus;
    private @Nullable Node focusedBefore;

    /**
     * Starts closed.
     *
     * @param position where the sheet is in the window
     */
    public ModalSheet(String id, Pos position, Region content) {
        setId(id);
        getStyleClass().add("sheet-veil");
        setAlignment(position);
        sheet = new VBox();
        focusTrap = new FocusTrap(sheet, this::isOpen);
        sheet.getChildren().addAll(focusTrap.start(), content, focusTrap.end());
        sheet.getStyleClass().addAll("sheet", id);
        sheet.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setOnMousePressed(event -> close());
        sheet.setOnMousePressed(event -> event.consume());
        // What the content does not use must not reach the window below.
        addEventHandler(KeyEvent.KEY_PRESSED, KeyEvent::consume);
        setVisible(false);
        // Filters of the window come before those of the scene.
        ObservableValue<Window> window = sceneProperty().flatMap(Scene::windowProperty);
        window.addListener((observed, before, now) -> {
            if (before != null) {
                before.removeEventFilter(KeyEvent.KEY_PRESSED, filter);
            }
            if (now != null) {
                now.addEventFilter(KeyEvent.KEY_PRESSED, filter);
            }
        });
    }

    /** Sets which keys do something before the focused control sees them; true for a key that was used. */
    public void setKeys(Predicate<KeyEvent> handler) {
        keys = handler;
    }

    /** Sets what has the focus when the sheet opens; otherwise the first control has it. */
    public void setFirstFocus(Node node) {
        firstFocus = node;
    }

    /** Sets what runs when the sheet has been closed. */
    public void setOnClosed(Runnable task) {
        onClosed = task;
    }

    public boolean isOpen() {
        return isVisible();
    }

    /** Opens the sheet. */
    public void open() {
        if (isOpen()) {
            return;
        }
        focusedBefore = getScene().getFocusOwner();
        // A sheet that nobody has opened costs no styling.
        if (getChildren().isEmpty()) {
            getChildren().add(sheet);
        }
        setVisible(true);
        applyCss();
        if (firstFocus == null) {
            focusTrap.focusFirst();
        } else {
            firstFocus.requestFocus();
        }
    }

    /** Closes the sheet. */
    public void close() {
        if (!isOpen()) {
            return;
        }
        setVisible(false);
        if (focusedBefore != null && focusedBefore.getScene() != null) {
            focusedBefore.requestFocus();
        } else {
            getScene().getRoot().requestFocus();
        }
        focusedBefore = null;
        onClosed.run();
    }

    /** Opens or closes the sheet. */
    public void toggle() {
        if (isOpen()) {
            close();
        } else {
            open();
        }
    }

    private void handleKeyPressed(KeyEvent event) {
        if (!isOpen()) {
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (keys.test(event) || !isForContent(event)) {
            event.consume();
        }
    }

    private boolean isForContent(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return getScene().getFocusOwner() instanceof TextInputControl && EDITING.contains(event.getCode());
        }
        return !event.getCode().isFunctionKey() && !PAGING.contains(event.getCode());
    }
}
