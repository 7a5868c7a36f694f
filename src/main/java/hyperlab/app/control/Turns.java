package hyperlab.app.control;

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
final class Turns {
    static final long BUDGET_NANOS = 8_000_000;
    static final int AT_ONCE = Runtime.getRuntime().availableProcessors();

    private final Set<ChartPicture> waiting = new LinkedHashSet<>();

    private final LongSupplier nanos;

    private Turns(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The queue of a scene. */
    static Turns of(Scene scene) {
        return of(scene, System::nanoTime);
    }

    /** @param nanos the clock that measures drawing; only the first call for a scene uses it */
    static Turns of(Scene scene, LongSupplier nanos) {
        return (Turns) scene.getProperties().computeIfAbsent(Turns.class, key -> {
            Turns turns = new Turns(nanos);
            scene.addPostLayoutPulseListener(turns::draw);
            return turns;
        });
    }

    void add(ChartPicture canvas) {
        waiting.add(canvas);
        Platform.requestNextPulse();
    }

    /** Returns whether the chart was waiting. */
    boolean remove(ChartPicture canvas) {
        return waiting.remove(canvas);
    }

    private void draw() {
        long until = nanos.getAsLong() + BUDGET_NANOS;
        while (!waiting.isEmpty()) {
            List<ChartPicture> next = waiting.stream().limit(AT_ONCE).toList();
            next.forEach(waiting::remove);
            // This thread takes part and waits, so no chart changes while it is drawn.
            next.parallelStream().forEach(ChartPicture::draw);
            next.forEach(ChartPicture::show);
            if (nanos.getAsLong() >= until && !waiting.isEmpty()) {
                Platform.requestNextPulse();
                return;
            }
        }
    }
}
