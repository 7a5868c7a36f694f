package hyperlab.ui.control.chart;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;

/**
 * Schedules the drawing of a scene's charts between layout and painting of a pulse. Charts are drawn in parallel on all
 * processors. No new batch starts after half a frame, or else the whole window would stutter; the remaining charts
 * follow at the next pulses.
 */
final class ChartRenderQueue {
    static final long BUDGET_NANOS = 8_000_000;
    static final int PARALLELISM = Runtime.getRuntime().availableProcessors();

    private final Set<ChartView> waiting = new LinkedHashSet<>();

    private final LongSupplier clock;

    private ChartRenderQueue(LongSupplier clock) {
        this.clock = clock;
    }

    /** The queue of a scene. */
    static ChartRenderQueue of(Scene scene) {
        return of(scene, System::nanoTime);
    }

    /** @param clock the clock that measures drawing; only the first call for a scene uses it */
    static ChartRenderQueue of(Scene scene, LongSupplier clock) {
        return (ChartRenderQueue) scene.getProperties().computeIfAbsent(ChartRenderQueue.class, key -> {
            ChartRenderQueue queue = new ChartRenderQueue(clock);
            scene.addPostLayoutPulseListener(queue::drawWaiting);
            return queue;
        });
    }

    void add(ChartView canvas) {
        waiting.add(canvas);
        Platform.requestNextPulse();
    }

    /** Returns whether the chart was waiting. */
    boolean remove(ChartView canvas) {
        return waiting.remove(canvas);
    }

    private void drawWaiting() {
        long deadline = clock.getAsLong() + BUDGET_NANOS;
        while (!waiting.isEmpty()) {
            List<ChartView> next = waiting.stream().limit(PARALLELISM).toList();
            next.forEach(waiting::remove);
            // This thread takes part and waits, so no chart changes while it is drawn.
            next.parallelStream().forEach(ChartView::draw);
            next.forEach(ChartView::show);
            if (clock.getAsLong() >= deadline && !waiting.isEmpty()) {
                Platform.requestNextPulse();
                return;
            }
        }
    }
}
