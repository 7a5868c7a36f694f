package hyperlab.ui.control.slider;

import hyperlab.train.BatchSize;
import hyperlab.ui.Messages;
import hyperlab.ui.NodeListeners;
import hyperlab.ui.control.field.NumberRule;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** A slider for batch sizes: 1, 2, 4 … 1024 and the full batch. Any whole number ≥ 1 may be typed. */
public final class PowerOfTwoSlider extends NumberSlider {
    private static final int MAX_EXPONENT = 10;
    private static final double FULL_BATCH = BatchSize.FULL.samples();
    private static final NumberRule RULE = new NumberRule(1, Double.POSITIVE_INFINITY, false, true, true);

    private final ObjectProperty<BatchSize> batchSize;

    public PowerOfTwoSlider(String id, Messages messages, ObservableValue<String> label, BatchSize initial) {
        super(id, messages, label, scale(messages), RULE, initial.samples());
        batchSize = new SimpleObjectProperty<>(this, "batchSize", initial);
        batchSize.addListener((observed, before, now) -> valueProperty().set(now.samples()));
        valueProperty().addListener((observed, before, now) -> batchSize.set(new BatchSize(now.intValue())));
        field().setWord("shell.full", FULL_BATCH);
        NodeListeners.listen(this, messages.languageProperty(), () -> setScale(scale(messages)));
    }

    /** The current batch size. */
    public ObjectProperty<BatchSize> batchSizeProperty() {
        return batchSize;
    }

    private static SliderScale scale(Messages messages) {
        return new PowerScale(MAX_EXPONENT, FULL_BATCH, messages.get("shell.full"));
    }
}
