package hyperlab.lab.learn;

import hyperlab.lab.learn.illustration.ChartNumber;
import hyperlab.ui.Messages;
import hyperlab.ui.NodeListeners;
import hyperlab.ui.control.chart.ChartCard;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** A number in a text that changes a chart: it is dragged to the left or right, or moved with the arrow keys. */
final class DraggableNumber extends Label {
    private static final double PIXELS_PER_VALUE = 10;
    private static final int LARGE_STEP = 5;

    private final ChartNumber number;
    private double pressedAt;
    private int pressedIndex;

    /** @param chart the name of the chart, for the id */
    DraggableNumber(String chart, ChartNumber number, Messages messages) {
        this.number = number;
        setId("learn-number-" + chart);
        // Shortcuts leave the arrow keys to this number.
        getStyleClass().addAll("page-chart-number", ChartCard.ARROW_KEYS_STYLE);
        setCursor(Cursor.H_RESIZE);
        setFocusTraversable(true);
        setMinWidth(USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.SLIDER);
        accessibleHelpProperty().bind(messages.bind("learn.number.hint"));
        setText(number.text());
        NodeListeners.listen(this, number.indexProperty(), () -> setText(number.text()));
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnKeyPressed(this::handleKey);
    }

    private void press(MouseEvent event) {
        requestFocus();
        pressedAt = event.getSceneX();
        pressedIndex = number.indexProperty().get();
        event.consume();
    }

    private void drag(MouseEvent event) {
        number.moveTo(pressedIndex + (int) Math.rint((event.getSceneX() - pressedAt) / PIXELS_PER_VALUE));
        event.consume();
    }

    private void handleKey(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        int step = event.isShiftDown() ? LARGE_STEP : 1;
        boolean used = true;
        switch (event.getCode()) {
            case LEFT, KP_LEFT, DOWN, KP_DOWN -> number.move(-step);
            case RIGHT, KP_RIGHT, UP, KP_UP -> number.move(step);
            case HOME -> number.moveTo(0);
            case END -> number.moveTo(number.count() - 1);
            default -> used = false;
        }
        if (used) {
            event.consume();
        }
    }
}
