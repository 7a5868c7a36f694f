package hyperlab.app.control;

import hyperlab.app.Messages;
import javafx.beans.value.ObservableValue;

/** A slider for numbers whose differences count: a momentum, a probability, a place. */
public final class LinearSlider extends NumberSlider {
    /** Fractions, rounded to {@code step}; typed numbers must lie between the ends unless {@link #rule} says else. */
    public LinearSlider(
            String id, Messages messages, ObservableValue<String> label, LinearRange range, double initial) {
        super(id, messages, label, range.scale(), range.rule(), initial);
    }
}
