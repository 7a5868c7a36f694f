package hyperlab.lab.learningrate;

import hyperlab.optim.Optimizer;
import hyperlab.optim.OptimizerConstant;
import hyperlab.optim.Sgd;
import hyperlab.text.ComponentTexts;
import hyperlab.ui.Messages;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.FocusableToggleSwitch;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.field.FieldRow;
import hyperlab.ui.control.field.NumberField;
import hyperlab.ui.control.field.NumberRule;
import hyperlab.ui.control.slider.LinearRange;
import hyperlab.ui.control.slider.LinearSlider;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Controls for the selected racer's optimizer and its constants. Only the constants of that optimizer are visible. */
final class OptimizerControls extends VBox {
    private final LearningRateViewModel lab;
    private final Messages messages;
    private final ChoiceComboBox<String> kind;
    private final List<OptimizerConstantControl> constants = new ArrayList<>();
    private final FocusableToggleSwitch nesterov = new FocusableToggleSwitch("learning-rate-nesterov");
    private boolean updating;

    private record OptimizerConstantControl(OptimizerConstant name, Node row, DoubleProperty value) {}

    OptimizerControls(Messages messages, LearningRateViewModel lab) {
        this.lab = lab;
        this.messages = messages;
        getStyleClass().add("controls-group");
        List<String> names = Optimizer.all().stream().map(Optimizer::name).toList();
        kind = new ChoiceComboBox<>("learning-rate-optimizer", messages, names, name -> "component.optimizer." + name);
        kind.onSettled(lab.undo()::settle);
        getChildren()
                .add(Hints.withHint(
                        new FieldRow(messages.bind("learning-rate.optimizer"), kind),
                        messages.bind("learning-rate.optimizer.hint")));
        for (OptimizerConstant name : OptimizerConstant.values()) {
            OptimizerConstantControl constant =
                    name == OptimizerConstant.MOMENTUM ? momentumSlider() : constantField(name);
            constant.row().managedProperty().bind(constant.row().visibleProperty());
            Hints.withHint(constant.row(), hint(name));
            constants.add(constant);
            getChildren().add(constant.row());
            listen(
                    constant.value(),
                    () -> lab.settings()
                            .optimizerProperty()
                            .get()
                            .with(name, constant.value().get()));
        }
        getChildren().add(createNesterovRow());
        listen(kind.valueProperty(), () -> Optimizer.byName(kind.getValue()));
        kind.valueProperty().addListener((observed, before, now) -> lab.undo().settle());
        listen(nesterov.selectedProperty(), this::withNesterov);
        lab.settings().optimizerProperty().addListener((observed, before, now) -> update(now));
        update(lab.settings().optimizerProperty().get());
    }

    private ObservableValue<String> hint(OptimizerConstant constant) {
        ObservableValue<Optimizer> optimizer = lab.settings().optimizerProperty();
        return messages.compute(
                () -> messages.get(ComponentTexts.hintKey(
                        messages.texts(),
                        optimizer.getValue(),
                        constant,
                        "learning-rate.constant." + constant.key() + ".hint")),
                optimizer);
    }

    private OptimizerConstantControl momentumSlider() {
        LinearSlider slider = new LinearSlider(
                "learning-rate-momentum",
                messages,
                messages.bind("learning-rate.constant.momentum"),
                LinearRange.of(0, 0.99, 0.01),
                0);
        slider.rule(NumberRule.of(OptimizerConstant.MOMENTUM.range()));
        slider.onSettled(lab.undo()::settle);
        return new OptimizerConstantControl(OptimizerConstant.MOMENTUM, slider, slider.valueProperty());
    }

    private OptimizerConstantControl constantField(OptimizerConstant name) {
        NumberField field = new NumberField("learning-rate-" + name.key(), messages, NumberRule.of(name.range()), 0);
        field.onSettled(lab.undo()::settle);
        return new OptimizerConstantControl(
                name,
                new FieldRow(messages.bind("learning-rate.constant." + name.key()), field),
                field.valueProperty());
    }

    private FieldRow createNesterovRow() {
        FieldRow row = new FieldRow(messages.bind("learning-rate.nesterov"), nesterov);
        row.visibleProperty()
                .bind(lab.settings().optimizerProperty().map(now -> now instanceof Sgd sgd && sgd.momentum() > 0));
        row.managedProperty().bind(row.visibleProperty());
        return Hints.withHint(row, messages.bind("learning-rate.nesterov.hint"));
    }

    private Optimizer withNesterov() {
        Optimizer now = lab.settings().optimizerProperty().get();
        return now instanceof Sgd sgd && sgd.momentum() > 0 ? new Sgd(sgd.momentum(), nesterov.isSelected()) : now;
    }

    private void listen(ObservableValue<?> control, Supplier<Optimizer> chosen) {
        control.addListener((observed, before, now) -> {
            if (!updating && now != null) {
                lab.settings().optimizerProperty().set(chosen.get());
            }
        });
    }

    private void update(Optimizer optimizer) {
        updating = true;
        try {
            kind.setValue(optimizer.name());
            for (OptimizerConstantControl constant : constants) {
                constant.row().setVisible(optimizer.value(constant.name()).isPresent());
                optimizer.value(constant.name()).ifPresent(constant.value()::set);
            }
            nesterov.setSelected(optimizer instanceof Sgd sgd && sgd.nesterov());
        } finally {
            updating = false;
        }
    }
}
