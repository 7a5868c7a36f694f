package hyperlab.app.control;

import hyperlab.app.Messages;
import hyperlab.app.Undo;
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
            if (control instanceof Refusing refusing) {
                getChildren().add(new Complaint(refusing));
            }
        }
    }

    /**
     * A number field with its label and its hint, from the keys {@code key} and {@code key.hint}. Each entry is a
     * separate undoable change.
     */
    public static FieldRow ofNumber(
            Messages messages, Undo undo, String id, String key, NumberRule rule, DoubleProperty number) {
        NumberField field = new NumberField(id, messages, rule, number.get());
        field.value().bindBidirectional(number);
        field.onSettled(undo::settle);
        return Hints.on(new FieldRow(messages.bind(key), field), messages.bind(key + ".hint"));
    }

    /** Places a node, such as a series' mark, before the label. */
    public FieldRow leading(Node node) {
        label.setGraphic(node);
        return this;
    }

    /** Places a node that fills the space between label and controls; null removes it. */
    void middle(@Nullable Node node) {
        Node there = node == null ? gap : node;
        HBox.setHgrow(there, Priority.ALWAYS);
        row.getChildren().set(MIDDLE, there);
    }

    /** Makes the label bold, for the most important control of a section. */
    public FieldRow strong() {
        label.getStyleClass().add("strong");
        return this;
    }
}
