package hyperlab.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The header of a card: a bold title, a muted subtitle that explains how to read it, and controls on the right. */
public final class CardHeader extends HBox {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    /** Below this width in pixels, a subtitle in the normal size would be truncated. */
    private static final double WIDE_WIDTH = 300;

    public CardHeader(ObservableValue<String> title, ObservableValue<String> subtitle) {
        getStyleClass().add("card-head");
        setAlignment(Pos.CENTER_LEFT);
        Label name = new Label();
        name.textProperty().bind(title);
        name.getStyleClass().add("card-title");
        name.setMinWidth(USE_PREF_SIZE);
        TermHints.explainTitle(name, title);
        Label how = new ClauseLabel(subtitle);
        how.getStyleClass().add("card-subtitle");
        how.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(how, Priority.ALWAYS);
        getChildren().addAll(name, how);
        widthProperty()
                .addListener(
                        (observed, before, now) -> pseudoClassStateChanged(NARROW, now.doubleValue() < WIDE_WIDTH));
    }

    public void add(Node node) {
        getChildren().add(node);
    }
}
