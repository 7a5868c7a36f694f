package hyperlab.lab.training.settings;

import hyperlab.data.DataSettings;
import hyperlab.data.SplitOrder;
import hyperlab.data.SplitSettings;
import hyperlab.ui.Messages;
import hyperlab.ui.UndoHistory;
import hyperlab.ui.control.FocusableToggleSwitch;
import hyperlab.ui.control.field.FieldRow;
import hyperlab.ui.control.field.NumberField;
import hyperlab.ui.control.field.NumberRule;
import java.util.Arrays;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The controls for splitting the rows into training, validation and test sets, and for standardization. */
public final class SplitControls {
    /** The training fraction of the switch for little training data. */
    public static final double SMALL_FRACTION = 0.1;

    private static final double MAX_EXACT_INTEGER = 1L << 53;

    private final ExperimentSettings settings;
    private final DataSplitSettings split;
    private final UndoHistory undo;
    private final SettingControlFactory fields;
    private final Messages messages;

    public SplitControls(
            ExperimentSettings settings, UndoHistory undo, SettingControlFactory fields, Messages messages) {
        this.settings = settings;
        this.split = settings.data().splitSettings();
        this.undo = undo;
        this.fields = fields;
        this.messages = messages;
    }

    public Node[] rows() {
        return new Node[] {
            shownWithoutFolds(fields.number(
                    "training-share",
                    "training.trainFraction",
                    NumberRule.between(0, 1),
                    settings.data().trainFraction())),
            shownWithoutFolds(smallToggle()),
            fields.choice(
                    "training-split",
                    "training.split",
                    Arrays.stream(SplitOrder.values()).map(SplitOrder::fileName).toList(),
                    settings.data().split(),
                    SplitControls::splitNamed,
                    SplitOrder::fileName),
            SettingControlFactory.showWhile(
                    settings.data().split().map(order -> order == SplitOrder.SHUFFLED),
                    new VBox(fields.toggle("training-own-split", "training.ownSplit", split.separateSeed()))),
            SettingControlFactory.showWhile(
                    settings.experimentProperty()
                            .map(e -> e.data().split() == SplitOrder.SHUFFLED
                                    && e.data().splitSettings().splitSeed() != null),
                    splitSeed()),
            folds(),
            fold(),
            fields.number(
                    "training-test-share",
                    "training.testFraction",
                    NumberRule.atLeastBelow(0, 1),
                    split.testFraction()),
            fields.toggle(
                    "training-standardize",
                    "training.standardize",
                    settings.data().standardize())
        };
    }

    /** A row that is hidden while folds determine the validation rows. */
    private Node shownWithoutFolds(Node row) {
        ObservableValue<Boolean> without = split.folds().map(count -> count == 0);
        return SettingControlFactory.showWhile(without, new VBox(row));
    }

    private Node splitSeed() {
        NumberField field = new NumberField(
                "training-split-seed", messages, NumberRule.wholeWithin(-MAX_EXACT_INTEGER, MAX_EXACT_INTEGER), 0);
        field.setPrefColumnCount(7);
        field.onSettled(undo::settle);
        SettingBindings.bind(field.valueProperty(), split.splitSeed(), Number::longValue, seed -> (double) seed);
        return fields.withHint(new FieldRow(messages.bind("training.splitSeed"), field), "training.splitSeed");
    }

    private Node folds() {
        NumberField field =
                new NumberField("training-folds", messages, NumberRule.wholeWithin(2, SplitSettings.MAX_FOLDS), 0);
        field.setWord("training.folds.none", 0);
        field.onSettled(undo::settle);
        SettingBindings.bindInteger(field.valueProperty(), split.folds());
        return fields.withHint(new FieldRow(messages.bind("training.folds"), field), "training.folds");
    }

    private Node fold() {
        NumberField field = new NumberField("training-fold", messages, NumberRule.wholeWithin(0, 0), 0);
        field.onSettled(undo::settle);
        Runnable rule = () ->
                field.rule(NumberRule.wholeWithin(0, Math.max(0, split.folds().get() - 1)));
        split.folds().addListener((observed, before, now) -> rule.run());
        rule.run();
        SettingBindings.bindInteger(field.valueProperty(), split.fold());
        return SettingControlFactory.shownIfSet(
                split.fold(), fields.withHint(new FieldRow(messages.bind("training.fold"), field), "training.fold"));
    }

    /** A switch for the training fraction: so few samples that a network can memorize them. */
    private Node smallToggle() {
        FocusableToggleSwitch toggle = new FocusableToggleSwitch("training-small");
        Runnable show = () -> toggle.setSelected(settings.data().trainFraction().get() <= SMALL_FRACTION);
        settings.data().trainFraction().addListener((observed, before, now) -> show.run());
        show.run();
        toggle.selectedProperty().addListener((observed, before, now) -> {
            if (now != (settings.data().trainFraction().get() <= SMALL_FRACTION)) {
                undo.settle();
                settings.data().trainFraction().set(now ? SMALL_FRACTION : DataSettings.DEFAULT.trainFraction());
                undo.settle();
            }
        });
        return fields.withHint(new FieldRow(messages.bind("training.small"), toggle), "training.small");
    }

    private static SplitOrder splitNamed(String name) {
        return Arrays.stream(SplitOrder.values())
                .filter(order -> order.fileName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }
}
