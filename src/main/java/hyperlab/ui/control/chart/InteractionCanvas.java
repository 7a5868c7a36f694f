package hyperlab.ui.control.chart;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.plot.XYPlot;

/**
 * Passes the mouse events over a chart to the handlers of gestures. It is not in a scene, because the toolkit keeps the
 * pixels of each canvas in a scene: the chart is an image, {@link #pane} receives the events, and the crosshair has a
 * canvas of its own while it is shown.
 */
final class InteractionCanvas extends ChartCanvas {
    private final Supplier<JFreeChart> chart;
    private final Supplier<ChartRenderingInfo> info;
    private final Region pane = new Region();

    /** @param info the layout of the chart's last drawing */
    InteractionCanvas(Supplier<JFreeChart> chart, Supplier<ChartRenderingInfo> info) {
        super(null);
        this.chart = chart;
        this.info = info;
        removeMouseHandler(getMouseHandler("pan"));
        List.of("tooltip", "scroll", "anchor", "dispatch")
                .forEach(handler -> removeAuxiliaryMouseHandler(getMouseHandler(handler)));
        pane.setManaged(false);
        pane.getStyleClass().add("chart-gestures");
        pane.cursorProperty().bind(cursorProperty());
        pane.setOnMouseMoved(getOnMouseMoved());
        pane.setOnMouseClicked(getOnMouseClicked());
        pane.setOnMousePressed(getOnMousePressed());
        pane.setOnMouseDragged(getOnMouseDragged());
        pane.setOnMouseReleased(getOnMouseReleased());
        pane.setOnScroll(getOnScroll());
    }

    /** The node over the chart's image that receives the events. It shows nothing. */
    Region pane() {
        return pane;
    }

    @Override
    public JFreeChart getChart() {
        return chart.get();
    }

    @Override
    public ChartRenderingInfo getRenderingInfo() {
        return info.get();
    }

    @Override
    public Rectangle2D findDataArea(Point2D point) {
        return dataArea();
    }

    /** The plot area of the last drawing; empty before the first one. */
    Rectangle2D dataArea() {
        return info.get().getPlotInfo().getDataArea();
    }

    XYPlot plot() {
        return getChart().getXYPlot();
    }

    @Override
    public boolean isDomainZoomable() {
        return plot().isDomainPannable();
    }

    @Override
    public boolean isRangeZoomable() {
        return plot().isRangePannable();
    }
}
