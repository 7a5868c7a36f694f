package hyperlab.ui.control.chart;

import hyperlab.chart.style.ChartRenderingHint;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.lang.ref.SoftReference;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.event.ChartChangeEvent;
import org.jfree.chart.event.ChartChangeListener;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;

/**
 * A node that shows a chart. The chart is drawn at most once per pulse, however often its data change, after the layout
 * of that pulse. It is not drawn while inactive; changes made in the meantime are drawn once it is active again.
 *
 * <p>AWT draws the chart, as it does for exports, at the resolution of the screen. Two images alternate, because the
 * toolkit may still be painting the other one. A chart that is inactive or not in a window shows no image, so that the
 * toolkit keeps no copy of it; its pixels are kept only as long as there is memory, and drawn again otherwise.
 */
public final class ChartView extends Region implements ChartChangeListener {
    private ImageView view = imageView();
    /** Physical pixels per logical pixel in each direction; 1 outside a window. */
    private final ObservableValue<Double> scale = sceneProperty()
            .flatMap(Scene::windowProperty)
            .flatMap(Window::renderScaleXProperty)
            .map(Number::doubleValue)
            .orElse(1.0);

    private JFreeChart chart;
    private ChartRenderingInfo info = new ChartRenderingInfo();
    private boolean active = true;
    private boolean activated = true;
    private boolean suspended;
    private boolean stale = true;
    private final InteractionCanvas canvas;
    private final ChartInteraction interaction;
    private Runnable drawnListener = () -> {};
    private @Nullable PixelBufferImage drawnImage;
    private @Nullable PixelBufferImage shownImage;
    private @Nullable PixelBufferImage spareImage;
    /** What was shown last; null while an image is shown. */
    private @Nullable SoftReference<PixelBufferImage> hiddenImage;

    public ChartView(JFreeChart chart) {
        this.chart = chart;
        canvas = new InteractionCanvas(() -> this.chart, () -> this.info);
        interaction = new ChartInteraction(this, canvas);
        getChildren().add(view);
        getChildren().addAll(interaction.nodes());
        updateInteraction();
        setMinSize(0, 0);
        setPrefSize(0, 0);
        chart.addChangeListener(this);
        widthProperty().addListener(this::resized);
        heightProperty().addListener(this::resized);
        scale.addListener(this::resized);
        sceneProperty().addListener((observed, before, now) -> sceneChanged(before));
    }

    private static ImageView imageView() {
        ImageView view = new ImageView();
        view.setManaged(false);
        view.setMouseTransparent(true);
        view.setSmooth(false);
        return view;
    }

    /** Replaces the chart. */
    public void setChart(JFreeChart other) {
        chart.removeChangeListener(this);
        chart = other;
        chart.addChangeListener(this);
        updateInteraction();
        redraw();
    }

    /** Lets the chart forget this view, which is not shown anymore, until a chart is set again. */
    void stopFollowing() {
        chart.removeChangeListener(this);
    }

    private void updateInteraction() {
        canvas.pane().setVisible(isZoomable());
    }

    /** Whether the chart has an axis with numbers, which can be zoomed. */
    boolean isZoomable() {
        return chart.getPlot() instanceof XYPlot plot && ChartInteraction.isZoomable(plot);
    }

    /** Shows a node over the chart's image and below the gestures. */
    void showBelowCanvas(Node node) {
        getChildren().add(1, node);
    }

    void remove(Node node) {
        getChildren().remove(node);
    }

    /** The gestures on the chart. */
    ChartInteraction interaction() {
        return interaction;
    }

    /**
     * Leaves the primary button to the handlers that a lab adds; then Shift is needed to drag a box and for the
     * double-click that resets.
     */
    public void reservePrimaryButton() {
        interaction.reservePrimaryButton();
    }

    /** Applies the gestures that zoom and pan to a window that the lab follows, instead of to the chart's axes. */
    public void shareZoom(ZoomState zoom) {
        interaction.shareZoom(zoom);
    }

    /** Whether an event belongs to the primary button without a key that zooms or pans instead. */
    public static boolean isPlainPrimary(MouseEvent event) {
        return event.getButton() == MouseButton.PRIMARY && !event.isShiftDown() && !event.isShortcutDown();
    }

    /** Shows no crosshair and no values at the pointer, for a chart that draws its own. */
    public void disableReadout() {
        interaction.pointer().disable();
    }

    /** The layout of the chart's last drawing; its areas are empty before the first one. */
    public ChartRenderingInfo getRenderingInfo() {
        return info;
    }

    /** The area between the axes in this node's coordinates; empty before the first drawing. */
    public Bounds dataArea() {
        Rectangle2D area = info.getPlotInfo().getDataArea();
        return new BoundingBox(area.getX(), area.getY(), area.getWidth(), area.getHeight());
    }

    /** Where a value of the horizontal axis was drawn last, in this node's coordinates; NaN without such an axis. */
    public double horizontalPosition(double value) {
        return chart.getPlot() instanceof XYPlot plot && plot.getDomainAxis() != null
                ? plot.getDomainAxis().valueToJava2D(value, info.getPlotInfo().getDataArea(), plot.getDomainAxisEdge())
                : Double.NaN;
    }

    /** Where a value of the vertical axis was drawn last, in this node's coordinates; NaN without such an axis. */
    public double verticalPosition(double value) {
        return chart.getPlot() instanceof XYPlot plot && plot.getRangeAxis() != null
                ? plot.getRangeAxis().valueToJava2D(value, info.getPlotInfo().getDataArea(), plot.getRangeAxisEdge())
                : Double.NaN;
    }

    /** The value of the horizontal axis at a position in this node's coordinates; NaN without such an axis. */
    public double horizontalValue(double position) {
        return chart.getPlot() instanceof XYPlot plot && plot.getDomainAxis() != null
                ? plot.getDomainAxis()
                        .java2DToValue(position, info.getPlotInfo().getDataArea(), plot.getDomainAxisEdge())
                : Double.NaN;
    }

    /** The value of the vertical axis at a position in this node's coordinates; NaN without such an axis. */
    public double verticalValue(double position) {
        return chart.getPlot() instanceof XYPlot plot && plot.getRangeAxis() != null
                ? plot.getRangeAxis().java2DToValue(position, info.getPlotInfo().getDataArea(), plot.getRangeAxisEdge())
                : Double.NaN;
    }

    /** Calls a task whenever the chart was drawn, perhaps with other axes. */
    public void onDrawn(Runnable task) {
        drawnListener = task;
    }

    @Override
    public void chartChanged(ChartChangeEvent event) {
        redraw();
    }

    /** Requests drawing at this pulse or a later one. Each pulse draws the charts that have waited longest. */
    public void redraw() {
        Scene scene = getScene();
        stale = !active || scene == null;
        if (active && scene != null) {
            ChartRenderQueue.of(scene).add(this);
        }
    }

    void setActive(boolean nowActive) {
        activated = nowActive;
        updateActive();
    }

    /** Sets whether another view shows the chart instead. Two views must not draw one chart at the same time. */
    void setSuspended(boolean nowSuspended) {
        suspended = nowSuspended;
        updateActive();
    }

    private void updateActive() {
        active = activated && !suspended;
        if (!active) {
            spareImage = null;
        }
        updateImage(getScene());
        if (active && stale) {
            redraw();
        } else if (!active
                && getScene() != null
                && ChartRenderQueue.of(getScene()).remove(this)) {
            stale = true;
        }
    }

    private void resized(Observable size) {
        canvas.pane().resize(getWidth(), getHeight());
        redraw();
    }

    /**
     * Shows the last image, or shows none. A suspended chart, whose card may still be seen, goes on to show its image.
     *
     * @param scene the scene that shows the chart, or that showed it until now
     */
    private void updateImage(@Nullable Scene scene) {
        boolean isSeen = activated && getScene() != null;
        PixelBufferImage shown = shownImage;
        if (!isSeen && shown != null) {
            ImageView shownView = view;
            view = imageView();
            getChildren().set(0, view);
            if (scene != null) {
                ReleasedImages.of(scene).add(shownView);
            }
            spareImage = null;
            shown.releaseImage();
            hiddenImage = new SoftReference<>(shown);
            shownImage = null;
        } else if (isSeen && hiddenImage != null) {
            shownImage = hiddenImage.get();
            hiddenImage = null;
            if (shownImage == null) {
                stale = true;
            } else {
                showImage(shownImage);
            }
        }
    }

    private void sceneChanged(@Nullable Scene before) {
        updateImage(before);
        if ((before != null && ChartRenderQueue.of(before).remove(this)) || stale) {
            redraw();
        }
    }

    /**
     * Draws into an image; may run on any thread while the FX thread waits. The result is invisible until
     * {@link #show}.
     */
    void draw() {
        int width = (int) getWidth();
        int height = (int) getHeight();
        if (width <= 0 || height <= 0) {
            drawnImage = null;
            return;
        }
        double pixelScale = scale.getValue();
        int pixelWidth = (int) Math.ceil(width * pixelScale);
        int pixelHeight = (int) Math.ceil(height * pixelScale);
        PixelBufferImage image = spareImage != null && spareImage.hasSize(pixelWidth, pixelHeight)
                ? spareImage
                : new PixelBufferImage(pixelWidth, pixelHeight);
        Graphics2D graphics = image.graphics();
        graphics.scale(pixelScale, pixelScale);
        graphics.setRenderingHint(ChartRenderingHint.REUSE_CACHED, true);
        info = new ChartRenderingInfo();
        chart.draw(graphics, new Rectangle(width, height), null, info);
        graphics.dispose();
        drawnImage = image;
    }

    /** Shows the drawn image. */
    void show() {
        PixelBufferImage image = drawnImage;
        if (image == null) {
            return;
        }
        drawnImage = null;
        spareImage = shownImage;
        shownImage = image;
        image.markChanged();
        showImage(image);
        interaction.pointer().chartDrawn();
        drawnListener.run();
    }

    private void showImage(PixelBufferImage image) {
        view.setImage(image.image());
        view.setFitWidth(image.image().getWidth() / scale.getValue());
        view.setFitHeight(image.image().getHeight() / scale.getValue());
    }
}
