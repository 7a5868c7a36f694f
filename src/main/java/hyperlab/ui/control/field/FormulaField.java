package hyperlab.ui.control.field;

import hyperlab.descent.formula.FormulaError;
import hyperlab.text.ErrorMessages;
import hyperlab.ui.Messages;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;

/**
 * A field for a formula, such as x^2/4 + sin(3x). If the formula has an error, the field shows it and Enter selects its
 * position.
 */
public final class FormulaField extends EntryField<String> {
    private final Messages messages;
    private final Function<String, Optional<FormulaError>> check;

    /** @param check returns the error in a formula, if there is one */
    public FormulaField(String id, Messages messages, Function<String, Optional<FormulaError>> check, String initial) {
        super(id, messages, initial);
        this.messages = messages;
        this.check = check;
        getStyleClass().add("formula-field");
        resetText();
    }

    /** The last valid formula, as it was typed. */
    public ObjectProperty<String> valueProperty() {
        return entryProperty();
    }

    @Override
    Optional<String> parse(String text) {
        return check.apply(text).isEmpty() ? Optional.of(text.strip()) : Optional.empty();
    }

    @Override
    String format(String formula) {
        return formula;
    }

    @Override
    String rule() {
        String complaint = check.apply(getText())
                .map(fault -> ErrorMessages.detail(fault.toException("formula"), messages.texts()))
                .orElse("");
        return complaint.isEmpty() ? "" : Character.toUpperCase(complaint.charAt(0)) + complaint.substring(1);
    }

    @Override
    void selectForRetyping() {
        Optional<FormulaError> fault = check.apply(getText());
        if (fault.isPresent()) {
            selectRange(fault.get().start(), fault.get().end());
        } else {
            selectAll();
        }
    }
}
