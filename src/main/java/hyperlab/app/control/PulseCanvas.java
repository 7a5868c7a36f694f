package hyperlab.app.control;

import javafx.animation.AnimationTimer;
import javafx.scene.text.Font;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.event.ChartChangeEvent;
import org.jfree.chart.fx.ChartCanvas;

/**
 * A canvas with a chart that is drawn once a pulse at most, however often its data change, and not at all while no one
 * sees it; what changed meanwhile is drawn when it is seen again.
 */
public final class PulseCanvas extends ChartCanvas {
    private static final double AXIS_FONT = 12;

    private final AnimationTimer next = new AnimationTimer() {
        @Override
        public void handle(long now) {
            stop();
            draw();
        }
    };
    private boolean active = true;
    private boolean stale;

    PulseCanvas(JFreeChart chart) {
        super(chart);
        // Each drawing starts from the font set here, yet passes over a font that was the last of the drawing before:
        // the axes', which come first.
        getGraphicsContext2D().setFont(Font.font("Pretendard", AXIS_FONT));
        setDomainZoomable(false);
        setRangeZoomable(false);
        setTooltipEnabled(false);
        removeAuxiliaryMouseHandler(getMouseHandler("anchor"));
        removeAuxiliaryMouseHandler(getMouseHandler("scroll"));
    }

    @Override
    public void chartChanged(ChartChangeEvent event) {
        redraw();
    }

    /** Draws at the next pulse. */
    public void redraw() {
        if (active) {
            next.start();
        } else {
            stale = true;
        }
    }

    void active(boolean nowActive) {
        active = nowActive;
        if (active && stale) {
            stale = false;
            next.start();
        } else if (!active) {
            next.stop();
            stale = true;
        }
    }
}
