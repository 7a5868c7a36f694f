package hyperlab.ui.control.chart;

import hyperlab.chart.series.PointerReading;
import java.awt.BasicStroke;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.fx.overlay.CrosshairOverlayFX;
import org.jfree.chart.plot.Crosshair;
import org.jfree.chart.plot.XYPlot;
import org.jfree.fx.FXGraphics2D;
import org.jspecify.annotations.Nullable;

/** The crosshair and the box with the values at the pointer, over a chart. FX thread only. */
final class PointerValues {
    private static final BasicStroke DASHES =
            new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {3, 3}, 0);

    private final ChartView view;
    private final InteractionCanvas canvas;
    private final PointerReadout readout = new PointerReadout();
    private final Crosshair vertical = new Crosshair(Double.NaN);
    private final Crosshair horizontal = new Crosshair(Double.NaN);
    private final CrosshairOverlayFX crosshair = new CrosshairOverlayFX();
    /** What the crosshair is painted on; null while it is hidden, so that only the chart at the pointer has one. */
    private @Nullable Canvas crosshairCanvas;

    private ValueSource values = (x, y, area) -> Optional.empty();

    private boolean enabled = true;
    private javafx.geometry.@Nullable Point2D pointer;

    /** What a chart shows at a pixel, apart from the position on its axes. */
    @FunctionalInterface
    interface ValueSource {
        Optional<PointerReading> at(double x, double y, Rectangle2D area);
    }

    PointerValues(ChartView view, InteractionCanvas canvas) {
        this.view = view;
        this.canvas = canvas;
        vertical.setVisible(false);
        horizontal.setVisible(false);
        crosshair.addDomainCrosshair(vertical);
        crosshair.addRangeCrosshair(horizontal);
    }

    Node readout() {
        return readout;
    }

    void setValues(ValueSource newValues) {
        values = newValues;
    }

    /** Shows neither crosshair nor values, for a chart that draws its own. */
    void disable() {
        enabled = false;
    }

    /** Updates crosshair and values after the chart was drawn anew. */
    void chartDrawn() {
        if (pointer != null) {
            move(pointer);
        }
    }

    /** Shows what is at a point of the view, or hides everything with null. */
    void move(javafx.geometry.@Nullable Point2D to) {
        pointer = to;
        Rectangle2D area = canvas.dataArea();
        if (to == null || !enabled || !area.contains(to.getX(), to.getY())) {
            vertical.setVisible(false);
            horizontal.setVisible(false);
            hideCrosshair();
            readout.hide();
            return;
        }
        XYPlot plot = canvas.plot();
        Optional<PointerReading> reading = values.at(to.getX(), to.getY(), area);
        if (!view.isZoomable() && reading.isEmpty()) {
            readout.hide();
            return;
        }
        if (!view.isZoomable()) {
            readout.show(reading.get(), to.getX(), to.getY(), area);
            return;
        }
        ValueAxis x = plot.getDomainAxis();
        ValueAxis y = plot.getRangeAxis();
        moveLine(vertical, x, canvas.isDomainZoomable(), x.java2DToValue(to.getX(), area, plot.getDomainAxisEdge()));
        moveLine(horizontal, y, canvas.isRangeZoomable(), y.java2DToValue(to.getY(), area, plot.getRangeAxisEdge()));
        paintCrosshair();
        readout.show(
                reading.orElseGet(() -> PointerReading.of(plot, area, to.getX(), to.getY())),
                to.getX(),
                to.getY(),
                area);
    }

    private void paintCrosshair() {
        Canvas painted = crosshairCanvas;
        if (painted == null) {
            painted = new Canvas();
            painted.setManaged(false);
            painted.setMouseTransparent(true);
            view.showBelowCanvas(painted);
            crosshairCanvas = painted;
        }
        painted.setWidth(view.getWidth());
        painted.setHeight(view.getHeight());
        painted.getGraphicsContext2D().clearRect(0, 0, view.getWidth(), view.getHeight());
        crosshair.paintOverlay(new FXGraphics2D(painted.getGraphicsContext2D()), canvas);
    }

    private void hideCrosshair() {
        if (crosshairCanvas != null) {
            view.remove(crosshairCanvas);
            crosshairCanvas = null;
        }
    }

    private static void moveLine(Crosshair line, ValueAxis axis, boolean visible, double value) {
        line.setVisible(visible);
        line.setPaint(axis.getLabelPaint());
        line.setStroke(DASHES);
        line.setValue(value);
    }
}
