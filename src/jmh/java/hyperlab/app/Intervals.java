package hyperlab.app;

import java.util.ArrayList;
import java.util.List;

/** Records the milliseconds between events. FX thread only. */
final class Intervals {
    private final List<Double> millis = new ArrayList<>();
    private long last;

    /** Records an event at the current time. */
    void add() {
        long time = System.nanoTime();
        if (last > 0) {
            millis.add((time - last) / 1e6);
        }
        last = time;
    }

    /** Forgets the intervals, but not the last event. */
    void clear() {
        millis.clear();
    }

    double[] toArray() {
        return millis.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
