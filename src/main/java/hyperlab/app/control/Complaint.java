package hyperlab.app.control;

import javafx.scene.layout.StackPane;

/** The line beneath a field that says which rule an entry broke; takes no room while all is well. */
public final class Complaint extends StackPane {
    public Complaint(Refusing field) {
        getChildren().add(new Prose(field.complaint(), "complaint"));
        visibleProperty().bind(field.complaint().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}
