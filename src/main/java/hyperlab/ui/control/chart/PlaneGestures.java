package hyperlab.ui.control.chart;

import hyperlab.ui.Messages;
import hyperlab.ui.control.Icons;
import java.awt.geom.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.jspecify.annotations.Nullable;

/**
 * Mouse and keyboard gestures on a card that shows a two-dimensional plane. A click or a drag with the primary button
 * sets a point, such as the start of a descent path. The wheel zooms around the pointer if the card has the focus or
 * Ctrl is down; dragging with Shift or another button pans. On a focused card, Shift and arrows pan, Ctrl and + or −
 * zoom, and Ctrl+0 resets. FX thread only.
 */
public final class PlaneGestures {
    private static final double ZOOM_PER_NOTCH = 1.2;
    private static final double NOTCH_DELTA = 40;
    private static final double PAN_FRACTION = 0.1;

    private final ChartCard card;
    private final ZoomState view;
    private final PointGestureListener point;
    private @Nullable Rectangle2D pressedArea;
    private double panX = Double.NaN;
    private double panY = Double.NaN;

    /** The point that a click or a drag sets. */
    public interface PointGestureListener {
        /** Called when a gesture begins. */
        void begin();

        /** Moves the point to a pixel of the plot. */
        void moveTo(double pixelX, double pixelY, Rectangle2D plotArea);

        /** Called when the gesture ends. */
        void end();
    }

    private PlaneGestures(ChartCard card, ZoomState view, PointGestureListener point) {
        this.card = card;
        this.view = view;
        this.point = point;
    }

    /** Adds the gestures to the card. */
    public static void install(ChartCard card, ZoomState view, PointGestureListener point) {
        new PlaneGestures(card, view, point).listen();
    }

    /** A button that resets the view, visible while the view is zoomed or panned. */
    public static Button resetButton(String id, ZoomState view, Messages messages) {
        Button button = Icons.button(id, "fth-maximize", messages.bind("shell.view.reset"), view::reset);
        button.getStyleClass().add("card-menu");
        button.visibleProperty().bind(view.zoomedProperty());
        button.managedProperty().bind(view.zoomedProperty());
        return button;
    }

    private void listen() {
        ChartView canvas = card.chartView();
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> release());
        canvas.addEventHandler(
                MouseEvent.MOUSE_MOVED,
                event -> canvas.setCursor(area().contains(event.getX(), event.getY()) ? Cursor.HAND : Cursor.DEFAULT));
        canvas.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        canvas.addEventHandler(ZoomEvent.ZOOM, event -> zoom(1 / event.getZoomFactor(), event.getX(), event.getY()));
        card.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private Rectangle2D area() {
        return card.chartView().getRenderingInfo().getPlotInfo().getDataArea();
    }

    private void press(MouseEvent event) {
        Rectangle2D area = (Rectangle2D) area().clone();
        if (!area.contains(event.getX(), event.getY()) || event.isPopupTrigger()) {
            return;
        }
        if (event.getButton() == MouseButton.PRIMARY && !event.isShiftDown()) {
            pressedArea = area;
            point.begin();
            moveTo(event, area);
        } else {
            panX = event.getX();
            panY = event.getY();
        }
    }

    private void drag(MouseEvent event) {
        if (pressedArea != null) {
            moveTo(event, pressedArea);
        } else if (!Double.isNaN(panX)) {
            Rectangle2D area = area();
            view.pan((panX - event.getX()) / area.getWidth(), (event.getY() - panY) / area.getHeight());
            panX = event.getX();
            panY = event.getY();
        }
    }

    private void moveTo(MouseEvent event, Rectangle2D area) {
        point.moveTo(
                Math.max(area.getMinX(), Math.min(event.getX(), area.getMaxX())),
                Math.max(area.getMinY(), Math.min(event.getY(), area.getMaxY())),
                area);
    }

    private void release() {
        panX = Double.NaN;
        if (pressedArea != null) {
            pressedArea = null;
            point.end();
        }
    }

    private void scroll(ScrollEvent event) {
        if ((card.isFocused() || event.isShortcutDown()) && event.getDeltaY() != 0) {
            zoom(Math.pow(ZOOM_PER_NOTCH, -event.getDeltaY() / NOTCH_DELTA), event.getX(), event.getY());
            event.consume();
        }
    }

    private void zoom(double factor, double pixelX, double pixelY) {
        Rectangle2D area = area();
        if (area.contains(pixelX, pixelY)) {
            var window = view.windowProperty().get();
            double across = (pixelX - area.getX()) / area.getWidth();
            double up = 1 - (pixelY - area.getY()) / area.getHeight();
            view.zoom(
                    factor,
                    window.xLow() + across * (window.xHigh() - window.xLow()),
                    window.yLow() + up * (window.yHigh() - window.yLow()));
        }
    }

    private void key(KeyEvent event) {
        boolean pans = event.isShiftDown() && !event.isShortcutDown() && !event.isAltDown();
        boolean zooms = event.isShortcutDown() && !event.isAltDown();
        if (!card.isFocused() || !(pans || zooms)) {
            return;
        }
        Runnable move = pans
                ? switch (event.getCode()) {
                    case LEFT -> () -> view.pan(-PAN_FRACTION, 0);
                    case RIGHT -> () -> view.pan(PAN_FRACTION, 0);
                    case UP -> () -> view.pan(0, PAN_FRACTION);
                    case DOWN -> () -> view.pan(0, -PAN_FRACTION);
                    default -> null;
                }
                : switch (event.getCode()) {
                    case PLUS, EQUALS, ADD -> () -> view.zoom(1 / ZOOM_PER_NOTCH);
                    case MINUS, SUBTRACT -> () -> view.zoom(ZOOM_PER_NOTCH);
                    case DIGIT0, NUMPAD0 -> view::reset;
                    default -> null;
                };
        if (move != null) {
            move.run();
            event.consume();
        }
    }
}
