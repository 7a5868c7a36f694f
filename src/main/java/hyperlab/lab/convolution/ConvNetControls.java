package hyperlab.lab.convolution;

import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.convolution.DigitNetworkSettings;
import hyperlab.convolution.KernelSelection;
import hyperlab.lab.LabContext;
import hyperlab.ui.Messages;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.field.FieldRow;
import hyperlab.ui.control.field.NumberField;
import hyperlab.ui.control.field.NumberRule;
import hyperlab.ui.control.field.SettingBinding;
import hyperlab.ui.control.slider.LinearRange;
import hyperlab.ui.control.slider.LinearSlider;
import hyperlab.ui.control.slider.LogSlider;
import javafx.beans.property.DoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** The settings of the network, and the button that trains, measures or stops. */
final class ConvNetControls extends VBox {
    private static final double MAX_EXACT_INTEGER = 1L << 53;

    private final Messages messages;
    private final ConvolutionViewModel lab;
    private final ConvolutionSettings settings;

    ConvNetControls(LabContext context, ConvolutionViewModel lab) {
        this.messages = context.messages();
        this.lab = lab;
        this.settings = lab.settings();
        managedProperty().bind(visibleProperty());
        visibleProperty().bind(lab.pageProperty().isNotEqualTo(ConvolutionPage.SLIDE));
        getStyleClass().add("controls-group");
        Button button = runButton(messages, lab, "convolution-run");
        LinearSlider shift = new LinearSlider(
                "convolution-shift",
                messages,
                messages.bind("convolution.shift"),
                LinearRange.whole(-ConvolutionLabSettings.MAX_SHIFT, ConvolutionLabSettings.MAX_SHIFT),
                0);
        SettingBinding.bind(shift.valueProperty(), settings.shiftProperty());
        shift.onSettled(lab.undo()::settle);
        Hints.withHint(shift, messages.bind("convolution.shift.hint"));
        getChildren().addAll(button, visibleOnLearnPage(shift), visibleOnLearnPage(slideFields()), networkSection());
    }

    private Node visibleOnLearnPage(Node node) {
        node.managedProperty().bind(node.visibleProperty());
        node.visibleProperty().bind(lab.pageProperty().isEqualTo(ConvolutionPage.LEARN));
        return node;
    }

    /** A button that trains or measures, depending on the page, or stops what is running. */
    static Button runButton(Messages messages, ConvolutionViewModel lab, String id) {
        Button button = new Button();
        button.setId(id);
        button.setMaxWidth(Double.MAX_VALUE);
        Runnable update = () -> {
            boolean measures = lab.pageProperty().get() == ConvolutionPage.MEASURE;
            boolean running = isRunning(lab);
            button.setGraphic(Icons.icon(running ? "fth-x" : "fth-play"));
            button.setText(messages.get(
                    running ? "convolution.stop" : measures ? "convolution.measure" : "convolution.train"));
        };
        lab.pageProperty().addListener((observed, before, now) -> update.run());
        lab.network().training().statusProperty().addListener((observed, before, now) -> update.run());
        lab.network().study().statusProperty().addListener((observed, before, now) -> update.run());
        messages.languageProperty().addListener((observed, before, now) -> update.run());
        update.run();
        Hints.withHint(
                button,
                messages.compute(
                        () -> messages.get(
                                lab.pageProperty().get() == ConvolutionPage.MEASURE
                                        ? "convolution.measure.hint"
                                        : "convolution.train.hint"),
                        lab.pageProperty()));
        button.setOnAction(event -> {
            if (isRunning(lab)) {
                lab.network().stop();
            } else if (lab.pageProperty().get() == ConvolutionPage.MEASURE) {
                lab.network().startStudy();
            } else {
                lab.network().startTraining();
            }
        });
        return button;
    }

    private static boolean isRunning(ConvolutionViewModel lab) {
        return lab.pageProperty().get() == ConvolutionPage.MEASURE
                ? lab.network().study().statusProperty().get().isRunning()
                : lab.network().training().statusProperty().get().isRunning();
    }

    /** A button that opens a learned kernel on the page {@code SLIDE}. */
    private Node slideFields() {
        NumberField filterField = new NumberField(
                "convolution-slide", messages, NumberRule.wholeWithin(1, DigitNetworkSettings.MAX_FILTERS), 1);
        Button button = new Button();
        button.setId("convolution-slide-go");
        button.setMaxWidth(Double.MAX_VALUE);
        button.textProperty().bind(messages.bind("convolution.slide.go"));
        Hints.withHint(button, messages.bind("convolution.slide.go.hint"));
        button.setOnAction(event ->
                lab.slideLearnedKernel((int) filterField.valueProperty().get() - 1));
        settings.firstFiltersProperty()
                .addListener((observed, before, now) -> limitFilter(filterField, now.intValue()));
        limitFilter(filterField, (int) settings.firstFiltersProperty().get());
        FieldRow row = Hints.withHint(
                new FieldRow(messages.bind("convolution.slide"), filterField), messages.bind("convolution.slide.hint"));
        return new VBox(8, row, button);
    }

    private static void limitFilter(NumberField filterField, int filters) {
        filterField.rule(NumberRule.wholeWithin(1, filters));
        if (filterField.valueProperty().get() > filters) {
            filterField.valueProperty().set(filters);
        }
    }

    private Node networkSection() {
        ChoiceComboBox<String> data = new ChoiceComboBox<>(
                "convolution-data", messages, DigitNetworkSettings.DATA, name -> "convolution.data." + name);
        SettingBinding.bind(data.valueProperty(), settings.dataProperty());
        data.onSettled(lab.undo()::settle);
        NumberField samples = new NumberField(
                "convolution-samples",
                messages,
                NumberRule.POSITIVE,
                settings.samplesProperty().get());
        SettingBinding.bind(samples.valueProperty(), settings.samplesProperty());
        samples.onSettled(lab.undo()::settle);
        Runnable updateRule = () -> samples.rule(NumberRule.wholeWithin(
                DigitNetworkSettings.MIN_SAMPLES,
                DigitNetworkSettings.rowCount(settings.dataProperty().get())));
        settings.dataProperty().addListener((observed, before, now) -> updateRule.run());
        updateRule.run();
        LogSlider rate = new LogSlider(
                "convolution-learning-rate",
                messages,
                messages.bind("convolution.learningRate"),
                0.0001,
                0.1,
                DigitNetworkSettings.DEFAULT.learningRate());
        rate.valueProperty().bindBidirectional(settings.learningRateProperty());
        rate.onSettled(lab.undo()::settle);
        return new Section(
                messages.bind("convolution.learn.network"),
                withHint(new FieldRow(messages.bind("convolution.data"), data), "convolution.data.hint"),
                withHint(new FieldRow(messages.bind("convolution.samples"), samples), "convolution.samples.hint"),
                field("firstFilters", 1, DigitNetworkSettings.MAX_FILTERS, settings.firstFiltersProperty()),
                field("secondFilters", 0, DigitNetworkSettings.MAX_FILTERS, settings.secondFiltersProperty()),
                visibleOnLearnPage(
                        field("networkKernel", 1, KernelSelection.MAX_SIDE, settings.networkKernelProperty())),
                visibleOnLearnPage(
                        field("networkStride", 1, DigitNetworkSettings.MAX_STRIDE, settings.networkStrideProperty())),
                field("networkPool", 1, DigitNetworkSettings.MAX_POOL, settings.networkPoolProperty()),
                field("epochs", 1, DigitNetworkSettings.MAX_EPOCHS, settings.epochsProperty()),
                withHint(rate, "convolution.learningRate.hint"),
                field("batch", 1, DigitNetworkSettings.MAX_BATCH, settings.batchSizeProperty()),
                ConvolutionControls.numberField(
                        messages,
                        lab,
                        "seed",
                        NumberRule.wholeWithin(-MAX_EXACT_INTEGER, MAX_EXACT_INTEGER),
                        settings.seedProperty()));
    }

    private Node field(String name, int low, int high, DoubleProperty number) {
        return ConvolutionControls.numberField(messages, lab, name, NumberRule.wholeWithin(low, high), number);
    }

    private <N extends Node> N withHint(N node, String key) {
        return Hints.withHint(node, messages.bind(key));
    }
}
