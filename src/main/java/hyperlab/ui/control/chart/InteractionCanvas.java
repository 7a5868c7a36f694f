package hyperlab.ui.control.chart;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Supplier;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.plot.XYPlot;

/**
 * A canvas over the image of a chart, which passes mouse events to its handlers. It shows nothing: the chart is an image
 * below it, and the crosshair has a canvas of its own while it is shown.
 */
final class InteractionCanvas extends ChartCanvas {
    private final Supplier<JFreeChart> chart;
    private final Supplier<ChartRenderingInfo> info;

    /** @param info the layout of the chart's last drawing */
    InteractionCanvas(Supplier<JFreeChart> chart, Supplier<ChartRenderingInfo> info) {
        super(null);
        this.chart = chart;
        this.info = info;
        removeMouseHandler(getMouseHandler("pan"));
        List.of("tooltip", "scroll", "anchor", "dispatch")
                .forEach(handler -> removeAuxiliaryMouseHandler(getMouseHandler(handler)));
        setOpacity(0);
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
