package hyperlab.app.control;

import hyperlab.app.Messages;
import javafx.beans.value.ObservableValue;

/** A slider for counts whose ratios matter: 1, 2, 4, … Any whole number that the rule allows may be typed. */
public final class PowerSlider extends NumberSlider {
    /**
     * @param most the exponent of the largest power on the track
     * @param largest the largest number that may be typed
     * @param initial what a double click comes back to
     */
    public PowerSlider(
            String id, Messages messages, ObservableValue<String> label, int most, int largest, double initial) {
        super(id, messages, label, PowerScale.upTo(most), NumberRule.wholeWithin(1, largest), initial);
    }
}
