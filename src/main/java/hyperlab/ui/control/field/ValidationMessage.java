package hyperlab.ui.control.field;

import hyperlab.ui.control.WrappedText;
import javafx.scene.layout.StackPane;

/** The validation message below a field; takes no space while the input is valid. */
public final class ValidationMessage extends StackPane {
    public ValidationMessage(Validated field) {
        getChildren().add(new WrappedText(field.validationMessageProperty(), "complaint"));
        visibleProperty().bind(field.validationMessageProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}
