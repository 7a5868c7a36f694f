package hyperlab.ui.control;

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
    private final HBox header;

    public Section(ObservableValue<String> title, Node... content) {
        getStyleClass().add("section");
        Label label = new Label();
        label.textProperty().bind(title);
        label.getStyleClass().add("section-title");
        label.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        header = new HBox(8, label, gap);
        header.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(header);
        getChildren().addAll(content);
    }

    /** Adds a node to the right of the title. */
    public Section addToHeader(Node node) {
        header.getChildren().add(node);
        return this;
    }

    /** Adds a muted text to the right of the title. */
    public Section addToHeader(ObservableValue<String> text) {
        Label label = new Label();
        label.textProperty().bind(text);
        label.getStyleClass().add("caption");
        return addToHeader(label);
    }
}
