package hyperlab.app.control;

import javafx.scene.layout.StackPane;

/** The validation message below a field; takes no space while the input is valid. */
public final class Complaint extends StackPane {
    public Complaint(Refusing field) {
        getChildren().add(new Prose(field.complaint(), "complaint"));
        visibleProperty().bind(field.complaint().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}
