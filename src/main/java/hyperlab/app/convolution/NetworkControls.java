package hyperlab.app.convolution;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.ChoiceComboBox;
import hyperlab.app.control.FieldRow;
import hyperlab.app.control.Hints;
import hyperlab.app.control.Icons;
import hyperlab.app.control.LinearRange;
import hyperlab.app.control.LinearSlider;
import hyperlab.app.control.LogSlider;
import hyperlab.app.control.NumberField;
import hyperlab.app.control.NumberRule;
import hyperlab.app.control.Section;
import hyperlab.convolution.ConvolutionSetup;
import hyperlab.convolution.KernelChoice;
import hyperlab.convolution.NetworkChoice;
import javafx.beans.property.DoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** The settings of the network, and the button that trains, measures or stops. */
final class NetworkControls extends VBox {
    private static final double EXACT = 1L << 53;

    private final Messages messages;
    private final ConvolutionViewModel lab;
    private final Settings settings;

    NetworkControls(LabContext context, ConvolutionViewModel lab) {
        this.messages = context.messages();
        this.lab = lab;
        this.settings = lab.settings();
        managedProperty().bind(visibleProperty());
        visibleProperty().bind(lab.page().isNotEqualTo(Page.SLIDE));
        getStyleClass().add("controls-group");
        Button go = button(messages, lab, "convolution-run");
        LinearSlider shift = new LinearSlider(
                "convolution-shift",
                messages,
                messages.bind("convolution.shift"),
                LinearRange.whole(-ConvolutionSetup.MOST_SHIFT, ConvolutionSetup.MOST_SHIFT),
                0);
        shift.value().bindBidirectional(settings.shift());
        shift.onSettled(lab.undo()::settle);
        Hints.withHint(shift, messages.bind("convolution.shift.hint"));
        getChildren().addAll(go, onLearn(shift), onLearn(slide()), network());
    }

    private Node onLearn(Node node) {
        node.managedProperty().bind(node.visibleProperty());
        node.visibleProperty().bind(lab.page().isEqualTo(Page.LEARN));
        return node;
    }

    /** A button that trains or measures, depending on the page, or stops what is running. */
    static Button button(Messages messages, ConvolutionViewModel lab, String id) {
        Button button = new Button();
        button.setId(id);
        button.setMaxWidth(Double.MAX_VALUE);
        Runnable draw = () -> {
            boolean measures = lab.page().get() == Page.MEASURE;
            boolean running = isRunning(lab);
            button.setGraphic(Icons.icon(running ? "fth-x" : "fth-play"));
            button.setText(messages.get(
                    running ? "convolution.stop" : measures ? "convolution.measure" : "convolution.train"));
        };
        lab.page().addListener((observed, before, now) -> draw.run());
        lab.network().training().found().addListener((observed, before, now) -> draw.run());
        lab.network().study().found().addListener((observed, before, now) -> draw.run());
        messages.language().addListener((observed, before, now) -> draw.run());
        draw.run();
        Hints.withHint(
                button,
                messages.compute(
                        () -> messages.get(
                                lab.page().get() == Page.MEASURE
                                        ? "convolution.measure.hint"
                                        : "convolution.train.hint"),
                        lab.page()));
        button.setOnAction(event -> {
            if (isRunning(lab)) {
                lab.network().stop();
            } else if (lab.page().get() == Page.MEASURE) {
                lab.network().measure();
            } else {
                lab.network().train();
            }
        });
        return button;
    }

    private static boolean isRunning(ConvolutionViewModel lab) {
        return lab.page().get() == Page.MEASURE
                ? lab.network().study().found().get().isRunning()
                : lab.network().training().found().get().isRunning();
    }

    /** A button that opens a learned kernel on the page {@code SLIDE}. */
    private Node slide() {
        NumberField which = new NumberField(
                "convolution-slide", messages, NumberRule.wholeWithin(1, NetworkChoice.MOST_FILTERS), 1);
        Button go = new Button();
        go.setId("convolution-slide-go");
        go.setMaxWidth(Double.MAX_VALUE);
        go.textProperty().bind(messages.bind("convolution.slide.go"));
        Hints.withHint(go, messages.bind("convolution.slide.go.hint"));
        go.setOnAction(event -> lab.slide((int) which.value().get() - 1));
        settings.firstFilters().addListener((observed, before, now) -> limit(which, now.intValue()));
        limit(which, (int) settings.firstFilters().get());
        FieldRow row = Hints.withHint(
                new FieldRow(messages.bind("convolution.slide"), which), messages.bind("convolution.slide.hint"));
        return new VBox(8, row, go);
    }

    private static void limit(NumberField which, int filters) {
        which.rule(NumberRule.wholeWithin(1, filters));
        if (which.value().get() > filters) {
            which.value().set(filters);
        }
    }

    private Node network() {
        ChoiceComboBox<String> data =
                new ChoiceComboBox<>("convolution-data", messages, NetworkChoice.DATA, name -> "convolution.data." + name);
        data.valueProperty().bindBidirectional(settings.data());
        data.onSettled(lab.undo()::settle);
        NumberField samples = new NumberField(
                "convolution-samples",
                messages,
                NumberRule.POSITIVE,
                settings.samples().get());
        samples.value().bindBidirectional(settings.samples());
        samples.onSettled(lab.undo()::settle);
        Runnable limit = () -> samples.rule(NumberRule.wholeWithin(
                NetworkChoice.FEWEST_SAMPLES,
                NetworkChoice.rowsOf(settings.data().get())));
        settings.data().addListener((observed, before, now) -> limit.run());
        limit.run();
        LogSlider rate = new LogSlider(
                "convolution-learning-rate",
                messages,
                messages.bind("convolution.learningRate"),
                0.0001,
                0.1,
                NetworkChoice.DEFAULT.learningRate());
        rate.value().bindBidirectional(settings.learningRate());
        rate.onSettled(lab.undo()::settle);
        return new Section(
                messages.bind("convolution.learn.network"),
                hinted(new FieldRow(messages.bind("convolution.data"), data), "convolution.data.hint"),
                hinted(new FieldRow(messages.bind("convolution.samples"), samples), "convolution.samples.hint"),
                field("firstFilters", 1, NetworkChoice.MOST_FILTERS, settings.firstFilters()),
                field("secondFilters", 0, NetworkChoice.MOST_FILTERS, settings.secondFilters()),
                onLearn(field("networkKernel", 1, KernelChoice.MOST_SIDE, settings.networkKernel())),
                onLearn(field("networkStride", 1, NetworkChoice.MOST_STRIDE, settings.networkStride())),
                field("networkPool", 1, NetworkChoice.MOST_POOL, settings.networkPool()),
                field("epochs", 1, NetworkChoice.MOST_EPOCHS, settings.epochs()),
                hinted(rate, "convolution.learningRate.hint"),
                field("batch", 1, NetworkChoice.MOST_BATCH, settings.batch()),
                ConvolutionControls.field(
                        messages, lab, "seed", NumberRule.wholeWithin(-EXACT, EXACT), settings.seed()));
    }

    private Node field(String name, int low, int high, DoubleProperty number) {
        return ConvolutionControls.field(messages, lab, name, NumberRule.wholeWithin(low, high), number);
    }

    private <N extends Node> N hinted(N node, String key) {
        return Hints.withHint(node, messages.bind(key));
    }
}
