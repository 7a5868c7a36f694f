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
import hyperlab.batch.Equal;
import hyperlab.batch.ModelChoice;
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
final class BatchControls extends VBox {
    private static final double FARTHEST = 100;
    private static final double EXACT = 1L << 53;

    private static final List<String> SOURCES = List.of(
            "iris", "penguins", "wine", "breastCancer", "diabetes", "autoMpg", "digits", "mnist", DataSettings.CSV);

    private final LabContext context;
    private final Messages messages;
    private final BatchViewModel lab;
    private final Settings settings;
    private final ChoiceComboBox<String> source;
    private final ChoiceComboBox<String> x;
    private final ChoiceComboBox<String> y;
    private final ChoiceComboBox<String> target;
    private final LogSlider rate;
    private final StringProperty how = new SimpleStringProperty("");
    private final StringProperty equalHow = new SimpleStringProperty("");
    private double limit;

    BatchControls(LabContext context, BatchViewModel lab) {
        this.context = context;
        this.messages = context.messages();
        this.lab = lab;
        this.settings = lab.settings();
        getStyleClass().addAll("batch-lab", "controls-content");
        source = new ChoiceComboBox<>("batch-source", messages, SOURCES, name -> "batch.source." + name);
        x = columns("batch-x", settings.x());
        y = columns("batch-y", settings.y());
        target = columns("batch-target-column", settings.target());
        rate = new LogSlider(
                "batch-learning-rate",
                messages,
                messages.bind("batch.learningRate"),
                0.001,
                10,
                BatchSettings.DEFAULT.learningRate());
        getChildren().addAll(data(), batch(), rate(), equal(), start(), new ExperimentControls(context, lab), seed());
    }

    // data

    private Node data() {
        followSource();
        settings.whole().state().addListener((observed, before, now) -> followSource());
        source.valueProperty().addListener((observed, before, now) -> choose(now));
        source.onSettled(lab.undo()::settle);
        showColumns(lab.data().get());
        lab.data().addListener((observed, before, now) -> showColumns(now));
        LinearSlider odd = new LinearSlider(
                "batch-odd", messages, messages.bind("batch.odd"), LinearRange.of(0, ModelChoice.ODDEST, 0.5), 0);
        odd.value().bindBidirectional(settings.oddSample());
        odd.onSettled(lab.undo()::settle);
        return new Section(
                messages.bind("batch.data"),
                hinted(new FieldRow(messages.bind("batch.source"), source), "batch.source.hint"),
                hinted(new FieldRow(messages.bind("batch.x"), x), "batch.x.hint"),
                hinted(new FieldRow(messages.bind("batch.y"), y), "batch.y.hint"),
                hinted(new FieldRow(messages.bind("batch.targetColumn"), target), "batch.targetColumn.hint"),
                new WrappedText(how, "muted", "small"),
                hinted(odd, "batch.odd.hint"));
    }

    private void followSource() {
        source.setValue(lab.setup().model().source());
    }

    private void choose(String chosen) {
        if (chosen == null || chosen.equals(lab.setup().model().source())) {
            return;
        }
        try {
            if (chosen.equals(DataSettings.CSV)) {
                context.files().open(FilePicker.FileType.TABLE).ifPresent(lab::openTable);
            } else {
                lab.choose(chosen);
            }
        } catch (InvalidInputException refusal) {
            context.showError("shell.notOpened", refusal);
        }
        // Shows the current source again if the file chooser was canceled or the table was rejected.
        context.pulses().execute(this::followSource);
    }

    private ChoiceComboBox<String> columns(String id, ObjectProperty<String> column) {
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
        List<String> names = ModelChoice.columns(data);
        ModelChoice model = lab.setup().model();
        fill(x, names, model.x());
        fill(y, names, model.y());
        fill(target, names, model.target());
    }

    /** Replaces the items and selects {@code chosen}. At no time is the selection empty. */
    private static void fill(ChoiceComboBox<String> choice, List<String> names, String chosen) {
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

    private Node batch() {
        PowerOfTwoSlider size = new PowerOfTwoSlider(
                "batch-size", messages, messages.bind("batch.size"), BatchSettings.DEFAULT.batchSize());
        size.emphasize(new SeriesSymbol(context.appearance(), Walker.CHOSEN.look()));
        size.batchSize().bindBidirectional(settings.batchSize());
        size.onSettled(lab.undo()::settle);
        ChoiceComboBox<Boolean> last = new ChoiceComboBox<>(
                "batch-last", messages, List.of(false, true), drop -> drop ? "batch.last.drop" : "batch.last.keep");
        last.valueProperty().bindBidirectional(settings.dropLast());
        last.onSettled(lab.undo()::settle);
        return new Section(
                messages.bind("batch.batch"),
                PinnedControl.markFirst(hinted(size, "batch.size.hint")),
                new WrappedText(messages.bind("batch.size.how"), "muted", "small"),
                toggle("batch-shuffle", "batch.shuffle", settings.shuffle()),
                hinted(new FieldRow(messages.bind("batch.last"), last), "batch.last.hint"));
    }

    private Node toggle(String id, String key, ObjectProperty<Boolean> on) {
        FocusableToggleSwitch toggle = new FocusableToggleSwitch(id);
        toggle.setSelected(on.get());
        toggle.selectedProperty().addListener((observed, before, now) -> on.set(now));
        on.addListener((observed, before, now) -> toggle.setSelected(now));
        return hinted(new FieldRow(messages.bind(key), toggle), key + ".hint");
    }

    private Node rate() {
        rate.value().bindBidirectional(settings.learningRate());
        rate.onSettled(lab.undo()::settle);
        Node from = field(
                "batch-scaled-from",
                "batch.scaledFrom",
                NumberRule.wholeWithin(1, BatchSettings.LARGEST),
                settings.scaledFrom());
        from.managedProperty().bind(from.visibleProperty());
        from.setVisible(settings.scaling().get());
        settings.scaling().addListener((observed, before, now) -> from.setVisible(now));
        return new Section(
                messages.bind("batch.rate"),
                hinted(rate, "batch.learningRate.hint"),
                toggle("batch-scaling", "batch.scaling", settings.scaling()),
                from);
    }

    // basis of the comparison, start, seed

    private Node equal() {
        SegmentedButton<Equal> equal =
                new SegmentedButton<>("batch-equal", messages, Equal.all(), what -> "batch.equal." + what.fileName());
        equal.value().bindBidirectional(settings.equal());
        Node steps =
                field("batch-steps", "batch.steps", NumberRule.wholeWithin(1, BatchSetup.MOST_STEPS), settings.steps());
        Node epochs = field(
                "batch-epochs", "batch.epochs", NumberRule.wholeWithin(1, BatchSetup.MOST_EPOCHS), settings.epochs());
        Button again = new Button();
        again.setId("batch-measure-again");
        again.textProperty().bind(messages.bind("batch.equal.again"));
        again.getStyleClass().add("link");
        again.disableProperty().bind(lab.measuring());
        again.setOnAction(event -> lab.measureAgain());
        Hints.withHint(again, messages.bind("batch.equal.again.hint"));
        for (Node node : List.of(steps, epochs, again)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        epochs.visibleProperty().bind(equal.value().isEqualTo(Equal.EPOCHS));
        steps.visibleProperty().bind(equal.value().isNotEqualTo(Equal.EPOCHS));
        again.visibleProperty().bind(equal.value().isEqualTo(Equal.SECONDS));
        return new Section(
                messages.bind("batch.equal"),
                hinted(equal, "batch.equal.hint"),
                steps,
                epochs,
                new WrappedText(equalHow, "muted", "small"),
                again);
    }

    private Node start() {
        NumberRule rule = NumberRule.within(-FARTHEST, FARTHEST);
        return new Section(
                messages.bind("batch.start"),
                field("batch-start-x", "batch.startX", rule, settings.startX()),
                field("batch-start-y", "batch.startY", rule, settings.startY()));
    }

    private Node seed() {
        return field("batch-seed", "batch.seed", NumberRule.wholeWithin(-EXACT, EXACT), settings.seed());
    }

    private Node field(String id, String key, NumberRule rule, DoubleProperty number) {
        return FieldRow.ofNumber(messages, lab.undo(), id, key, rule, number);
    }

    private <N extends Node> N hinted(N node, String key) {
        return Hints.withHint(node, messages.bind(key));
    }

    void show(BatchMoment moment) {
        BatchWords words = new BatchWords(messages.texts());
        how.set(words.model(moment.comparison().setup().model()));
        equalHow.set(words.equal(moment, lab.measuring().get()));
        double newLimit = moment.comparison().limit();
        if (newLimit != limit) {
            limit = newLimit;
            rate.setZones(List.of(), List.of(new SliderMark(limit, "2/λ")));
        }
    }
}
