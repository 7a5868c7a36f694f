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

/** A label on the left, its controls on the right, and beneath them the rule that an entry broke. */
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

    /** A number with its label and its hint, under {@code key} and {@code key.hint}; each entry is undone by itself. */
    public static FieldRow ofNumber(
            Messages messages, Undo undo, String id, String key, NumberRule rule, DoubleProperty number) {
        NumberField field = new NumberField(id, messages, rule, number.get());
        field.value().bindBidirectional(number);
        field.onSettled(undo::settle);
        return Hints.on(new FieldRow(messages.bind(key), field), messages.bind(key + ".hint"));
    }

    /** Puts a node, such as a series' mark, before the label. */
    public FieldRow leading(Node node) {
        label.setGraphic(node);
        return this;
    }

    /** Puts a node between label and controls, as wide as there is room; null for nothing. */
    void middle(@Nullable Node node) {
        Node there = node == null ? gap : node;
        HBox.setHgrow(there, Priority.ALWAYS);
        row.getChildren().set(MIDDLE, there);
    }

    /** Makes the label bold: the control that matters most here. */
    public FieldRow strong() {
        label.getStyleClass().add("strong");
        return this;
    }
}
