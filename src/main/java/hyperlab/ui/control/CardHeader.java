package hyperlab.ui.control;

import java.util.List;
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
        setMinWidth(0);
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

    /** Hides the controls that do not fit next to the title, the last ones first, but not the menu at the end. */
    @Override
    protected void layoutChildren() {
        List<Node> controls = getChildren().subList(2, getChildren().size());
        double room = getWidth()
                - snappedLeftInset()
                - snappedRightInset()
                - getChildren().get(0).minWidth(-1);
        if (!controls.isEmpty()) {
            room -= widthOf(controls.get(controls.size() - 1));
        }
        for (int k = 0; k < controls.size() - 1; k++) {
            Node control = controls.get(k);
            if (control.managedProperty().isBound() || control.visibleProperty().isBound()) {
                room -= control.isManaged() ? widthOf(control) : 0;
                continue;
            }
            room -= widthOf(control);
            control.setManaged(room >= 0);
            control.setVisible(room >= 0);
        }
        super.layoutChildren();
    }

    private double widthOf(Node control) {
        return getSpacing() + control.minWidth(-1);
    }
}
