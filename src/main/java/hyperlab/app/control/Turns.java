package hyperlab.app.control;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Scene;

/**
 * Lets the charts of a scene draw in turn, between layout and painting of the pulse that they changed in: as many as are
 * begun within a third of a frame, for they have to be painted in another, or the whole window would stutter. The others
 * follow at the next pulses.
 */
final class Turns {
    private static final long BUDGET_NANOS = 5_000_000;

    private final Set<PulseCanvas> waiting = new LinkedHashSet<>();

    private Turns() {}

    /** Those of a scene. */
    static Turns of(Scene scene) {
        return (Turns) scene.getProperties().computeIfAbsent(Turns.class, key -> {
            Turns turns = new Turns();
            scene.addPostLayoutPulseListener(turns::draw);
            return turns;
        });
    }

    void add(PulseCanvas canvas) {
        waiting.add(canvas);
        Platform.requestNextPulse();
    }

    /** Whether it has been waiting. */
    boolean remove(PulseCanvas canvas) {
        return waiting.remove(canvas);
    }

    private void draw() {
        long until = System.nanoTime() + BUDGET_NANOS;
        while (!waiting.isEmpty()) {
            Iterator<PulseCanvas> first = waiting.iterator();
            PulseCanvas canvas = first.next();
            first.remove();
            canvas.draw();
            if (System.nanoTime() >= until && !waiting.isEmpty()) {
                Platform.requestNextPulse();
                return;
            }
        }
    }
}
