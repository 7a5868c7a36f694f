package hyperlab.app.control;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A section with a bold title, optional nodes to its right, and content below. */
public final class Section extends VBox {
    private final HBox head;

    public Section(ObservableValue<String> title, Node... content) {
        getStyleClass().add("section");
        Label label = new Label();
        label.textProperty().bind(title);
        label.getStyleClass().add("section-title");
        label.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head = new HBox(8, label, gap);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(head);
        getChildren().addAll(content);
    }

    /** Adds a node to the right of the title. */
    public Section aside(Node node) {
        head.getChildren().add(node);
        return this;
    }

    /** Adds a muted text to the right of the title. */
    public Section aside(ObservableValue<String> text) {
        Label label = new Label();
        label.textProperty().bind(text);
        label.getStyleClass().add("caption");
        return aside(label);
    }
}
