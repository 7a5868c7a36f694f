package hyperlab.app.control;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A bold title, perhaps something at its right, and what belongs under it. */
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

    /** Puts a node at the title's right. */
    public Section aside(Node node) {
        head.getChildren().add(node);
        return this;
    }

    /** Puts a muted text at the title's right. */
    public Section aside(ObservableValue<String> text) {
        Label label = new Label();
        label.textProperty().bind(text);
        label.getStyleClass().add("caption");
        return aside(label);
    }
}
