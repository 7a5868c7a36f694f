package hyperlab.app.control;

import javafx.scene.control.Label;

/** The line beneath a field that says which rule an entry broke; takes no room while all is well. */
final class Complaint extends Label {
    Complaint(Refusing field) {
        getStyleClass().add("complaint");
        setWrapText(true);
        textProperty().bind(field.complaint());
        visibleProperty().bind(field.complaint().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}
