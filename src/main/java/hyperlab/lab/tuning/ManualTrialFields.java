package hyperlab.lab.tuning;

import hyperlab.chart.axis.UnitIntervalTicks;
import hyperlab.text.KeyNames;
import hyperlab.tune.SearchDimension;
import hyperlab.tune.SearchSpace;
import hyperlab.tune.SearchSpace.Hyperparameter;
import hyperlab.ui.Messages;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.field.FieldRow;
import hyperlab.ui.control.field.NumberField;
import hyperlab.ui.control.field.NumberRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Fields for a point of the search space to try manually, one field per axis. */
final class ManualTrialFields extends VBox {
    private static final double MIDDLE = 0.5;

    private final Messages messages;
    private final TuningViewModel lab;
    private final Map<String, Supplier<String>> values = new LinkedHashMap<>();
    private final VBox fields = new VBox();
    private @Nullable SearchSpace shownSpace;

    ManualTrialFields(Messages messages, TuningViewModel lab) {
        this.messages = messages;
        this.lab = lab;
        getStyleClass().add("controls-group");
        fields.getStyleClass().add("controls-group");
        Button pick = new Button();
        pick.setId("tuning-pick");
        pick.setGraphic(Icons.icon("fth-crosshair"));
        pick.textProperty().bind(messages.bind("tuning.pick"));
        pick.setMaxWidth(Double.MAX_VALUE);
        pick.setOnAction(event -> lab.pick(enteredPoint()));
        Hints.withHint(pick, messages.bind("tuning.pick.hint"));
        getChildren().addAll(fields, pick);
        lab.settings().settingsState().stateProperty().addListener((observed, before, now) -> update());
        messages.languageProperty()
                .addListener((observed, before, now) -> rebuild(lab.study().space()));
        update();
    }

    private Map<String, String> enteredPoint() {
        Map<String, String> point = new LinkedHashMap<>();
        values.forEach((key, value) -> point.put(key, value.get()));
        return point;
    }

    private void update() {
        SearchSpace space = lab.study().space();
        if (!space.equals(shownSpace)) {
            rebuild(space);
        }
    }

    private void rebuild(SearchSpace space) {
        shownSpace = space;
        values.clear();
        fields.getChildren().clear();
        for (int index = 0; index < space.dimensions(); index++) {
            Hyperparameter parameter = space.parameters().get(index);
            fields.getChildren().add(field("tuning-pick-" + index, parameter));
        }
    }

    private Node field(String id, Hyperparameter parameter) {
        SearchDimension axis = parameter.dimension();
        String name = KeyNames.of(parameter.key(), messages.texts());
        if (axis instanceof SearchDimension.CategoricalDimension choice) {
            ChoiceComboBox<String> value = ChoiceComboBox.named(
                    id, messages, choice.values(), (one, texts) -> UnitIntervalTicks.formatValue(one));
            value.setValue(choice.values().get(0));
            values.put(parameter.key(), value::getValue);
            return withHint(name, value);
        }
        double low = Double.parseDouble(axis.value(0));
        double high = Double.parseDouble(axis.value(1));
        boolean integer = axis instanceof SearchDimension.IntegerDimension;
        NumberField value = new NumberField(
                id,
                messages,
                integer ? NumberRule.wholeWithin(low, high) : NumberRule.within(low, high),
                Double.parseDouble(axis.value(MIDDLE)));
        values.put(
                parameter.key(),
                () -> integer
                        ? Long.toString(Math.round(value.valueProperty().get()))
                        : Double.toString(value.valueProperty().get()));
        return withHint(name, value);
    }

    private Node withHint(String name, Node control) {
        return Hints.withHint(
                new FieldRow(new javafx.beans.property.ReadOnlyStringWrapper(name), control),
                messages.bind("tuning.pick.value.hint"));
    }
}
