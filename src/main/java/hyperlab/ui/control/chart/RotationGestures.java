package hyperlab.ui.control.chart;

import hyperlab.chart.descent.ViewAngles;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Icons;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Gestures on a card that shows a surface in three dimensions: a drag turns it, as do Shift and the arrows while the
 * card has the focus; a double-click and Ctrl+0 show it from the default direction again. FX thread only.
 */
public final class RotationGestures {
    /** Degrees per pixel of a drag. */
    private static final double DRAG = 0.4;
    /** Degrees per key press. */
    private static final double KEY = 10;

    private final ChartCard card;
    private final ObjectProperty<ViewAngles> angles;
    private final BooleanSupplier active;
    private @Nullable DragStart dragStart;

    private record DragStart(double x, double y, ViewAngles angles) {}

    private RotationGestures(ChartCard card, ObjectProperty<ViewAngles> angles, BooleanSupplier active) {
        this.card = card;
        this.angles = angles;
        this.active = active;
    }

    /**
     * Adds the gestures to the card.
     *
     * @param active whether the card shows the surface now
     */
    public static void install(ChartCard card, ObjectProperty<ViewAngles> angles, BooleanSupplier active) {
        new RotationGestures(card, angles, active).listen();
    }

    /** A button that resets the direction; visible while the surface is shown and turned. */
    public static Button resetButton(
            String id, ObjectProperty<ViewAngles> angles, ObservableBooleanValue shown, Messages messages) {
        Button button = Icons.button(
                id, "fth-maximize", messages.bind("shell.view.reset"), () -> angles.set(ViewAngles.DEFAULT));
        button.getStyleClass().add("card-menu");
        button.visibleProperty().bind(angles.isNotEqualTo(ViewAngles.DEFAULT).and(shown));
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private void listen() {
        ChartView canvas = card.chartView();
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> dragStart = null);
        canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
            if (active.getAsBoolean()) {
                canvas.setCursor(Cursor.MOVE);
            }
        });
        card.addEventHandler(KeyEvent.KEY_PRESSED, this::pressKey);
    }

    private void press(MouseEvent event) {
        if (active.getAsBoolean() && ChartView.isPlainPrimary(event)) {
            dragStart = new DragStart(event.getX(), event.getY(), angles.get());
        }
    }

    private void drag(MouseEvent event) {
        DragStart start = dragStart;
        if (start != null) {
            angles.set(start.angles().turned(DRAG * (event.getX() - start.x()), DRAG * (event.getY() - start.y())));
        }
    }

    private void click(MouseEvent event) {
        if (active.getAsBoolean()
                && event.getButton() == MouseButton.PRIMARY
                && event.getClickCount() == 2
                && event.isStillSincePress()) {
            angles.set(ViewAngles.DEFAULT);
        }
    }

    private void pressKey(KeyEvent event) {
        boolean turns = event.isShiftDown() && !event.isShortcutDown() && !event.isAltDown();
        boolean resets = event.isShortcutDown() && !event.isShiftDown() && !event.isAltDown();
        if (!active.getAsBoolean() || !card.isFocused() || !(turns || resets)) {
            return;
        }
        ViewAngles now = angles.get();
        ViewAngles next = turns
                ? switch (event.getCode()) {
                    case LEFT -> now.turned(-KEY, 0);
                    case RIGHT -> now.turned(KEY, 0);
                    case UP -> now.turned(0, -KEY);
                    case DOWN -> now.turned(0, KEY);
                    default -> null;
                }
                : switch (event.getCode()) {
                    case DIGIT0, NUMPAD0 -> ViewAngles.DEFAULT;
                    default -> null;
                };
        if (next != null) {
            angles.set(next);
            event.consume();
        }
    }
}
