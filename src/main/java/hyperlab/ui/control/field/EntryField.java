package hyperlab.ui.control.field;

import hyperlab.ui.Messages;
import hyperlab.ui.NodeListeners;
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
public abstract class EntryField<T> extends TextField implements Validated {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("bad");
    private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");
    /** The longest text that the usual width shows. */
    private static final int USUAL_LENGTH = 6;

    private final ObjectProperty<T> entry;
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper(this, "complaint", "");
    private Runnable settledListener = () -> {};

    EntryField(String id, Messages messages, T initial) {
        entry = new SimpleObjectProperty<>(this, "entry", initial);
        setId(id);
        getStyleClass().add("entry-field");
        entry.addListener((observed, before, now) -> resetText());
        complaint.addListener((observed, before, now) -> pseudoClassStateChanged(INVALID, !now.isEmpty()));
        focusedProperty().addListener((observed, before, focused) -> {
            if (focused) {
                selectAll();
            } else {
                commit();
            }
        });
        textProperty().addListener((observed, before, now) -> revalidate());
        NodeListeners.listen(this, messages.languageProperty(), this::relabel);
        addEventFilter(KeyEvent.KEY_PRESSED, this::handleKey);
    }

    /** Parses the text; empty if it violates the rule. */
    abstract Optional<T> parse(String text);

    abstract String format(T value);

    /** The rule in words, in the current language. */
    abstract String rule();

    /** The last valid value. */
    final ObjectProperty<T> entryProperty() {
        return entry;
    }

    @Override
    public final ReadOnlyStringProperty validationMessageProperty() {
        return complaint.getReadOnlyProperty();
    }

    @Override
    public final boolean isBeingEdited() {
        return !getText().equals(format(entry.get()));
    }

    /** Sets the listener that is called after a typed value was committed. */
    public final void onSettled(Runnable listener) {
        settledListener = listener;
    }

    /** Reports that an entry other than by typing is complete. */
    final void settle() {
        settledListener.run();
    }

    final void resetText() {
        String text = format(entry.get());
        pseudoClassStateChanged(LONG, columns(text) > USUAL_LENGTH);
        setText(text);
        complaint.set("");
    }

    /** The width of a text in digits: Korean letters are twice as wide. */
    private static int columns(String text) {
        return text.codePoints()
                .map(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HANGUL ? 2 : 1)
                .sum();
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
        resetText();
        settledListener.run();
    }

    /** Selects the text to be retyped after Enter. */
    void selectForRetyping() {
        selectAll();
    }

    private void revalidate() {
        if (!complaint.get().isEmpty()) {
            complaint.set(parse(getText()).isPresent() ? "" : rule());
        }
    }

    private void relabel() {
        if (complaint.get().isEmpty()) {
            resetText();
        } else {
            complaint.set(rule());
        }
    }

    private void handleKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            commit();
            selectForRetyping();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            resetText();
            getScene().getRoot().requestFocus();
            event.consume();
        }
    }
}
