package hyperlab.lab.map;

import hyperlab.map.MapAxis;
import hyperlab.text.KeyNames;
import hyperlab.ui.Messages;
import hyperlab.ui.UndoHistory;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.field.FieldRow;
import hyperlab.ui.control.field.NumberField;
import hyperlab.ui.control.field.NumberRule;
import hyperlab.ui.control.field.SettingBinding;
import hyperlab.ui.control.field.ValidationMessage;
import hyperlab.ui.control.field.ValuesField;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The controls of one axis: its hyperparameter, its scale, and its bounds or its list of values. */
final class AxisControls extends VBox {
    private static final int MAX_LISTED = 64;
    private static final int BOUND_DIGITS = 4;
    private static final double GAP = 8;
    /** The width of two fields with short numbers, in pixels. */
    private static final double BOUNDS_WIDTH = 170;

    private static final int MAX_WHOLE = 1_000_000_000;

    private final MapAxisProperties axis;
    private final ChoiceComboBox<String> key;
    private final ChoiceComboBox<AxisScale> scale;
    private final NumberField low;
    private final NumberField high;
    private final FieldRow bounds;
    private final FieldRow list;
    private int boundDigits = BOUND_DIGITS;

    /** @param name {@code x} or {@code y} */
    AxisControls(String name, Messages messages, UndoHistory undo, MapAxisProperties axis) {
        this.axis = axis;
        getStyleClass().add("map-axis");
        key = ChoiceComboBox.named(
                "map-" + name, messages, List.of(axis.keyProperty().get()), KeyNames::of);
        ChoiceItems.bind(key, axis.keyProperty(), undo);
        scale = new ChoiceComboBox<>(
                "map-" + name + "-scale",
                messages,
                List.of(axis.scaleProperty().get()),
                value -> "map.scale." + value.id());
        ChoiceItems.bind(scale, axis.scaleProperty(), undo);
        low = field("map-" + name + "-low", messages, undo, axis.lowProperty());
        high = field("map-" + name + "-high", messages, undo, axis.highProperty());
        low.requireAlso(number -> number < high.valueProperty().get(), "map.bounds.low.rule");
        high.requireAlso(number -> number > low.valueProperty().get(), "map.bounds.high.rule");
        bounds = Hints.withHint(boundsRow(messages), messages.bind("map.bounds.hint"));
        ValuesField values = new ValuesField(
                "map-" + name + "-list",
                messages,
                MAX_LISTED,
                axis.listProperty().get());
        values.valueProperty().bindBidirectional(axis.listProperty());
        values.onSettled(undo::settle);
        list = Hints.withHint(new FieldRow(messages.bind("map.list"), values), messages.bind("map.list.hint"));
        for (FieldRow row : List.of(bounds, list)) {
            row.managedProperty().bind(row.visibleProperty());
        }
        getChildren()
                .addAll(
                        Hints.withHint(
                                new FieldRow(messages.bind("map.axis." + name), key).bold(),
                                messages.bind("map.axis.hint")),
                        Hints.withHint(
                                new FieldRow(messages.bind("map.scale"), scale), messages.bind("map.scale.hint")),
                        bounds,
                        list);
    }

    /** After a deep zoom, the numbers are long, and the fields are below each other. */
    private FieldRow boundsRow(Messages messages) {
        FlowPane fields = new FlowPane(GAP, GAP, low, high);
        fields.setPrefWrapLength(BOUNDS_WIDTH);
        fields.setAlignment(Pos.CENTER_RIGHT);
        FieldRow row = new FieldRow(messages.bind("map.bounds"), fields);
        for (NumberField field : List.of(low, high)) {
            field.accessibleTextProperty().bind(messages.bind("map.bounds"));
            row.getChildren().add(new ValidationMessage(field));
        }
        return row;
    }

    private static NumberField field(String id, Messages messages, UndoHistory undo, DoubleProperty number) {
        NumberField field = new NumberField(id, messages, NumberRule.FINITE, number.get());
        SettingBinding.bind(field.valueProperty(), number);
        field.onSettled(undo::settle);
        field.setDigits(BOUND_DIGITS);
        return field;
    }

    /** Only a change sets the text of the fields again, so that it does not interrupt typing. */
    private void showDigits(int digits) {
        if (digits != boundDigits) {
            boundDigits = digits;
            low.setDigits(digits);
            high.setDigits(digits);
        }
    }

    /** The bounds that a scale can have. */
    private static NumberRule rule(AxisScale scale) {
        return switch (scale) {
            case LINEAR, LIST -> NumberRule.FINITE;
            case LOG -> NumberRule.POSITIVE;
            case INTEGER -> NumberRule.wholeWithin(-MAX_WHOLE, MAX_WHOLE);
            case INTEGER_LOG -> NumberRule.wholeWithin(1, MAX_WHOLE);
        };
    }

    /** Enough digits to tell the bounds apart after a zoom. */
    private static int digits(MapAxis axis) {
        double largest = Math.max(Math.abs(axis.low()), Math.abs(axis.high()));
        double relative = (axis.high() - axis.low()) / largest;
        return relative > 0 ? Math.max(BOUND_DIGITS, (int) Math.ceil(-Math.log10(relative)) + 2) : BOUND_DIGITS;
    }

    /** Offers the keys of the subject and the scales of the key. */
    void show(MapSetup setup) {
        MapAxis shown = axis.axis(setup);
        ChoiceItems.show(key, AxisKeys.of(setup.map().subject()), shown.key());
        ChoiceItems.show(scale, AxisKeys.scales(shown), AxisScale.of(shown));
        showDigits(digits(shown));
        AxisScale shownScale = AxisScale.of(shown);
        low.rule(rule(shownScale));
        high.rule(rule(shownScale));
        boolean isList = shownScale == AxisScale.LIST;
        bounds.setVisible(!isList);
        list.setVisible(isList);
    }
}
