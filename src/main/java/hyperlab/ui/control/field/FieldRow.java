package hyperlab.ui.control.field;

import hyperlab.ui.Messages;
import hyperlab.ui.UndoHistory;
import hyperlab.ui.control.Hints;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A label on the left, its controls on the right, and validation messages below. */
public final class FieldRow extends VBox {
    private static final int MIDDLE = 1;

    private final Label label = new Label();
    private final Region gap = new Region();
    private final HBox row = new HBox(8, label, gap);

    public FieldRow(ObservableValue<String> text, Node... controls) {
        getStyleClass().add("field-row");
        label.textProperty().bind(text);
        label.getStyleClass().add("field-label");
        label.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(gap, Priority.ALWAYS);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getChildren().addAll(controls);
        getChildren().add(row);
        for (Node control : controls) {
            control.accessibleTextProperty().bind(text);
            if (control instanceof Validated refusing) {
                getChildren().add(new ValidationMessage(refusing));
            }
        }
    }

    /**
     * A number field with its label and its hint, from the keys {@code key} and {@code key.hint}. Each entry is a
     * separate undoable change.
     */
    public static FieldRow ofNumber(
            Messages messages, UndoHistory undo, String id, String key, NumberRule rule, DoubleProperty number) {
        NumberField field = new NumberField(id, messages, rule, number.get());
        SettingBinding.bind(field.valueProperty(), number);
        field.onSettled(undo::settle);
        return Hints.withHint(new FieldRow(messages.bind(key), field), messages.bind(key + ".hint"));
    }

    /** What the row sets, in the current language. */
    public String name() {
        return label.getText();
    }

    /** The controls next to the label. */
    public List<Node> controls() {
        return row.getChildren().stream()
                .filter(node -> !node.equals(label) && !node.equals(gap))
                .toList();
    }

    /** Places a node, such as a series' mark, before the label. */
    public FieldRow withLeading(Node node) {
        label.setGraphic(node);
        return this;
    }

    /** Places a node that fills the space between label and controls; null removes it. */
    public void setMiddle(@Nullable Node node) {
        Node content = node == null ? gap : node;
        HBox.setHgrow(content, Priority.ALWAYS);
        row.getChildren().set(MIDDLE, content);
    }

    /** Makes the label bold, for the most important control of a section. */
    public FieldRow bold() {
        label.getStyleClass().add("strong");
        return this;
    }
}
