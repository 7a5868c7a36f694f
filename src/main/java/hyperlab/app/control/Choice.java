package hyperlab.app.control;

import hyperlab.app.Messages;
import java.util.List;
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
    private final Messages messages;
    private final Function<T, String> keyOf;

    /** @param keyOf the message key of each value's word */
    public Choice(String id, Messages messages, List<T> values, Function<T, String> keyOf) {
        super(FXCollections.observableArrayList(values));
        this.messages = messages;
        this.keyOf = keyOf;
        setId(id);
        getStyleClass().add("choice");
        setVisibleRowCount(14);
        relabel();
        messages.language().addListener((observed, before, now) -> relabel());
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
            setText(empty || item == null ? null : messages.get(keyOf.apply(item)));
        }
    }
}
