package hyperlab.app.control;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import javafx.animation.AnimationTimer;
import javafx.scene.text.Font;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.event.ChartChangeEvent;
import org.jfree.chart.fx.ChartCanvas;

/**
 * A canvas with a chart that is drawn once a pulse at most, in turn with the other charts, however often its data change, and not at all while no one
 * sees it; what changed meanwhile is drawn when it is seen again.
 */
public final class PulseCanvas extends ChartCanvas {
    private static final double AXIS_FONT = 12;

    private static final Turns TURNS = new Turns();

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

    /** Draws at one of the next pulses: at each, of all the charts that wait, those that have waited longest. */
    public void redraw() {
        if (active) {
            TURNS.add(this);
        } else {
            stale = true;
        }
    }

    void active(boolean nowActive) {
        active = nowActive;
        if (active && stale) {
            stale = false;
            TURNS.add(this);
        } else if (!active) {
            TURNS.remove(this);
            stale = true;
        }
    }

    /**
     * Lets charts draw in turn, a few of them a pulse: as many as are begun within a third of a frame, for the renderer has
     * to paint them in another, or the whole window would stutter. After a pulse that came late none draws, so that the
     * renderer catches up, and one after the next that is late again.
     */
    private static final class Turns extends AnimationTimer {
        private static final long LATE_NANOS = 22_000_000;
        private static final long BUDGET_NANOS = 5_000_000;

        private final Set<PulseCanvas> waiting = new LinkedHashSet<>();
        private long last;
        private boolean rested;

        void add(PulseCanvas canvas) {
            waiting.add(canvas);
            start();
        }

        void remove(PulseCanvas canvas) {
            waiting.remove(canvas);
        }

        private void drawFirst() {
            Iterator<PulseCanvas> first = waiting.iterator();
            if (first.hasNext()) {
                PulseCanvas canvas = first.next();
                first.remove();
                canvas.draw();
            }
        }

        @Override
        public void handle(long now) {
            boolean late = now - last > LATE_NANOS && last != 0;
            last = now;
            if (late && !rested) {
                rested = true;
                return;
            }
            rested = false;
            long until = System.nanoTime() + (late ? 0 : BUDGET_NANOS);
            do {
                drawFirst();
            } while (System.nanoTime() < until && !waiting.isEmpty());
            if (waiting.isEmpty()) {
                last = 0;
                stop();
            }
        }
    }
}
