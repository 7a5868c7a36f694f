package hyperlab.ui.control.slider;

import hyperlab.ui.Messages;
import hyperlab.ui.control.field.NumberRule;
import javafx.beans.value.ObservableValue;

/** A slider for counts on a scale of powers of two: 1, 2, 4, … Any whole number that the rule allows may be typed. */
public final class PowerSlider extends NumberSlider {
    /**
     * Creates a slider.
     *
     * @param maxExponent the exponent of the largest power on the track
     * @param largest the largest number that may be typed
     * @param initial the value that a double click restores
     */
    public PowerSlider(
            String id, Messages messages, ObservableValue<String> label, int maxExponent, int largest, double initial) {
        super(id, messages, label, PowerScale.upTo(maxExponent), NumberRule.wholeWithin(1, largest), initial);
    }
}
