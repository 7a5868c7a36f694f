package hyperlab.ui.control.slider;

import hyperlab.ui.Messages;
import hyperlab.ui.control.field.NumberRule;
import javafx.beans.value.ObservableValue;

/** A slider with a logarithmic scale and a position for 0 at its left end. */
public final class ZeroLogSlider extends NumberSlider {
    /**
     * Creates a slider whose double click restores 0.
     *
     * @param low the smallest positive number on the track, &gt; 0; smaller numbers may be typed
     * @param high the right end; larger numbers may be typed
     */
    public ZeroLogSlider(String id, Messages messages, ObservableValue<String> label, double low, double high) {
        super(id, messages, label, new ZeroLogScale(new LogScale(low, high)), NumberRule.NOT_NEGATIVE, 0);
    }
}
