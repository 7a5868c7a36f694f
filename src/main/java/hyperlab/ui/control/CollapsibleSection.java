package hyperlab.ui.control;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * A collapsible section with a bold title. Clicking the title, or pressing Space or Enter while it has the focus, folds
 * and unfolds the content; when folded, a short summary appears next to the title. The title's id is {@code id-head}.
 */
public final class CollapsibleSection extends VBox {
    private static final PseudoClass FOLDED = PseudoClass.getPseudoClass("folded");

    private final BooleanProperty open = new SimpleBooleanProperty(this, "open", true);
    private final VBox body = new VBox();

    public CollapsibleSection(
            String id, ObservableValue<String> title, ObservableValue<String> summary, Node... content) {
        setId(id);
        getStyleClass().addAll("section", "fold-section");
        Label name = new Label();
        name.textProperty().bind(title);
        name.getStyleClass().add("section-title");
        name.setMinWidth(USE_PREF_SIZE);
        name.graphicProperty().bind(open.map(isOpen -> Icons.icon(isOpen ? "fth-chevron-down" : "fth-chevron-right")));
        Label what = new ClauseLabel(summary);
        what.getStyleClass().add("caption");
        what.setMaxWidth(Double.MAX_VALUE);
        what.setAlignment(Pos.CENTER_RIGHT);
        what.visibleProperty().bind(open.not());
        HBox.setHgrow(what, Priority.ALWAYS);
        getChildren().addAll(head(id, title, name, what), body);
        body.getStyleClass().add("section-body");
        body.getChildren().addAll(content);
        body.visibleProperty().bind(open);
        body.managedProperty().bind(open);
        open.addListener((observed, before, now) -> pseudoClassStateChanged(FOLDED, !now));
    }

    /** Whether the content is shown. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** Folds the section and returns it. */
    public CollapsibleSection collapsed() {
        open.set(false);
        return this;
    }

    private Button head(String id, ObservableValue<String> title, Label name, Label what) {
        HBox words = new HBox(8, name, what);
        words.setAlignment(Pos.CENTER_LEFT);
        Button head = new Button() {
            @Override
            public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
                return attribute == AccessibleAttribute.EXPANDED
                        ? (Object) open.get()
                        : super.queryAccessibleAttribute(attribute, parameters);
            }
        };
        head.setId(id + "-head");
        head.getStyleClass().setAll("fold-head");
        head.setGraphic(words);
        head.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMaxWidth(Double.MAX_VALUE);
        words.prefWidthProperty().bind(head.widthProperty());
        head.accessibleTextProperty().bind(title);
        head.setOnAction(event -> open.set(!open.get()));
        head.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                head.fire();
                event.consume();
            }
        });
        return head;
    }
}
