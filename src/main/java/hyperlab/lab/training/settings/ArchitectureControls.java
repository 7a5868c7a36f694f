package hyperlab.lab.training.settings;

import hyperlab.data.BundledDataSet;
import hyperlab.data.DataSettings;
import hyperlab.nn.Activation;
import hyperlab.nn.layer.Initializer;
import hyperlab.nn.layer.InitializerConstant;
import hyperlab.train.NetworkSettings;
import hyperlab.ui.Messages;
import hyperlab.ui.UndoHistory;
import hyperlab.ui.control.field.FieldRow;
import hyperlab.ui.control.field.ListField;
import hyperlab.ui.control.field.NumberField;
import hyperlab.ui.control.field.NumberRule;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The controls for the network's architecture and initialization. */
public final class ArchitectureControls {
    private final ExperimentSettings settings;
    private final LayerSettings layers;
    private final UndoHistory undo;
    private final InitialWeightsRow initialWeights;
    private final SettingControlFactory fields;
    private final Messages messages;

    public ArchitectureControls(
            ExperimentSettings settings,
            UndoHistory undo,
            InitialWeightsRow initialWeights,
            SettingControlFactory fields,
            Messages messages) {
        this.settings = settings;
        this.layers = settings.network();
        this.undo = undo;
        this.initialWeights = initialWeights;
        this.fields = fields;
        this.messages = messages;
    }

    public Node[] rows() {
        ConvolutionalLayerControls convolutions = new ConvolutionalLayerControls(layers.convolutions(), undo, messages);
        SettingControlFactory.showWhile(
                settings.experimentProperty()
                        .map(experiment -> hasImages(experiment.data())
                                || !experiment.network().convolutions().isEmpty()),
                convolutions);
        return new Node[] {
            convolutions,
            hidden(),
            fields.choice(
                    "training-activation",
                    "training.activation",
                    "component.activation",
                    ActivationParameter.AVAILABLE.stream().map(Activation::name).toList(),
                    layers.activation(),
                    this::activationNamed,
                    Activation::name),
            activationParameter(),
            hiddenWithWeightsFile(fields.choice(
                    "training-initializer",
                    "training.initializer",
                    "component.initializer",
                    InitializationSettings.AVAILABLE.stream()
                            .map(Initializer::name)
                            .toList(),
                    layers.start().kind(),
                    layers.start()::fromName,
                    Initializer::name)),
            hiddenWithWeightsFile(fields.number(
                    "training-initializer-range",
                    "training.initializerRange",
                    NumberRule.of(InitializerConstant.RANGE.range()),
                    layers.start().range())),
            initialWeights
        };
    }

    /** A row that is hidden if the weights come from a file. */
    private Node hiddenWithWeightsFile(Node row) {
        VBox box = new VBox(row);
        return SettingControlFactory.showWhile(
                row.visibleProperty().flatMap(shown -> layers.start().weights().map(file -> shown && file.isEmpty())),
                box);
    }

    private static boolean hasImages(DataSettings data) {
        return data.image() != null
                || BundledDataSet.named(data.source())
                        .map(BundledDataSet::image)
                        .isPresent();
    }

    private Node hidden() {
        ListField hidden = new ListField(
                "training-hidden",
                messages,
                NetworkSettings.MAX_LAYERS,
                NumberRule.wholeWithin(1, NetworkSettings.MAX_UNITS));
        hidden.setPrefColumnCount(7);
        hidden.allowSteps();
        hidden.onSettled(undo::settle);
        SettingBindings.bind(hidden.valueProperty(), layers.hidden());
        return fields.withHint(new FieldRow(messages.bind("training.hidden"), hidden), "training.hidden");
    }

    /** The activation function with this name. If it is already selected, it keeps its current parameter. */
    private Activation activationNamed(String name) {
        Activation now = layers.activation().get();
        return now.name().equals(name) ? now : Activation.byName(name);
    }

    private Node activationParameter() {
        NumberField field = new NumberField("training-activation-parameter", messages, NumberRule.FINITE, 0);
        field.onSettled(undo::settle);
        Runnable rule = () -> field.rule(ruleOf(layers.activation().get()));
        rule.run();
        layers.activation().addListener((observed, before, now) -> rule.run());
        SettingBindings.bindNumber(field.valueProperty(), layers.activationParameter());
        ObservableValue<String> label = messages.compute(
                () -> {
                    String key = ActivationParameter.nameKey(layers.activation().get());
                    return key.isEmpty() ? "" : messages.get(key);
                },
                layers.activation());
        return SettingControlFactory.shownIfSet(
                layers.activationParameter(),
                fields.withHint(new FieldRow(label, field), "training.activationParameter"));
    }

    private static NumberRule ruleOf(Activation activation) {
        return ActivationParameter.of(activation)
                .map(constant -> NumberRule.of(constant.range()))
                .orElse(NumberRule.FINITE);
    }
}
