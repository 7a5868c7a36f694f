package hyperlab.ui.control.chart;

import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.fx.interaction.PanHandlerFX;

/** Dragging with the secondary or the middle button, or with Ctrl, pans. */
final class DragPanHandler extends PanHandlerFX {
    private final Runnable afterwards;

    /** @param afterwards runs after the ranges have changed */
    DragPanHandler(Runnable afterwards) {
        super("drag pan");
        this.afterwards = afterwards;
    }

    @Override
    public boolean hasMatchingModifiers(MouseEvent event) {
        return event.getButton() == MouseButton.PRIMARY
                ? event.isShortcutDown()
                : event.getButton() == MouseButton.SECONDARY || event.getButton() == MouseButton.MIDDLE;
    }

    @Override
    public void handleMouseDragged(ChartCanvas canvas, MouseEvent event) {
        super.handleMouseDragged(canvas, event);
        afterwards.run();
    }

    @Override
    public void handleMouseReleased(ChartCanvas canvas, MouseEvent event) {
        super.handleMouseReleased(canvas, event);
        canvas.setCursor(null); // the chart view's own cursor
    }
}
