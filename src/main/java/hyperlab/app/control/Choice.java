package hyperlab.app.control;

import hyperlab.app.Messages;
import hyperlab.text.Texts;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;

/**
 * One of several, in a drop-down; its words follow the language.
 *
 * @param <T> what is chosen
 */
public final class Choice<T> extends ComboBox<T> {
    private final Function<T, String> wordOf;

    /** @param keyOf the message key of each value's word */
    public Choice(String id, Messages messages, List<T> values, Function<T, String> keyOf) {
        this(id, values, value -> messages.get(keyOf.apply(value)), messages);
    }

    private Choice(String id, List<T> values, Function<T, String> wordOf, Messages messages) {
        super(FXCollections.observableArrayList(values));
        this.wordOf = wordOf;
        setId(id);
        getStyleClass().add("choice");
        setVisibleRowCount(14);
        relabel();
        messages.language().addListener((observed, before, now) -> relabel());
    }

    /**
     * A choice whose words follow the language.
     *
     * @param wordOf each value's word in the language of now
     */
    public static <T> Choice<T> named(
            String id, Messages messages, List<T> values, BiFunction<T, Texts, String> wordOf) {
        return new Choice<>(id, values, value -> wordOf.apply(value, messages.texts()), messages);
    }

    /** Told before the person's choice is put in force, so that each choice is a change of its own. */
    public void onSettled(Runnable listener) {
        setOnShowing(event -> listener.run());
    }

    private void relabel() {
        setCellFactory(list -> new Word());
        setButtonCell(new Word());
    }

    private final class Word extends ListCell<T> {
        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : wordOf.apply(item));
        }
    }
}
