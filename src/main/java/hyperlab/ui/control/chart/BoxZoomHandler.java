package hyperlab.ui.control.chart;

import java.awt.geom.Rectangle2D;
import java.util.function.Predicate;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.fx.interaction.AbstractMouseHandlerFX;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;

/** Dragging a box zooms to it. A flat box zooms only along its long side. Plots are vertical. */
final class BoxZoomHandler extends AbstractMouseHandlerFX {
    private static final double MIN_SIDE = 10;

    private final Rectangle box;
    private final Predicate<MouseEvent> starts;
    private final Runnable afterwards;
    private @Nullable Rectangle2D area;
    private double startX;
    private double startY;

    /**
     * @param box the node that shows the box, in the coordinates of the canvas
     * @param starts whether a press with this button and these modifiers starts a box
     * @param afterwards runs after the ranges have changed
     */
    BoxZoomHandler(Rectangle box, Predicate<MouseEvent> starts, Runnable afterwards) {
        super("box zoom", false, false, false, false);
        this.box = box;
        this.starts = starts;
        this.afterwards = afterwards;
        box.setVisible(false);
    }

    @Override
    public boolean hasMatchingModifiers(MouseEvent event) {
        return starts.test(event);
    }

    @Override
    public void handleMousePressed(ChartCanvas canvas, MouseEvent event) {
        Rectangle2D plotArea = ((InteractionCanvas) canvas).dataArea();
        if (plotArea.contains(event.getX(), event.getY())) {
            area = (Rectangle2D) plotArea.clone();
            startX = event.getX();
            startY = event.getY();
        } else {
            canvas.clearLiveHandler();
        }
    }

    @Override
    public void handleMouseDragged(ChartCanvas canvas, MouseEvent event) {
        Rectangle2D selected = selected(canvas, event);
        box.setVisible(selected != null);
        if (selected != null) {
            box.setX(selected.getX());
            box.setY(selected.getY());
            box.setWidth(selected.getWidth());
            box.setHeight(selected.getHeight());
        }
    }

    @Override
    public void handleMouseReleased(ChartCanvas canvas, MouseEvent event) {
        Rectangle2D selected = selected(canvas, event);
        Rectangle2D within = area;
        if (selected != null && within != null) {
            zoom(canvas, selected, within);
            afterwards.run();
        }
        area = null;
        box.setVisible(false);
        canvas.clearLiveHandler();
    }

    /** The box from the start to the pointer; null while it is too small on both sides. */
    private @Nullable Rectangle2D selected(ChartCanvas canvas, MouseEvent event) {
        Rectangle2D within = area;
        if (within == null) {
            return null;
        }
        double endX = Math.max(within.getMinX(), Math.min(event.getX(), within.getMaxX()));
        double endY = Math.max(within.getMinY(), Math.min(event.getY(), within.getMaxY()));
        boolean wide = canvas.isDomainZoomable() && Math.abs(endX - startX) >= MIN_SIDE;
        boolean high = canvas.isRangeZoomable() && Math.abs(endY - startY) >= MIN_SIDE;
        if (!wide && !high) {
            return null;
        }
        return new Rectangle2D.Double(
                wide ? Math.min(startX, endX) : within.getX(),
                high ? Math.min(startY, endY) : within.getY(),
                wide ? Math.abs(endX - startX) : within.getWidth(),
                high ? Math.abs(endY - startY) : within.getHeight());
    }

    private static void zoom(ChartCanvas canvas, Rectangle2D box, Rectangle2D area) {
        XYPlot plot = ((InteractionCanvas) canvas).plot();
        PlotRenderingInfo info = canvas.getRenderingInfo().getPlotInfo();
        boolean notifying = plot.isNotify();
        plot.setNotify(false);
        if (box.getWidth() < area.getWidth()) {
            double left = (box.getMinX() - area.getMinX()) / area.getWidth();
            plot.zoomDomainAxes(left, left + box.getWidth() / area.getWidth(), info, null);
        }
        if (box.getHeight() < area.getHeight()) {
            double low = (area.getMaxY() - box.getMaxY()) / area.getHeight();
            plot.zoomRangeAxes(low, low + box.getHeight() / area.getHeight(), info, null);
        }
        plot.setNotify(notifying);
    }
}
