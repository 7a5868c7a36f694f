package hyperlab.app.control;

import javafx.scene.layout.StackPane;

/** The validation message below a field; takes no space while the input is valid. */
public final class ValidationMessage extends StackPane {
    public ValidationMessage(Validated field) {
        getChildren().add(new WrappedText(field.complaint(), "complaint"));
        visibleProperty().bind(field.complaint().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}
