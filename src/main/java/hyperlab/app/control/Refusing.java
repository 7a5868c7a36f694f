package hyperlab.app.control;

import javafx.beans.property.ReadOnlyStringProperty;

/** A field that may refuse what was typed. */
public interface Refusing {
    /** The rule that was broken; empty while all is well. The row that holds the field shows it beneath. */
    ReadOnlyStringProperty complaint();

    /** Whether something was typed that has neither been taken nor dropped yet. */
    boolean isBeingEdited();
}
