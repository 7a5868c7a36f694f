package hyperlab.ui.control.chart;

import hyperlab.chart.style.ZoomableAxis;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.ui.control.ScrollPanes;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
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
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;
import org.jspecify.annotations.Nullable;

/**
 * Mouse and keyboard gestures on a chart whose axes show numbers, with the handlers of JFreeChart-FX: the wheel zooms
 * about the pointer, dragging a box zooms to it, dragging with the secondary button or Ctrl pans, a double-click
 * resets, and {@link PointerValues} follow the pointer. Where the primary button has another use, the box and the
 * double-click need Shift. If the page can scroll, the wheel zooms only with Ctrl or on a focused card. On a focused
 * card, Shift and arrows pan, Ctrl and + or − zoom, and Ctrl+0 resets. FX thread only.
 */
final class ChartInteraction {
    private static final double KEY_ZOOM = 1.2;
    private static final double KEY_PAN = 0.1;

    private final ChartView view;
    private final InteractionCanvas canvas;
    private final PointerValues pointer;
    private final Rectangle box = new Rectangle();

    private BooleanSupplier focused = () -> false;
    private boolean primaryReserved;
    private @Nullable ZoomState sharedZoom;

    ChartInteraction(ChartView view, InteractionCanvas canvas) {
        this.view = view;
        this.canvas = canvas;
        pointer = new PointerValues(view, canvas);
        box.setManaged(false);
        box.setMouseTransparent(true);
        box.getStyleClass().add("chart-zoom-box");
        canvas.addMouseHandler(new DragPanHandler(this::rangesChanged));
        canvas.addMouseHandler(new BoxZoomHandler(box, this::startsBox, this::rangesChanged));
        canvas.addAuxiliaryMouseHandler(new WheelZoomHandler(this::wheelZooms, this::rangesChanged));
        canvas.addAuxiliaryMouseHandler(new PointerHandler());
        view.addEventHandler(MouseEvent.MOUSE_EXITED, event -> pointer.move(null));
        // Over a chart without axes to zoom, the pane is invisible and takes no events.
        view.addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
            if (!view.isZoomable()) {
                pointer.move(new javafx.geometry.Point2D(event.getX(), event.getY()));
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
        return List.of(canvas.pane(), box, pointer.readout());
    }

    /** Whether a chart has an axis with numbers. */
    static boolean isZoomable(XYPlot plot) {
        return plot.isDomainPannable() || plot.isRangePannable();
    }

    /** The crosshair and the values at the pointer. */
    PointerValues pointer() {
        return pointer;
    }

    void setFocused(BooleanSupplier hasFocus) {
        focused = hasFocus;
    }

    /** Leaves the primary button to the lab unless Shift is down. */
    void reservePrimaryButton() {
        primaryReserved = true;
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

    /** Follows the pointer, also while a button is down, and resets at a double-click. */
    private final class PointerHandler extends AbstractMouseHandlerFX {
        PointerHandler() {
            super("pointer", false, false, false, false);
        }

        @Override
        public void handleMouseMoved(ChartCanvas target, MouseEvent event) {
            pointer.move(new javafx.geometry.Point2D(event.getX(), event.getY()));
        }

        @Override
        public void handleMouseDragged(ChartCanvas target, MouseEvent event) {
            pointer.move(new javafx.geometry.Point2D(event.getX(), event.getY()));
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
