package hyperlab.app.training;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.Choice;
import hyperlab.app.control.FieldRow;
import hyperlab.app.control.Icons;
import hyperlab.app.control.ListField;
import hyperlab.app.control.LogSlider;
import hyperlab.app.control.NumberField;
import hyperlab.app.control.NumberRule;
import hyperlab.app.control.PowerOfTwoSlider;
import hyperlab.app.control.Section;
import hyperlab.app.control.Toggle;
import hyperlab.nn.Activation;
import hyperlab.optim.Optimizer;
import hyperlab.optim.OptimizerConstant;
import hyperlab.optim.Optimizers;
import hyperlab.train.NetworkSettings;
import hyperlab.train.TrainingSettings;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** The settings, grouped as the experiment file groups them. */
final class TrainingControls extends VBox {
    private static final double SLOWEST = 1e-4;
    private static final double FASTEST = 10;
    private static final double EXACT_WHOLES = 1L << 53;

    private final TrainingViewModel lab;
    private final ExperimentSettings settings;
    private final Messages messages;

    TrainingControls(TrainingViewModel lab, LabContext context) {
        this.lab = lab;
        this.settings = lab.settings();
        this.messages = context.messages();
        getStyleClass().add("training-controls");
        getChildren().addAll(new DataControls(lab, context).section(), network(), training(), regularization(), seed());
    }

    private Section network() {
        ListField hidden = new ListField(
                "training-hidden",
                messages,
                NetworkSettings.MOST_LAYERS,
                NumberRule.wholeWithin(1, NetworkSettings.MOST_UNITS));
        hidden.setPrefColumnCount(7);
        hidden.onSettled(lab.undo()::settle);
        Links.link(hidden.value(), settings.hidden());
        List<String> names =
                ActivationParameter.OFFERED.stream().map(Activation::name).toList();
        Choice<String> activation =
                new Choice<>("training-activation", messages, names, name -> "training.activation." + name);
        activation.onSettled(lab.undo()::settle);
        Links.link(activation.valueProperty(), settings.activation(), this::activationNamed, Activation::name);
        return new Section(
                messages.bind("training.network"),
                new FieldRow(messages.bind("training.hidden"), hidden),
                new FieldRow(messages.bind("training.activation"), activation),
                activationParameter(),
                number("training-dropout", "training.dropout", NumberRule.atLeastBelow(0, 1), settings.dropout()));
    }

    /** The function of that name, with the constant of now where it is the one at hand. */
    private Activation activationNamed(String name) {
        Activation now = settings.activation().get();
        return now.name().equals(name) ? now : ActivationParameter.named(name);
    }

    private Node activationParameter() {
        NumberField field = new NumberField("training-activation-parameter", messages, NumberRule.FINITE, 0);
        field.onSettled(lab.undo()::settle);
        Runnable rule = () -> {
            Activation now = settings.activation().get();
            field.rule(
                    now instanceof Activation.Maxout
                            ? NumberRule.wholeWithin(2, 64)
                            : now instanceof Activation.Elu ? NumberRule.POSITIVE : NumberRule.FINITE);
        };
        rule.run();
        settings.activation().addListener((observed, before, now) -> rule.run());
        Links.linkNumber(field.value(), settings.activationParameter());
        ObservableValue<String> label = messages.compute(
                () -> {
                    String key =
                            ActivationParameter.nameKey(settings.activation().get());
                    return key.isEmpty() ? "" : messages.get(key);
                },
                settings.activation());
        return where(settings.activationParameter(), new FieldRow(label, field));
    }

    private Section training() {
        Choice<String> optimizer = new Choice<>(
                "training-optimizer",
                messages,
                Optimizers.all().stream().map(Optimizer::name).toList(),
                name -> "training.optimizer." + name);
        optimizer.onSettled(lab.undo()::settle);
        Links.link(optimizer.valueProperty(), settings.optimizer(), this::optimizerNamed, Optimizer::name);
        Toggle nesterov = new Toggle("training-nesterov");
        Links.link(nesterov.selectedProperty(), settings.nesterov(), on -> on, on -> on);
        nesterov.disableProperty()
                .bind(settings.constant(OptimizerConstant.MOMENTUM).map(momentum -> momentum == 0));
        LogSlider rate = new LogSlider(
                "training-learning-rate",
                messages,
                messages.bind("training.learningRate"),
                SLOWEST,
                FASTEST,
                TrainingSettings.DEFAULT.learningRate());
        rate.onSettled(lab.undo()::settle);
        Links.linkNumber(rate.value(), settings.learningRate());
        PowerOfTwoSlider batch = new PowerOfTwoSlider(
                "training-batch-size",
                messages,
                messages.bind("training.batchSize"),
                TrainingSettings.DEFAULT.batchSize());
        batch.onSettled(lab.undo()::settle);
        Links.link(batch.batchSize(), settings.batchSize());
        NumberField epochs = new NumberField(
                "training-epochs",
                messages,
                NumberRule.wholeWithin(0, TrainingSettings.MOST_EPOCHS),
                TrainingSettings.DEFAULT.epochs());
        epochs.onSettled(lab.undo()::settle);
        Links.linkWhole(epochs.value(), settings.epochs());
        Section section = new Section(
                messages.bind("training.training"), new FieldRow(messages.bind("training.optimizer"), optimizer));
        for (OptimizerConstant constant : OptimizerConstant.values()) {
            Setting<Double> setting = settings.constant(constant);
            section.getChildren()
                    .add(where(
                            setting,
                            number(
                                    "training-" + constant.id(),
                                    "training.constant." + constant.id(),
                                    NumberRule.of(constant),
                                    setting)));
            if (constant == OptimizerConstant.MOMENTUM) {
                section.getChildren()
                        .add(where(settings.nesterov(), new FieldRow(messages.bind("training.nesterov"), nesterov)));
            }
        }
        section.getChildren().addAll(rate, batch, new FieldRow(messages.bind("training.epochs"), epochs));
        return section;
    }

    /** The optimizer of that name, with the constants of now where it is the one at hand. */
    private Optimizer optimizerNamed(String name) {
        Optimizer now = settings.optimizer().get();
        return now.name().equals(name) ? now : Optimizers.named(name);
    }

    private Section regularization() {
        return new Section(
                messages.bind("training.regularization"),
                number("training-l1", "training.l1", NumberRule.NOT_NEGATIVE, settings.l1()),
                number("training-l2", "training.l2", NumberRule.NOT_NEGATIVE, settings.l2()));
    }

    private Section seed() {
        NumberField field = new NumberField(
                "training-seed",
                messages,
                NumberRule.wholeWithin(-EXACT_WHOLES, EXACT_WHOLES),
                settings.seed().get());
        field.setPrefColumnCount(7);
        field.onSettled(lab.undo()::settle);
        Links.link(field.value(), settings.seed(), Number::longValue, seed -> (double) seed);
        Button draw = Icons.button("training-seed-next", "fth-shuffle", messages.bind("training.seed.next"), () -> {
            lab.undo().settle();
            lab.settings().seed().set(lab.settings().seed().get() + 1);
        });
        return new Section(
                messages.bind("training.reproducibility"), new FieldRow(messages.bind("training.seed"), draw, field));
    }

    private Node number(String id, String key, NumberRule rule, Setting<Double> setting) {
        Double now = setting.get();
        NumberField field = new NumberField(id, messages, rule, now == null ? 0 : now);
        field.onSettled(lab.undo()::settle);
        Links.linkNumber(field.value(), setting);
        return new FieldRow(messages.bind(key), field);
    }

    /** Shows a row where the experiment has such a setting. */
    private static Node where(Setting<?> setting, Node row) {
        row.visibleProperty().bind(setting.isNotNull());
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }
}
