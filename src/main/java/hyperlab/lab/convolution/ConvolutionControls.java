package hyperlab.lab.convolution;

import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.convolution.ImageSelection;
import hyperlab.convolution.KernelSelection;
import hyperlab.image.KnownFilter;
import hyperlab.lab.LabContext;
import hyperlab.nn.ConvolutionSpec;
import hyperlab.nn.Pooling;
import hyperlab.ui.Messages;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.SegmentedButton;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.field.FieldRow;
import hyperlab.ui.control.field.NumberField;
import hyperlab.ui.control.field.NumberRule;
import hyperlab.ui.control.field.SettingBinding;
import hyperlab.ui.control.slider.LinearRange;
import hyperlab.ui.control.slider.LinearSlider;
import hyperlab.ui.control.slider.PinnedControl;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The lab's left panel: the page, the image, and the settings of the kernel or the network. */
final class ConvolutionControls extends VBox {
    private static final int MAX_SLIDER_STRIDE = 5;
    private static final int MAX_SLIDER_PADDING = 5;
    private static final int MAX_SLIDER_DILATION = 4;
    private static final List<String> FILTERS = Stream.concat(
                    KnownFilter.names().stream(), Stream.of(KernelSelection.USER_DEFINED))
            .toList();

    private final LabContext context;
    private final Messages messages;
    private final ConvolutionViewModel lab;
    private final ConvolutionSettings settings;
    private final ImageImporter files;
    private final KernelEditor editor;
    private final ChoiceComboBox<String> source;
    private final Node sample;

    ConvolutionControls(LabContext context, ConvolutionViewModel lab, ImageImporter files) {
        this.context = context;
        this.messages = context.messages();
        this.lab = lab;
        this.settings = lab.settings();
        this.files = files;
        getStyleClass().addAll("convolution-lab", "controls-content");
        editor = new KernelEditor(messages, lab);
        source = new ChoiceComboBox<>(
                "convolution-source", messages, ImageSelection.SOURCES, name -> "convolution.source." + name);
        source.getStyleClass().add("wide");
        source.accessibleTextProperty().bind(messages.bind("convolution.source"));
        NumberField sampleField = new NumberField(
                "convolution-sample",
                messages,
                NumberRule.wholeWithin(1, 1),
                settings.sampleProperty().get());
        SettingBinding.bind(sampleField.valueProperty(), settings.sampleProperty());
        sampleField.onSettled(lab.undo()::settle);
        sample = withHint(new FieldRow(messages.bind("convolution.sample"), sampleField), "convolution.sample.hint");
        sample.managedProperty().bind(sample.visibleProperty());
        settings.imageProperty().addListener((observed, before, now) -> updateImage(sampleField, now));
        updateImage(sampleField, settings.imageProperty().get());
        SegmentedButton<ConvolutionPage> page = new SegmentedButton<>(
                "convolution-page", messages, List.of(ConvolutionPage.values()), ConvolutionText::key);
        page.valueProperty().bindBidirectional(lab.pageProperty());
        getChildren()
                .addAll(
                        withHint(page, "convolution.page.hint"),
                        hiddenOnMeasurePage(imageSection()),
                        visibleOn(kernelSection(), ConvolutionPage.SLIDE),
                        visibleOn(geometryFields(), ConvolutionPage.SLIDE),
                        new ConvNetControls(context, lab));
    }

    private Node hiddenOnMeasurePage(Node section) {
        section.managedProperty().bind(section.visibleProperty());
        section.visibleProperty().bind(lab.pageProperty().isNotEqualTo(ConvolutionPage.MEASURE));
        return section;
    }

    private Node visibleOn(Node section, ConvolutionPage page) {
        section.managedProperty().bind(section.visibleProperty());
        section.visibleProperty().bind(lab.pageProperty().isEqualTo(page));
        return section;
    }

    private void updateImage(NumberField sampleField, ImageSelection image) {
        source.setValue(image.source());
        sampleField.rule(NumberRule.wholeWithin(1, ImageSelection.sampleCount(image.source())));
        sample.setVisible(image.isSample());
    }

    // image

    private Node imageSection() {
        source.valueProperty().addListener((observed, before, now) -> sourceChosen(now));
        source.onSettled(lab.undo()::settle);
        ToggleButton draw = new ToggleButton();
        draw.setId("convolution-draw");
        draw.textProperty().bind(messages.bind("convolution.draw"));
        draw.setMinWidth(USE_PREF_SIZE);
        draw.setGraphic(Icons.icon("fth-edit-2"));
        draw.selectedProperty().bindBidirectional(lab.drawing().enabledProperty());
        Hints.withHint(draw, messages.bind("convolution.draw.hint"));
        HBox first =
                new HBox(8, draw, button("convolution-clear", "fth-file", "convolution.clear", lab.drawing()::clear));
        first.setAlignment(Pos.CENTER_LEFT);
        HBox second = new HBox(
                8,
                button("convolution-open", "fth-image", "convolution.open", files::choose),
                button("convolution-paste", "fth-clipboard", "convolution.paste", files::paste));
        return new Section(
                messages.bind("convolution.image"), withHint(source, "convolution.source.hint"), sample, first, second);
    }

    private void sourceChosen(String chosen) {
        if (chosen == null || chosen.equals(lab.setup().image().source())) {
            return;
        }
        if (chosen.equals(ImageSelection.USER_IMAGE)) {
            files.choose();
        } else {
            lab.chooseSource(chosen);
        }
        // Shows the current source again if the file chooser was canceled or the file was rejected.
        context.pulses().execute(() -> source.setValue(lab.setup().image().source()));
    }

    private Button button(String id, String icon, String key, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(messages.bind(key));
        button.setGraphic(Icons.icon(icon));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return withHint(button, key + ".hint");
    }

    // kernel

    private Node kernelSection() {
        ChoiceComboBox<String> filter =
                new ChoiceComboBox<>("convolution-filter", messages, FILTERS, name -> "convolution.filter." + name);
        filter.getStyleClass().add("wide");
        filter.accessibleTextProperty().bind(messages.bind("convolution.filter"));
        bind(filter, settings.filterProperty());
        settings.kernelProperty().addListener((observed, before, now) -> editor.show(now));
        return new Section(
                messages.bind("convolution.kernel"),
                withHint(filter, "convolution.filter.hint"),
                // Above the cells, so that it stays under the pointer while their number changes.
                PinnedControl.markFirst(slider(
                        "side",
                        LinearRange.whole(1, KernelSelection.MAX_SIDE),
                        KernelSelection.MAX_SIDE,
                        settings.kernelSizeProperty())),
                editor,
                new WrappedText(messages.bind("convolution.cells.how"), "muted", "small"));
    }

    private <T> void bind(ChoiceComboBox<T> choice, ObjectProperty<T> setting) {
        choice.setValue(setting.get());
        choice.onSettled(lab.undo()::settle);
        choice.valueProperty().addListener((observed, before, now) -> {
            if (now != null) {
                setting.set(now);
            }
        });
        setting.addListener((observed, before, now) -> choice.setValue(now));
    }

    private Node geometryFields() {
        LinearSlider stride = slider(
                "stride",
                LinearRange.whole(1, MAX_SLIDER_STRIDE),
                ConvolutionLabSettings.MAX_STRIDE,
                settings.strideProperty());
        LinearSlider padding = slider(
                "padding",
                LinearRange.whole(0, MAX_SLIDER_PADDING),
                ConvolutionLabSettings.MAX_PADDING,
                settings.paddingProperty());
        LinearSlider dilation = slider(
                "dilation",
                LinearRange.whole(1, MAX_SLIDER_DILATION),
                ConvolutionLabSettings.MAX_DILATION,
                settings.dilationProperty());
        ChoiceComboBox<Pooling> pooling =
                new ChoiceComboBox<>("convolution-pooling", messages, List.of(Pooling.values()), ConvolutionText::key);
        bind(pooling, settings.poolingProperty());
        Node pool = numberField(
                "pool", NumberRule.wholeWithin(2, ConvolutionLabSettings.MAX_POOL), settings.poolProperty());
        pool.managedProperty().bind(pool.visibleProperty());
        pool.visibleProperty().bind(settings.poolingProperty().isNotEqualTo(Pooling.NONE));
        VBox all = new VBox(
                stride,
                padding,
                dilation,
                withHint(new FieldRow(messages.bind("convolution.pooling"), pooling), "convolution.pooling.hint"),
                pool,
                numberField(
                        "filters", NumberRule.wholeWithin(1, ConvolutionSpec.MAX_FILTERS), settings.filtersProperty()),
                button(
                        "convolution-csv",
                        "fth-download",
                        "convolution.csv",
                        () -> files.saveMap(lab.viewStateProperty().get().map())));
        all.getStyleClass().add("controls-group");
        return all;
    }

    /** @param maximum the largest number that can be typed; numbers beyond the end of the slider are not on its track */
    private LinearSlider slider(String name, LinearRange range, int maximum, DoubleProperty number) {
        LinearSlider slider = new LinearSlider(
                "convolution-" + name, messages, messages.bind("convolution." + name), range, number.get());
        slider.rule(NumberRule.wholeWithin(range.low(), maximum));
        SettingBinding.bind(slider.valueProperty(), number);
        slider.onSettled(lab.undo()::settle);
        return withHint(slider, "convolution." + name + ".hint");
    }

    private Node numberField(String name, NumberRule rule, DoubleProperty number) {
        return numberField(messages, lab, name, rule, number);
    }

    /**
     * A number field. Its label has the message key {@code convolution.name} and its tooltip {@code
     * convolution.name.hint}.
     */
    static Node numberField(
            Messages messages, ConvolutionViewModel lab, String name, NumberRule rule, DoubleProperty number) {
        return FieldRow.ofNumber(messages, lab.undo(), "convolution-" + name, "convolution." + name, rule, number);
    }

    private <N extends Node> N withHint(N node, String key) {
        return Hints.withHint(node, messages.bind(key));
    }
}
