package hyperlab.ui.control.slider;

import hyperlab.ui.Messages;
import javafx.beans.value.ObservableValue;

/** A slider with a linear scale, for numbers such as a momentum, a probability or a position. */
public final class LinearSlider extends NumberSlider {
    /**
     * Values are rounded to {@code step}; typed numbers must be within the range unless {@link #rule} changes the rule.
     */
    public LinearSlider(
            String id, Messages messages, ObservableValue<String> label, LinearRange range, double initial) {
        super(id, messages, label, range.scale(), range.rule(), initial);
    }
}
