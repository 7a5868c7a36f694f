package hyperlab.ui.control.slider;

import hyperlab.ui.Messages;
import hyperlab.ui.control.field.NumberRule;
import java.util.List;
import javafx.beans.value.ObservableValue;

/** A slider with a logarithmic scale, for learning rates and the like. Its track can show colored zones. */
public final class LogSlider extends NumberSlider {
    /**
     * Creates a slider.
     *
     * @param low the left end, &gt; 0; smaller positive numbers may be typed
     * @param high the right end; larger numbers may be typed
     * @param initial the value that a double click restores
     */
    public LogSlider(
            String id, Messages messages, ObservableValue<String> label, double low, double high, double initial) {
        super(id, messages, label, new LogScale(low, high), NumberRule.POSITIVE, initial);
    }

    /** Changes the range of the track; {@code low} must be &gt; 0. */
    public void setRange(double low, double high) {
        setScale(new LogScale(low, high));
    }

    /**
     * Sets the colored zones from left to right, and the named values above the track; dragging close to a named value
     * snaps to it.
     */
    public void setZones(List<Zone> zones, List<SliderMark> marks) {
        showZones(zones, marks);
    }
}
