package hyperlab.app.control;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A one-line empty state in place of a chart, optionally with buttons that produce the chart. */
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
