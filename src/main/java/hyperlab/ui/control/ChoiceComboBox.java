package hyperlab.ui.control;

import hyperlab.text.Texts;
import hyperlab.ui.Messages;
import hyperlab.ui.NodeListeners;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.collections.FXCollections;
import javafx.event.Event;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.Skin;
import javafx.util.StringConverter;

/**
 * A drop-down list with one selected value; its texts follow the language.
 *
 * @param <T> the type of the values
 */
public final class ChoiceComboBox<T> extends ComboBox<T> {
    private final Function<T, String> textOf;

    /** @param keyOf returns the message key of each value's text */
    public ChoiceComboBox(String id, Messages messages, List<T> values, Function<T, String> keyOf) {
        this(id, values, value -> messages.get(keyOf.apply(value)), messages);
    }

    private ChoiceComboBox(String id, List<T> values, Function<T, String> textOf, Messages messages) {
        super(FXCollections.observableArrayList(values));
        this.textOf = textOf;
        setId(id);
        getStyleClass().add("choice");
        setVisibleRowCount(14);
        setConverter(new ChoiceConverter());
        relabel();
        valueProperty().addListener(observed -> showValue());
        getItems().addListener((Observable observed) -> showValue());
        NodeListeners.listen(this, messages.languageProperty(), this::relabel);
    }

    /**
     * Creates a drop-down list whose texts follow the language.
     *
     * @param textOf returns each value's text in the current language
     */
    public static <T> ChoiceComboBox<T> named(
            String id, Messages messages, List<T> values, BiFunction<T, Texts, String> textOf) {
        return new ChoiceComboBox<>(id, values, value -> textOf.apply(value, messages.texts()), messages);
    }

    /**
     * Calls {@code listener} before the user's selection is applied, so that each selection is a separate undoable
     * change.
     */
    public void onSettled(Runnable listener) {
        setOnShowing(event -> listener.run());
    }

    /** Selects a value as the user does, by its distance from the selected one in the list. */
    public void step(int steps) {
        int now = getSelectionModel().getSelectedIndex();
        int next = Math.max(0, Math.min(getItems().size() - 1, now + steps));
        if (next != now) {
            Event.fireEvent(this, new Event(ON_SHOWING));
            getSelectionModel().select(next);
        }
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new LazyComboBoxSkin<>(this);
    }

    private void relabel() {
        setCellFactory(list -> new ChoiceCell());
        setButtonCell(new ValueCell());
    }

    private void showValue() {
        if (getButtonCell() != null) {
            getButtonCell().setText(valueText());
        }
    }

    /** The text of the value; empty if it is none of the choices. */
    public String valueText() {
        T value = getValue();
        return value != null && getItems().contains(value) ? textOf.apply(value) : "";
    }

    /** The closed list. It shows the value even while the list of choices is being replaced. */
    private final class ValueCell extends ListCell<T> {
        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            setText(valueText());
        }
    }

    /** The skin uses the converter for a value that is not among the choices. */
    private final class ChoiceConverter extends StringConverter<T> {
        @Override
        public String toString(T value) {
            return value != null && getItems().contains(value) ? textOf.apply(value) : "";
        }

        @Override
        public T fromString(String text) {
            throw new UnsupportedOperationException("the list cannot be edited");
        }
    }

    private final class ChoiceCell extends ListCell<T> {
        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : textOf.apply(item));
        }
    }
}
