package hyperlab.app.control;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.WeakHashMap;
import javafx.beans.Observable;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.event.ChartChangeEvent;
import org.jfree.chart.event.ChartChangeListener;
import org.jspecify.annotations.Nullable;

/**
 * A canvas with a chart that is drawn once a pulse at most, however often its data change, after all nodes of that pulse
 * have found their places; and not at all while no one sees it: what changed meanwhile is drawn when it is seen again.
 */
public final class PulseCanvas extends Canvas implements ChartChangeListener {
    private final Map<BufferedImage, Image> pictures = new WeakHashMap<>();
    private JFreeChart chart;
    private ChartRenderingInfo info = new ChartRenderingInfo();
    private boolean active = true;
    private boolean stale = true;

    PulseCanvas(JFreeChart chart) {
        this.chart = chart;
        chart.addChangeListener(this);
        widthProperty().addListener(this::resized);
        heightProperty().addListener(this::resized);
        sceneProperty().addListener((observed, before, now) -> moved(before));
    }

    /** Shows another chart from now on. */
    public void setChart(JFreeChart other) {
        chart.removeChangeListener(this);
        chart = other;
        chart.addChangeListener(this);
        redraw();
    }

    /** Where the parts of the chart were drawn last; before the first drawing its areas are empty. */
    public ChartRenderingInfo getRenderingInfo() {
        return info;
    }

    @Override
    public boolean isResizable() {
        return true;
    }

    @Override
    public void chartChanged(ChartChangeEvent event) {
        redraw();
    }

    /** Draws at this pulse or one of the next: at each, of all the charts that wait, those that have waited longest. */
    public void redraw() {
        Scene scene = getScene();
        stale = !active || scene == null;
        if (active && scene != null) {
            Turns.of(scene).add(this);
        }
    }

    void active(boolean nowActive) {
        active = nowActive;
        if (active && stale) {
            redraw();
        } else if (!active && getScene() != null && Turns.of(getScene()).remove(this)) {
            stale = true;
        }
    }

    private void resized(Observable size) {
        redraw();
    }

    private void moved(@Nullable Scene before) {
        if ((before != null && Turns.of(before).remove(this)) || stale) {
            redraw();
        }
    }

    /** Draws now. */
    void draw() {
        double width = getWidth();
        double height = getHeight();
        if (width > 0 && height > 0) {
            GraphicsContext context = getGraphicsContext2D();
            context.save();
            context.clearRect(0, 0, width, height);
            // Another one each time: it passes over a font, a stroke or a colour that it believes to be set already.
            CanvasGraphics graphics = new CanvasGraphics(context, pictures);
            info = new ChartRenderingInfo();
            chart.draw(graphics, new Rectangle((int) width, (int) height), null, info);
            graphics.dispose();
            context.restore();
        }
    }
}
