package hyperlab.app.control;

import hyperlab.app.Messages;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A text field for a value. Enter or losing the focus commits the text; Escape discards it and leaves the field. If the
 * text is invalid, the field shows the rule and the last valid value stays in effect.
 *
 * @param <T> the type of the value
 */
abstract class EntryField<T> extends TextField implements Refusing {
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private final ObjectProperty<T> entry;
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper(this, "complaint", "");
    private Runnable settled = () -> {};

    EntryField(String id, Messages messages, T initial) {
        entry = new SimpleObjectProperty<>(this, "entry", initial);
        setId(id);
        getStyleClass().add("entry-field");
        entry.addListener((observed, before, now) -> showEntry());
        complaint.addListener((observed, before, now) -> pseudoClassStateChanged(BAD, !now.isEmpty()));
        focusedProperty().addListener((observed, before, focused) -> {
            if (focused) {
                selectAll();
            } else {
                commit();
            }
        });
        textProperty().addListener((observed, before, now) -> recheck());
        messages.language().addListener((observed, before, now) -> relabel());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Parses the text; empty if it violates the rule. */
    abstract Optional<T> parse(String text);

    abstract String show(T value);

    /** The rule in words, in the current language. */
    abstract String rule();

    /** The last valid value. */
    final ObjectProperty<T> entry() {
        return entry;
    }

    @Override
    public final ReadOnlyStringProperty complaint() {
        return complaint.getReadOnlyProperty();
    }

    @Override
    public final boolean isBeingEdited() {
        return !getText().equals(show(entry.get()));
    }

    /** Sets the listener that is called after a typed value was committed. */
    public final void onSettled(Runnable listener) {
        settled = listener;
    }

    final void showEntry() {
        setText(show(entry.get()));
        complaint.set("");
    }

    private void commit() {
        if (!isBeingEdited()) {
            complaint.set("");
            return;
        }
        Optional<T> typed = parse(getText());
        if (typed.isEmpty()) {
            complaint.set(rule());
            return;
        }
        entry.set(typed.get());
        showEntry();
        settled.run();
    }

    /** Selects the text to be retyped after Enter. */
    void select() {
        selectAll();
    }

    private void recheck() {
        if (!complaint.get().isEmpty()) {
            complaint.set(parse(getText()).isPresent() ? "" : rule());
        }
    }

    private void relabel() {
        if (complaint.get().isEmpty()) {
            showEntry();
        } else {
            complaint.set(rule());
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            commit();
            select();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            showEntry();
            getScene().getRoot().requestFocus();
            event.consume();
        }
    }
}
