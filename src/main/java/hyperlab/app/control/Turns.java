package hyperlab.app.control;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;

/**
 * Lets the charts of a scene draw in turn, between layout and painting of the pulse that they changed in, on all the
 * machine's processors: as many as are begun within half a frame, or the whole window would stutter. The others follow at
 * the next pulses.
 */
final class Turns {
    static final long BUDGET_NANOS = 8_000_000;
    static final int AT_ONCE = Runtime.getRuntime().availableProcessors();

    private final Set<ChartPicture> waiting = new LinkedHashSet<>();

    private final LongSupplier nanos;

    private Turns(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Those of a scene. */
    static Turns of(Scene scene) {
        return of(scene, System::nanoTime);
    }

    /** @param nanos tells how long drawing takes; of the first call for a scene */
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

    /** Whether it has been waiting. */
    boolean remove(ChartPicture canvas) {
        return waiting.remove(canvas);
    }

    private void draw() {
        long until = nanos.getAsLong() + BUDGET_NANOS;
        while (!waiting.isEmpty()) {
            List<ChartPicture> next = waiting.stream().limit(AT_ONCE).toList();
            next.forEach(waiting::remove);
            // This thread takes part and waits, so nothing that is drawn changes meanwhile.
            next.parallelStream().forEach(ChartPicture::draw);
            next.forEach(ChartPicture::show);
            if (nanos.getAsLong() >= until && !waiting.isEmpty()) {
                Platform.requestNextPulse();
                return;
            }
        }
    }
}
