package hyperlab.lab.convolution;

import hyperlab.ui.control.chart.ChartCard;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Mouse presses and drags on a chart, reported together with the chart's current plot area. */
final class ChartMouse {
    private ChartMouse() {}

    /**
     * A press or drag, in pixels of the chart's canvas.
     *
     * @param dragged whether it continues an earlier press
     */
    record ChartMouseEvent(double x, double y, Rectangle2D plotArea, boolean secondary, boolean dragged) {
        /** Draws at a cell: a press begins a stroke, a drag continues it, and outside the image it ends. */
        void draw(Optional<int[]> cell, ImageDrawing drawing) {
            if (cell.isEmpty()) {
                drawing.endStroke();
            } else if (dragged) {
                drawing.paintTo(cell.get()[0], cell.get()[1], secondary);
            } else {
                drawing.paint(cell.get()[0], cell.get()[1], secondary);
            }
        }
    }

    /**
     * Calls {@code onPressOrDrag} for every press and drag on the chart, also for the way to where the button is
     * released, and then {@code onRelease}.
     */
    static void install(ChartCard card, Consumer<ChartMouseEvent> onPressOrDrag, Runnable onRelease) {
        card.chartView().addEventHandler(MouseEvent.MOUSE_PRESSED, event -> dispatch(card, event, onPressOrDrag));
        card.chartView().addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> dispatch(card, event, onPressOrDrag));
        card.chartView().addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
            if (!event.isStillSincePress()) {
                dispatch(card, event, onPressOrDrag);
            }
            onRelease.run();
        });
    }

    private static void dispatch(ChartCard card, MouseEvent event, Consumer<ChartMouseEvent> onPressOrDrag) {
        Rectangle2D area = card.chartView().getRenderingInfo().getPlotInfo().getDataArea();
        if (!area.isEmpty()) {
            boolean secondary = event.getButton() == MouseButton.SECONDARY || event.isSecondaryButtonDown();
            onPressOrDrag.accept(new ChartMouseEvent(
                    event.getX(),
                    event.getY(),
                    area,
                    secondary,
                    !event.getEventType().equals(MouseEvent.MOUSE_PRESSED)));
        }
    }
}
