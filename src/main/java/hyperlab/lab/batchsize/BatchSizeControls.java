package hyperlab.lab.batchsize;

import hyperlab.batch.BatchSettings;
import hyperlab.batch.BatchSetup;
import hyperlab.batch.ComparisonBasis;
import hyperlab.batch.TwoWeightModelSettings;
import hyperlab.data.DataSet;
import hyperlab.data.DataSettings;
import hyperlab.lab.LabContext;
import hyperlab.text.ColumnNames;
import hyperlab.ui.FilePicker;
import hyperlab.ui.Messages;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.FocusableToggleSwitch;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.SegmentedButton;
import hyperlab.ui.control.SeriesSymbol;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.field.FieldRow;
import hyperlab.ui.control.field.NumberRule;
import hyperlab.ui.control.slider.LinearRange;
import hyperlab.ui.control.slider.LinearSlider;
import hyperlab.ui.control.slider.LogSlider;
import hyperlab.ui.control.slider.PinnedControl;
import hyperlab.ui.control.slider.PowerOfTwoSlider;
import hyperlab.ui.control.slider.SliderMark;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/**
 * The lab's left panel: the data and its columns, the batch size, the learning rate, the basis of the comparison, the
 * start, the experiments and the seed.
 */
final class BatchSizeControls extends VBox {
    private static final double MAX_START = 100;
    private static final double MAX_EXACT_INTEGER = 1L << 53;

    private static final List<String> SOURCES = List.of(
            "iris", "penguins", "wine", "breastCancer", "diabetes", "autoMpg", "digits", "mnist", DataSettings.CSV);

    private final LabContext context;
    private final Messages messages;
    private final BatchSizeViewModel lab;
    private final BatchSizeSettings settings;
    private final ChoiceComboBox<String> source;
    private final ChoiceComboBox<String> x;
    private final ChoiceComboBox<String> y;
    private final ChoiceComboBox<String> target;
    private final LogSlider rate;
    private final StringProperty modelText = new SimpleStringProperty("");
    private final StringProperty sizeText = new SimpleStringProperty("");
    private final StringProperty equalText = new SimpleStringProperty("");
    private double limit;

    BatchSizeControls(LabContext context, BatchSizeViewModel lab) {
        this.context = context;
        this.messages = context.messages();
        this.lab = lab;
        this.settings = lab.settings();
        getStyleClass().addAll("batch-size-lab", "controls-content");
        source = new ChoiceComboBox<>("batch-size-source", messages, SOURCES, name -> "batch-size.source." + name);
        x = columnChoice("batch-size-x", settings.xProperty());
        y = columnChoice("batch-size-y", settings.yProperty());
        target = columnChoice("batch-size-target-column", settings.targetProperty());
        rate = new LogSlider(
                "batch-size-learning-rate",
                messages,
                messages.bind("batch-size.learningRate"),
                0.001,
                10,
                BatchSettings.DEFAULT.learningRate());
        getChildren()
                .addAll(
                        dataSection(),
                        batchSection(),
                        rateSection(),
                        equalSection(),
                        startSection(),
                        new BatchSizeExperimentControls(context, lab),
                        seedField());
    }

    // data

    private Node dataSection() {
        updateSource();
        lab.sourceProperty().addListener((observed, before, now) -> updateSource());
        source.valueProperty().addListener((observed, before, now) -> sourceChosen(now));
        source.onSettled(lab.undo()::settle);
        showColumns(lab.dataProperty().get());
        lab.dataProperty().addListener((observed, before, now) -> showColumns(now));
        LinearSlider outlier = new LinearSlider(
                "batch-size-odd",
                messages,
                messages.bind("batch-size.odd"),
                LinearRange.of(0, TwoWeightModelSettings.MAX_OUTLIER, 0.5),
                0);
        outlier.valueProperty().bindBidirectional(settings.oddSampleProperty());
        outlier.onSettled(lab.undo()::settle);
        return new Section(
                messages.bind("batch-size.data"),
                withHint(new FieldRow(messages.bind("batch-size.source"), source), "batch-size.source.hint"),
                withHint(new FieldRow(messages.bind("batch-size.x"), x), "batch-size.x.hint"),
                withHint(new FieldRow(messages.bind("batch-size.y"), y), "batch-size.y.hint"),
                withHint(
                        new FieldRow(messages.bind("batch-size.targetColumn"), target), "batch-size.targetColumn.hint"),
                new WrappedText(modelText, "muted", "small"),
                withHint(outlier, "batch-size.odd.hint"));
    }

    private void updateSource() {
        source.setValue(lab.sourceProperty().get());
    }

    private void sourceChosen(String chosen) {
        if (chosen == null || chosen.equals(lab.sourceProperty().get())) {
            return;
        }
        if (chosen.equals(DataSettings.CSV)) {
            context.files()
                    .open(FilePicker.FileType.TABLE)
                    .ifPresent(file -> lab.openTable(file, error -> context.showError("shell.notOpened", error)));
        } else {
            lab.chooseSource(chosen);
        }
        // Shows the current source again if the file chooser was canceled.
        context.pulses().execute(this::updateSource);
    }

    private ChoiceComboBox<String> columnChoice(String id, ObjectProperty<String> column) {
        ChoiceComboBox<String> choice = ChoiceComboBox.named(id, messages, List.of(column.get()), ColumnNames::of);
        choice.onSettled(lab.undo()::settle);
        choice.valueProperty().addListener((observed, before, now) -> {
            if (now != null) {
                column.set(now);
            }
        });
        column.addListener((observed, before, now) -> choice.setValue(now));
        return choice;
    }

    private void showColumns(DataSet data) {
        List<String> names = TwoWeightModelSettings.numericColumns(data);
        TwoWeightModelSettings model = lab.setup().model();
        setColumns(x, names, model.x());
        setColumns(y, names, model.y());
        setColumns(target, names, model.target());
    }

    /** Replaces the items and selects {@code chosen}. At no time is the selection empty. */
    private static void setColumns(ChoiceComboBox<String> choice, List<String> names, String chosen) {
        if (!choice.getItems().contains(chosen)) {
            choice.getItems().add(chosen);
        }
        choice.setValue(chosen);
        choice.getItems().removeIf(name -> !names.contains(name) && !name.equals(chosen));
        for (int k = 0; k < names.size(); k++) {
            if (!choice.getItems().contains(names.get(k))) {
                choice.getItems().add(Math.min(k, choice.getItems().size()), names.get(k));
            }
        }
    }

    // batch and rate

    private Node batchSection() {
        PowerOfTwoSlider size = new PowerOfTwoSlider(
                "batch-size", messages, messages.bind("batch-size.size"), BatchSettings.DEFAULT.batchSize());
        size.emphasize(new SeriesSymbol(context.appearance(), ComparedDescent.CHOSEN.style()));
        size.batchSizeProperty().bindBidirectional(settings.batchSizeProperty());
        size.onSettled(lab.undo()::settle);
        ChoiceComboBox<Boolean> last = new ChoiceComboBox<>(
                "batch-size-last",
                messages,
                List.of(false, true),
                drop -> drop ? "batch-size.last.drop" : "batch-size.last.keep");
        last.valueProperty().bindBidirectional(settings.dropLastProperty());
        last.onSettled(lab.undo()::settle);
        return new Section(
                messages.bind("batch-size.batch"),
                PinnedControl.markFirst(withHint(size, "batch-size.size.hint")),
                new WrappedText(sizeText, "muted", "small"),
                toggle("batch-size-shuffle", "batch-size.shuffle", settings.shuffleProperty()),
                withHint(new FieldRow(messages.bind("batch-size.last"), last), "batch-size.last.hint"));
    }

    private Node toggle(String id, String key, ObjectProperty<Boolean> on) {
        FocusableToggleSwitch toggle = new FocusableToggleSwitch(id);
        toggle.setSelected(on.get());
        toggle.selectedProperty().addListener((observed, before, now) -> on.set(now));
        on.addListener((observed, before, now) -> toggle.setSelected(now));
        return withHint(new FieldRow(messages.bind(key), toggle), key + ".hint");
    }

    private Node rateSection() {
        rate.valueProperty().bindBidirectional(settings.learningRateProperty());
        rate.onSettled(lab.undo()::settle);
        Node from = field(
                "batch-size-scaled-from",
                "batch-size.scaledFrom",
                NumberRule.wholeWithin(1, BatchSettings.MAX_BATCH_SIZE),
                settings.scaledFromProperty());
        from.managedProperty().bind(from.visibleProperty());
        from.setVisible(settings.scalingProperty().get());
        settings.scalingProperty().addListener((observed, before, now) -> from.setVisible(now));
        return new Section(
                messages.bind("batch-size.rate"),
                withHint(rate, "batch-size.learningRate.hint"),
                toggle("batch-size-scaling", "batch-size.scaling", settings.scalingProperty()),
                from);
    }

    // basis of the comparison, start, seed

    private Node equalSection() {
        SegmentedButton<ComparisonBasis> equal = new SegmentedButton<>(
                "batch-size-equal", messages, ComparisonBasis.all(), what -> "batch-size.equal." + what.fileName());
        equal.valueProperty().bindBidirectional(settings.equalProperty());
        Node steps = field(
                "batch-size-steps",
                "batch-size.steps",
                NumberRule.wholeWithin(1, BatchSetup.MAX_STEPS),
                settings.stepsProperty());
        Node epochs = field(
                "batch-size-epochs",
                "batch-size.epochs",
                NumberRule.wholeWithin(1, BatchSetup.MAX_EPOCHS),
                settings.epochsProperty());
        Button measureAgain = new Button();
        measureAgain.setId("batch-size-measure-again");
        measureAgain.textProperty().bind(messages.bind("batch-size.equal.again"));
        measureAgain.getStyleClass().add("link");
        measureAgain.disableProperty().bind(lab.measuringProperty());
        measureAgain.setOnAction(event -> lab.remeasure());
        Hints.withHint(measureAgain, messages.bind("batch-size.equal.again.hint"));
        for (Node node : List.of(steps, epochs, measureAgain)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        epochs.visibleProperty().bind(equal.valueProperty().isEqualTo(ComparisonBasis.EPOCHS));
        steps.visibleProperty().bind(equal.valueProperty().isNotEqualTo(ComparisonBasis.EPOCHS));
        measureAgain.visibleProperty().bind(equal.valueProperty().isEqualTo(ComparisonBasis.SECONDS));
        return new Section(
                messages.bind("batch-size.equal"),
                withHint(equal, "batch-size.equal.hint"),
                steps,
                epochs,
                new WrappedText(equalText, "muted", "small"),
                measureAgain);
    }

    private Node startSection() {
        NumberRule rule = NumberRule.within(-MAX_START, MAX_START);
        return new Section(
                messages.bind("batch-size.start"),
                field("batch-size-start-x", "batch-size.startX", rule, settings.startXProperty()),
                field("batch-size-start-y", "batch-size.startY", rule, settings.startYProperty()));
    }

    private Node seedField() {
        return field(
                "batch-size-seed",
                "batch-size.seed",
                NumberRule.wholeWithin(-MAX_EXACT_INTEGER, MAX_EXACT_INTEGER),
                settings.seedProperty());
    }

    private Node field(String id, String key, NumberRule rule, DoubleProperty number) {
        return FieldRow.ofNumber(messages, lab.undo(), id, key, rule, number);
    }

    private <N extends Node> N withHint(N node, String key) {
        return Hints.withHint(node, messages.bind(key));
    }

    void show(BatchSizeSnapshot snapshot) {
        BatchSizeText text = new BatchSizeText(messages.texts());
        modelText.set(text.modelText(snapshot.comparison().setup().model()));
        sizeText.set(text.sizeText(snapshot));
        equalText.set(text.equalText(snapshot, lab.measuringProperty().get()));
        double newLimit = snapshot.comparison().maxStableRate();
        if (newLimit != limit) {
            limit = newLimit;
            rate.setZones(List.of(), List.of(new SliderMark(limit, "2/λ")));
        }
    }
}
