package hyperlab.ui.control.field;

import javafx.beans.property.ReadOnlyStringProperty;

/** A field that validates what was typed. */
public interface Validated {
    /** The violated rule; empty while the input is valid. The row that contains the field shows it below. */
    ReadOnlyStringProperty validationMessageProperty();

    /** Whether the field has typed text that has been neither committed nor discarded. */
    boolean isBeingEdited();
}
