package hyperlab.app.control;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One line in a chart's place on what will stand there, perhaps with the button that brings it. */
public final class Notice extends VBox {
    public Notice(ObservableValue<String> what, Region... buttons) {
        Prose words = new Prose(what, "muted");
        words.setAlignment(Pos.CENTER);
        getChildren().add(words);
        for (Region button : buttons) {
            button.setMaxWidth(USE_PREF_SIZE);
            getChildren().add(button);
        }
        getStyleClass().add("empty-state");
    }
}
