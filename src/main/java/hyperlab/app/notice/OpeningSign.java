package hyperlab.app.notice;

import hyperlab.lab.LabName;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Icons;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** Says over the stage that a lab is being opened for the first time, which takes a moment. FX thread only. */
public final class OpeningSign extends StackPane {
    /** @param opening the lab that is being opened; empty for none */
    public OpeningSign(ObservableValue<Optional<LabName>> opening, Messages messages) {
        setId("opening");
        getStyleClass().add("opening");
        Label text = new Label();
        text.setGraphic(Icons.icon("fth-loader"));
        text.textProperty()
                .bind(messages.compute(
                        () -> opening.getValue()
                                .map(lab -> messages.get("shell.opening", messages.get(lab.titleKey())))
                                .orElse(""),
                        opening));
        text.getStyleClass().add("opening-text");
        getChildren().add(text);
        visibleProperty().bind(opening.map(Optional::isPresent));
    }
}
