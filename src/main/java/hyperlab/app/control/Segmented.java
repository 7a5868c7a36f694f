package hyperlab.app.control;

import hyperlab.app.Messages;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/**
 * One of a few, side by side.
 *
 * @param <T> what is chosen
 */
public final class Segmented<T> extends HBox {
    private final ObjectProperty<T> value;

    /**
     * @param values the first is chosen to begin with; the button of value k has the id {@code id-k}
     * @param keyOf the message key of each value's word
     */
    public Segmented(String id, Messages messages, List<T> values, Function<T, String> keyOf) {
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

    public ObjectProperty<T> value() {
        return value;
    }
}
