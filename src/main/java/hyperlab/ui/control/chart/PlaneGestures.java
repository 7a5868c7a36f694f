package hyperlab.ui.control.chart;

import hyperlab.ui.Messages;
import hyperlab.ui.control.Icons;
import java.awt.geom.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Gestures on a card that shows a two-dimensional plane. A click or a drag with the primary button sets a point, such
 * as the start of a descent path. All other gestures are those of every chart; they change the window that the charts
 * of the plane share. They rest while the card shows a chart without axes. FX thread only.
 */
public final class PlaneGestures {
    private final ChartCard card;
    private final PointGestureListener point;
    private @Nullable Rectangle2D pressedArea;

    /** The point that a click or a drag sets. */
    public interface PointGestureListener {
        /** Called when a gesture begins. */
        void begin();

        /** Moves the point to a pixel of the plot. */
        void moveTo(double pixelX, double pixelY, Rectangle2D plotArea);

        /** Called when the gesture ends. */
        void end();
    }

    private PlaneGestures(ChartCard card, PointGestureListener point) {
        this.card = card;
        this.point = point;
    }

    /** Adds the gestures to the card. */
    public static void install(ChartCard card, ZoomState view, PointGestureListener point) {
        card.chartView().interaction().reservePrimaryButton();
        card.chartView().interaction().shareZoom(view);
        new PlaneGestures(card, point).listen();
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
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
            if (canvas.isZoomable()) {
                canvas.setCursor(area().contains(event.getX(), event.getY()) ? Cursor.HAND : Cursor.DEFAULT);
            }
        });
    }

    private Rectangle2D area() {
        return card.chartView().getRenderingInfo().getPlotInfo().getDataArea();
    }

    private void press(MouseEvent event) {
        Rectangle2D area = (Rectangle2D) area().clone();
        if (card.chartView().isZoomable()
                && ChartView.isPlainPrimary(event)
                && area.contains(event.getX(), event.getY())) {
            pressedArea = area;
            point.begin();
            moveTo(event, area);
        }
    }

    private void drag(MouseEvent event) {
        if (pressedArea != null) {
            moveTo(event, pressedArea);
        }
    }

    private void moveTo(MouseEvent event, Rectangle2D area) {
        point.moveTo(
                Math.max(area.getMinX(), Math.min(event.getX(), area.getMaxX())),
                Math.max(area.getMinY(), Math.min(event.getY(), area.getMaxY())),
                area);
    }

    private void release() {
        if (pressedArea != null) {
            pressedArea = null;
            point.end();
        }
    }
}
