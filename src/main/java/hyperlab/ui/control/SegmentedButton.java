package hyperlab.ui.control;

import hyperlab.ui.Messages;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/**
 * A segmented button: one of a few values, side by side.
 *
 * @param <T> the type of the values
 */
public final class SegmentedButton<T> extends HBox {
    private final ObjectProperty<T> value;

    /**
     * @param values the first is selected initially; the button of value k, counted from 0, has the id {@code id-k}
     * @param keyOf returns the message key of each value's text
     */
    public SegmentedButton(String id, Messages messages, List<T> values, Function<T, String> keyOf) {
        value = new SimpleObjectProperty<>(this, "value", values.get(0));
        setId(id);
        getStyleClass().add("segmented");
        for (T option : values) {
            ToggleButton button = new ToggleButton();
            button.setId(id + "-" + values.indexOf(option));
            button.textProperty().bind(messages.bind(keyOf.apply(option)));
            button.setSelected(option.equals(value.get()));
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(event -> {
                button.setSelected(true);
                value.set(option);
            });
            value.addListener((observed, before, now) -> button.setSelected(option.equals(now)));
            getChildren().add(button);
        }
        getChildren().get(0).getStyleClass().add("first");
        getChildren().get(values.size() - 1).getStyleClass().add("last");
    }

    /** Presses the button at a distance from the selected one, if there is one. */
    public void step(int steps) {
        for (int k = 0; k < getChildren().size(); k++) {
            if (((ToggleButton) getChildren().get(k)).isSelected()) {
                int next = Math.max(0, Math.min(getChildren().size() - 1, k + steps));
                ((ToggleButton) getChildren().get(next)).fire();
                return;
            }
        }
    }

    /** The text of the selected button. */
    public String valueText() {
        return getChildren().stream()
                .map(ToggleButton.class::cast)
                .filter(ToggleButton::isSelected)
                .map(ToggleButton::getText)
                .findFirst()
                .orElse("");
    }

    public ObjectProperty<T> valueProperty() {
        return value;
    }
}
