package hyperlab.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A one-line empty state in place of a chart, optionally with buttons that produce the chart. */
public final class EmptyState extends VBox {
    public EmptyState(ObservableValue<String> what, Region... buttons) {
        WrappedText text = new WrappedText(what, "muted");
        text.setAlignment(Pos.CENTER);
        getChildren().add(text);
        for (Region button : buttons) {
            button.setMaxWidth(USE_PREF_SIZE);
            getChildren().add(button);
        }
        getStyleClass().add("empty-state");
    }
}
