package hyperlab.app.batch;

import hyperlab.app.FilePicker;
import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.ChoiceComboBox;
import hyperlab.app.control.FieldRow;
import hyperlab.app.control.Hints;
import hyperlab.app.control.PinnedControl;
import hyperlab.app.control.LinearRange;
import hyperlab.app.control.LinearSlider;
import hyperlab.app.control.LogSlider;
import hyperlab.app.control.SliderMark;
import hyperlab.app.control.NumberRule;
import hyperlab.app.control.PowerOfTwoSlider;
import hyperlab.app.control.WrappedText;
import hyperlab.app.control.Section;
import hyperlab.app.control.SegmentedButton;
import hyperlab.app.control.SeriesSymbol;
import hyperlab.app.control.FocusableToggleSwitch;
import hyperlab.batch.BatchSettings;
import hyperlab.batch.BatchSetup;
import hyperlab.batch.ComparisonBasis;
import hyperlab.batch.TwoWeightModelSettings;
import hyperlab.data.DataSet;
import hyperlab.data.DataSettings;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.ColumnNames;
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
    private final StringProperty equalText = new SimpleStringProperty("");
    private double limit;

    BatchSizeControls(LabContext context, BatchSizeViewModel lab) {
        this.context = context;
        this.messages = context.messages();
        this.lab = lab;
        this.settings = lab.settings();
        getStyleClass().addAll("batch-lab", "controls-content");
        source = new ChoiceComboBox<>("batch-source", messages, SOURCES, name -> "batch.source." + name);
        x = columnChoice("batch-x", settings.x());
        y = columnChoice("batch-y", settings.y());
        target = columnChoice("batch-target-column", settings.target());
        rate = new LogSlider(
                "batch-learning-rate",
                messages,
                messages.bind("batch.learningRate"),
                0.001,
                10,
                BatchSettings.DEFAULT.learningRate());
        getChildren().addAll(dataSection(), batchSection(), rateSection(), equalSection(), startSection(), new BatchSizeExperimentControls(context, lab), seedField());
    }

    // data

    private Node dataSection() {
        updateSource();
        settings.settingsState().state().addListener((observed, before, now) -> updateSource());
        source.valueProperty().addListener((observed, before, now) -> sourceChosen(now));
        source.onSettled(lab.undo()::settle);
        showColumns(lab.data().get());
        lab.data().addListener((observed, before, now) -> showColumns(now));
        LinearSlider outlier = new LinearSlider(
                "batch-odd", messages, messages.bind("batch.odd"), LinearRange.of(0, TwoWeightModelSettings.MAX_OUTLIER, 0.5), 0);
        outlier.value().bindBidirectional(settings.oddSample());
        outlier.onSettled(lab.undo()::settle);
        return new Section(
                messages.bind("batch.data"),
                withHint(new FieldRow(messages.bind("batch.source"), source), "batch.source.hint"),
                withHint(new FieldRow(messages.bind("batch.x"), x), "batch.x.hint"),
                withHint(new FieldRow(messages.bind("batch.y"), y), "batch.y.hint"),
                withHint(new FieldRow(messages.bind("batch.targetColumn"), target), "batch.targetColumn.hint"),
                new WrappedText(modelText, "muted", "small"),
                withHint(outlier, "batch.odd.hint"));
    }

    private void updateSource() {
        source.setValue(lab.setup().model().source());
    }

    private void sourceChosen(String chosen) {
        if (chosen == null || chosen.equals(lab.setup().model().source())) {
            return;
        }
        try {
            if (chosen.equals(DataSettings.CSV)) {
                context.files().open(FilePicker.FileType.TABLE).ifPresent(lab::openTable);
            } else {
                lab.chooseSource(chosen);
            }
        } catch (InvalidInputException refusal) {
            context.showError("shell.notOpened", refusal);
        }
        // Shows the current source again if the file chooser was canceled or the table was rejected.
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
                "batch-size", messages, messages.bind("batch.size"), BatchSettings.DEFAULT.batchSize());
        size.emphasize(new SeriesSymbol(context.appearance(), ComparedDescent.CHOSEN.look()));
        size.batchSize().bindBidirectional(settings.batchSize());
        size.onSettled(lab.undo()::settle);
        ChoiceComboBox<Boolean> last = new ChoiceComboBox<>(
                "batch-last", messages, List.of(false, true), drop -> drop ? "batch.last.drop" : "batch.last.keep");
        last.valueProperty().bindBidirectional(settings.dropLast());
        last.onSettled(lab.undo()::settle);
        return new Section(
                messages.bind("batch.batch"),
                PinnedControl.markFirst(withHint(size, "batch.size.hint")),
                new WrappedText(messages.bind("batch.size.how"), "muted", "small"),
                toggle("batch-shuffle", "batch.shuffle", settings.shuffle()),
                withHint(new FieldRow(messages.bind("batch.last"), last), "batch.last.hint"));
    }

    private Node toggle(String id, String key, ObjectProperty<Boolean> on) {
        FocusableToggleSwitch toggle = new FocusableToggleSwitch(id);
        toggle.setSelected(on.get());
        toggle.selectedProperty().addListener((observed, before, now) -> on.set(now));
        on.addListener((observed, before, now) -> toggle.setSelected(now));
        return withHint(new FieldRow(messages.bind(key), toggle), key + ".hint");
    }

    private Node rateSection() {
        rate.value().bindBidirectional(settings.learningRate());
        rate.onSettled(lab.undo()::settle);
        Node from = field(
                "batch-scaled-from",
                "batch.scaledFrom",
                NumberRule.wholeWithin(1, BatchSettings.MAX_BATCH_SIZE),
                settings.scaledFrom());
        from.managedProperty().bind(from.visibleProperty());
        from.setVisible(settings.scaling().get());
        settings.scaling().addListener((observed, before, now) -> from.setVisible(now));
        return new Section(
                messages.bind("batch.rate"),
                withHint(rate, "batch.learningRate.hint"),
                toggle("batch-scaling", "batch.scaling", settings.scaling()),
                from);
    }

    // basis of the comparison, start, seed

    private Node equalSection() {
        SegmentedButton<ComparisonBasis> equal =
                new SegmentedButton<>("batch-equal", messages, ComparisonBasis.all(), what -> "batch.equal." + what.fileName());
        equal.value().bindBidirectional(settings.equal());
        Node steps =
                field("batch-steps", "batch.steps", NumberRule.wholeWithin(1, BatchSetup.MAX_STEPS), settings.steps());
        Node epochs = field(
                "batch-epochs", "batch.epochs", NumberRule.wholeWithin(1, BatchSetup.MAX_EPOCHS), settings.epochs());
        Button measureAgain = new Button();
        measureAgain.setId("batch-measure-again");
        measureAgain.textProperty().bind(messages.bind("batch.equal.again"));
        measureAgain.getStyleClass().add("link");
        measureAgain.disableProperty().bind(lab.measuring());
        measureAgain.setOnAction(event -> lab.remeasure());
        Hints.withHint(measureAgain, messages.bind("batch.equal.again.hint"));
        for (Node node : List.of(steps, epochs, measureAgain)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        epochs.visibleProperty().bind(equal.value().isEqualTo(ComparisonBasis.EPOCHS));
        steps.visibleProperty().bind(equal.value().isNotEqualTo(ComparisonBasis.EPOCHS));
        measureAgain.visibleProperty().bind(equal.value().isEqualTo(ComparisonBasis.SECONDS));
        return new Section(
                messages.bind("batch.equal"),
                withHint(equal, "batch.equal.hint"),
                steps,
                epochs,
                new WrappedText(equalText, "muted", "small"),
                measureAgain);
    }

    private Node startSection() {
        NumberRule rule = NumberRule.within(-MAX_START, MAX_START);
        return new Section(
                messages.bind("batch.start"),
                field("batch-start-x", "batch.startX", rule, settings.startX()),
                field("batch-start-y", "batch.startY", rule, settings.startY()));
    }

    private Node seedField() {
        return field("batch-seed", "batch.seed", NumberRule.wholeWithin(-MAX_EXACT_INTEGER, MAX_EXACT_INTEGER), settings.seed());
    }

    private Node field(String id, String key, NumberRule rule, DoubleProperty number) {
        return FieldRow.ofNumber(messages, lab.undo(), id, key, rule, number);
    }

    private <N extends Node> N withHint(N node, String key) {
        return Hints.withHint(node, messages.bind(key));
    }

    void show(BatchSizeSnapshot moment) {
        BatchSizeText text = new BatchSizeText(messages.texts());
        modelText.set(text.modelText(moment.comparison().setup().model()));
        equalText.set(text.equalText(moment, lab.measuring().get()));
        double newLimit = moment.comparison().maxStableRate();
        if (newLimit != limit) {
            limit = newLimit;
            rate.setZones(List.of(), List.of(new SliderMark(limit, "2/λ")));
        }
    }
}
