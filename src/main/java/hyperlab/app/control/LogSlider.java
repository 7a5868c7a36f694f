package hyperlab.app.control;

import hyperlab.app.Messages;
import java.util.List;
import javafx.beans.value.ObservableValue;

/** A slider for rates: equal ratios are equal lengths. Its track can be coloured by what its numbers do. */
public final class LogSlider extends NumberSlider {
    /**
     * @param low the left end, &gt; 0; smaller positive numbers may be typed
     * @param high the right end; larger numbers may be typed
     * @param initial what a double click comes back to
     */
    public LogSlider(
            String id, Messages messages, ObservableValue<String> label, double low, double high, double initial) {
        super(id, messages, label, new LogScale(low, high), NumberRule.POSITIVE, initial);
    }

    /** From now on the track goes from {@code low} &gt; 0 to {@code high}. */
    public void range(double low, double high) {
        scale(new LogScale(low, high));
    }

    /** Colours the track, left to right, and names numbers above it; dragging close to a named number lands on it. */
    public void zones(List<Zone> zones, List<Mark> marks) {
        paint(zones, marks);
    }
}
