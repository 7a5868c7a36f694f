package hyperlab.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A card on the stage with content other than a chart. */
public final class ContentCard extends VBox {
    /** A card without a header. */
    public ContentCard(String id, Node content) {
        setId(id);
        getStyleClass().add("stage-card");
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().add(content);
    }

    public ContentCard(String id, ObservableValue<String> title, ObservableValue<String> subtitle, Node content) {
        this(id, content);
        getChildren().add(0, new CardHeader(title, subtitle));
    }
}
