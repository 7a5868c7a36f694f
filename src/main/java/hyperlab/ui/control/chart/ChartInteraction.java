package hyperlab.ui.control.chart;

import hyperlab.chart.series.PointerReading;
import hyperlab.chart.style.ZoomableAxis;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.ui.control.ScrollPanes;
import java.awt.BasicStroke;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.shape.Rectangle;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.fx.interaction.AbstractMouseHandlerFX;
import org.jfree.chart.fx.overlay.CrosshairOverlayFX;
import org.jfree.chart.plot.Crosshair;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;
import org.jfree.fx.FXGraphics2D;
import org.jspecify.annotations.Nullable;

/**
 * Mouse and keyboard gestures on a chart whose axes show numbers, with the handlers of JFreeChart-FX: the wheel zooms
 * about the pointer, dragging a box zooms to it, dragging with the secondary button or Ctrl pans, a double-click resets,
 * and a crosshair and a box with the values follow the pointer. Where the primary button has another use, the box and
 * the double-click need Shift. If the page can scroll, the wheel zooms only with Ctrl or on a focused card. On a focused
 * card, Shift and arrows pan, Ctrl and + or − zoom, and Ctrl+0 resets. FX thread only.
 */
final class ChartInteraction {
    private static final double KEY_ZOOM = 1.2;
    private static final double KEY_PAN = 0.1;
    private static final BasicStroke DASHES =
            new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {3, 3}, 0);

    private final ChartView view;
    private final InteractionCanvas canvas;
    private final Rectangle box = new Rectangle();
    private final PointerReadout readout = new PointerReadout();
    private final Crosshair vertical = new Crosshair(Double.NaN);
    private final Crosshair horizontal = new Crosshair(Double.NaN);
    private final CrosshairOverlayFX crosshair = new CrosshairOverlayFX();
    /** What the crosshair is painted on; null while it is hidden, so that only the chart at the pointer has one. */
    private @Nullable Canvas crosshairCanvas;

    private BooleanSupplier focused = () -> false;
    private ValueSource values = (x, y, area) -> Optional.empty();

    /** What a chart shows at a pixel, apart from the position on its axes. */
    @FunctionalInterface
    interface ValueSource {
        Optional<PointerReading> at(double x, double y, Rectangle2D area);
    }

    private boolean primaryReserved;
    private boolean readoutEnabled = true;
    private @Nullable ZoomState sharedZoom;
    private javafx.geometry.@Nullable Point2D pointer;

    ChartInteraction(ChartView view, InteractionCanvas canvas) {
        this.view = view;
        this.canvas = canvas;
        box.setManaged(false);
        box.setMouseTransparent(true);
        box.getStyleClass().add("chart-zoom-box");
        vertical.setVisible(false);
        horizontal.setVisible(false);
        crosshair.addDomainCrosshair(vertical);
        crosshair.addRangeCrosshair(horizontal);
        canvas.addMouseHandler(new DragPanHandler(this::rangesChanged));
        canvas.addMouseHandler(new BoxZoomHandler(box, this::startsBox, this::rangesChanged));
        canvas.addAuxiliaryMouseHandler(new WheelZoomHandler(this::wheelZooms, this::rangesChanged));
        canvas.addAuxiliaryMouseHandler(new PointerHandler());
        view.addEventHandler(MouseEvent.MOUSE_EXITED, event -> movePointer(null));
        // Over a chart without axes to zoom, the pane is invisible and takes no events.
        view.addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
            if (!view.isZoomable()) {
                movePointer(new javafx.geometry.Point2D(event.getX(), event.getY()));
            }
        });
        view.addEventHandler(ZoomEvent.ZOOM, event -> {
            if (canvas.dataArea().contains(event.getX(), event.getY())) {
                zoom(1 / event.getZoomFactor(), new Point2D.Double(event.getX(), event.getY()));
            }
        });
    }

    /** The nodes over the chart's image, from the back to the front. */
    List<Node> nodes() {
        return List.of(canvas.pane(), box, readout);
    }

    /** Whether a chart has an axis with numbers. */
    static boolean isZoomable(XYPlot plot) {
        return plot.isDomainPannable() || plot.isRangePannable();
    }

    void setValues(ValueSource newValues) {
        values = newValues;
    }

    void setFocused(BooleanSupplier hasFocus) {
        focused = hasFocus;
    }

    /** Leaves the primary button to the lab unless Shift is down. */
    void reservePrimaryButton() {
        primaryReserved = true;
    }

    /** Shows neither crosshair nor values, for a chart that draws its own. */
    void disableReadout() {
        readoutEnabled = false;
    }

    /** Applies all gestures to a window that several charts share instead of to the chart's axes. */
    void shareZoom(ZoomState zoom) {
        sharedZoom = zoom;
    }

    /** Whether the user zoomed or panned the chart. */
    boolean isZoomed() {
        return sharedZoom == null
                ? areAxesZoomed()
                : sharedZoom.zoomedProperty().get();
    }

    private boolean areAxesZoomed() {
        return isZoomed(canvas.plot().getDomainAxis()) || isZoomed(canvas.plot().getRangeAxis());
    }

    private static boolean isZoomed(@Nullable ValueAxis axis) {
        return axis instanceof ZoomableAxis zoomable && zoomable.isZoomed();
    }

    void reset() {
        if (sharedZoom != null) {
            sharedZoom.reset();
        } else if (isZoomed()) {
            resetAxes();
        }
    }

    private void resetAxes() {
        XYPlot plot = canvas.plot();
        boolean notifying = plot.isNotify();
        plot.setNotify(false);
        if (plot.getDomainAxis() instanceof ZoomableAxis x) {
            x.resetZoom();
        }
        if (plot.getRangeAxis() instanceof ZoomableAxis y) {
            y.resetZoom();
        }
        plot.setNotify(notifying);
    }

    /** Hands the new ranges to the shared window, whose charts then show it. */
    private void rangesChanged() {
        ZoomState zoom = sharedZoom;
        if (zoom == null || !areAxesZoomed()) {
            return;
        }
        Range x = canvas.plot().getDomainAxis().getRange();
        Range y = canvas.plot().getRangeAxis().getRange();
        resetAxes();
        zoom.show(new ObjectiveFunction.PlotWindow(
                x.getLowerBound(), x.getUpperBound(), y.getLowerBound(), y.getUpperBound()));
    }

    private boolean startsBox(MouseEvent event) {
        return event.getButton() == MouseButton.PRIMARY
                && !event.isShortcutDown()
                && !event.isAltDown()
                && event.isShiftDown() == primaryReserved;
    }

    private boolean wheelZooms(ScrollEvent event) {
        return event.isShortcutDown() || !pageScrolls() || (focused.getAsBoolean() && !isInText());
    }

    /** Whether the chart is part of a text, which the wheel scrolls even after a click on the chart. */
    private boolean isInText() {
        for (Parent parent = view.getParent(); parent != null; parent = parent.getParent()) {
            if (parent.getStyleClass().contains(ScrollPanes.TEXT_STYLE)) {
                return true;
            }
        }
        return false;
    }

    private boolean pageScrolls() {
        for (Parent parent = view.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof ScrollPane pane
                    && pane.getContent() != null
                    && pane.getContent().getLayoutBounds().getHeight()
                            > pane.getViewportBounds().getHeight() + 1) {
                return true;
            }
        }
        return false;
    }

    private void zoom(double factor, Point2D anchor) {
        PlotRenderingInfo info = canvas.getRenderingInfo().getPlotInfo();
        change(plot -> {
            if (canvas.isDomainZoomable()) {
                plot.zoomDomainAxes(factor, info, anchor, true);
            }
            if (canvas.isRangeZoomable()) {
                plot.zoomRangeAxes(factor, info, anchor, true);
            }
        });
    }

    private void pan(Orientation orientation, double share) {
        PlotRenderingInfo info = canvas.getRenderingInfo().getPlotInfo();
        Point2D center = center();
        change(plot -> {
            if (orientation == Orientation.HORIZONTAL) {
                plot.panDomainAxes(share, info, center);
            } else {
                plot.panRangeAxes(share, info, center);
            }
        });
    }

    private Point2D center() {
        return new Point2D.Double(
                canvas.dataArea().getCenterX(), canvas.dataArea().getCenterY());
    }

    /** Changes the plot with one notification. */
    private void change(Consumer<XYPlot> gesture) {
        XYPlot plot = canvas.plot();
        boolean notifying = plot.isNotify();
        plot.setNotify(false);
        gesture.accept(plot);
        plot.setNotify(notifying);
        rangesChanged();
    }

    /** Handles a key on the focused card. */
    void handleKey(KeyEvent event) {
        boolean pans = event.isShiftDown() && !event.isShortcutDown() && !event.isAltDown();
        boolean zooms = event.isShortcutDown() && !event.isAltDown();
        if (!focused.getAsBoolean() || !isZoomable(canvas.plot()) || !(pans || zooms)) {
            return;
        }
        Runnable gesture = pans
                ? switch (event.getCode()) {
                    case LEFT -> () -> pan(Orientation.HORIZONTAL, -KEY_PAN);
                    case RIGHT -> () -> pan(Orientation.HORIZONTAL, KEY_PAN);
                    case UP -> () -> pan(Orientation.VERTICAL, KEY_PAN);
                    case DOWN -> () -> pan(Orientation.VERTICAL, -KEY_PAN);
                    default -> null;
                }
                : switch (event.getCode()) {
                    case PLUS, EQUALS, ADD -> () -> zoom(1 / KEY_ZOOM, center());
                    case MINUS, SUBTRACT -> () -> zoom(KEY_ZOOM, center());
                    case DIGIT0, NUMPAD0 -> this::reset;
                    default -> null;
                };
        if (gesture != null) {
            gesture.run();
            event.consume();
        }
    }

    /** Updates crosshair and values after the chart was drawn anew. */
    void chartDrawn() {
        if (pointer != null) {
            movePointer(pointer);
        }
    }

    private void movePointer(javafx.geometry.@Nullable Point2D to) {
        pointer = to;
        Rectangle2D area = canvas.dataArea();
        if (to == null || !readoutEnabled || !area.contains(to.getX(), to.getY())) {
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
        move(vertical, x, canvas.isDomainZoomable(), x.java2DToValue(to.getX(), area, plot.getDomainAxisEdge()));
        move(horizontal, y, canvas.isRangeZoomable(), y.java2DToValue(to.getY(), area, plot.getRangeAxisEdge()));
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

    private static void move(Crosshair line, ValueAxis axis, boolean visible, double value) {
        line.setVisible(visible);
        line.setPaint(axis.getLabelPaint());
        line.setStroke(DASHES);
        line.setValue(value);
    }

    /** Follows the pointer, also while a button is down, and resets at a double-click. */
    private final class PointerHandler extends AbstractMouseHandlerFX {
        PointerHandler() {
            super("pointer", false, false, false, false);
        }

        @Override
        public void handleMouseMoved(ChartCanvas target, MouseEvent event) {
            movePointer(new javafx.geometry.Point2D(event.getX(), event.getY()));
        }

        @Override
        public void handleMouseDragged(ChartCanvas target, MouseEvent event) {
            movePointer(new javafx.geometry.Point2D(event.getX(), event.getY()));
        }

        @Override
        public void handleMouseClicked(ChartCanvas target, MouseEvent event) {
            if (event.getButton() == MouseButton.PRIMARY
                    && event.getClickCount() == 2
                    && event.isStillSincePress()
                    && event.isShiftDown() == primaryReserved) {
                reset();
            }
        }
    }
}
