package hyperlab.app.training;

import hyperlab.app.Messages;
import hyperlab.app.control.FieldRow;
import hyperlab.app.control.NumberField;
import hyperlab.app.control.NumberRule;
import hyperlab.app.control.FocusableToggleSwitch;
import hyperlab.data.DataSettings;
import hyperlab.data.Parting;
import hyperlab.data.SplitOrder;
import java.util.Arrays;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The controls for splitting the rows into training, validation and test sets, and for standardization. */
final class PartingControls {
    private static final double FEW = 0.1;
    private static final double EXACT_WHOLES = 1L << 53;

    private final TrainingViewModel lab;
    private final ExperimentSettings settings;
    private final PartingSettings parting;
    private final Fields fields;
    private final Messages messages;

    PartingControls(TrainingViewModel lab, Fields fields, Messages messages) {
        this.lab = lab;
        this.settings = lab.settings();
        this.parting = settings.data().parting();
        this.fields = fields;
        this.messages = messages;
    }

    Node[] rows() {
        return new Node[] {
            withoutFolds(fields.number(
                    "training-share",
                    "training.trainFraction",
                    NumberRule.between(0, 1),
                    settings.data().trainFraction())),
            withoutFolds(small()),
            fields.choice(
                    "training-split",
                    "training.split",
                    Arrays.stream(SplitOrder.values()).map(SplitOrder::fileName).toList(),
                    settings.data().split(),
                    PartingControls::splitNamed,
                    SplitOrder::fileName),
            Fields.shownWhile(
                    settings.data().split().map(order -> order == SplitOrder.SHUFFLED),
                    new VBox(fields.toggle("training-own-split", "training.ownSplit", parting.ownSplit()))),
            Fields.shownWhile(
                    settings.experiment()
                            .map(e -> e.data().split() == SplitOrder.SHUFFLED
                                    && e.data().parting().splitSeed() != null),
                    splitSeed()),
            folds(),
            fold(),
            fields.number(
                    "training-test-share",
                    "training.testFraction",
                    NumberRule.atLeastBelow(0, 1),
                    parting.testFraction()),
            fields.toggle(
                    "training-standardize",
                    "training.standardize",
                    settings.data().standardize())
        };
    }

    /** A row that is hidden while folds determine the validation rows. */
    private Node withoutFolds(Node row) {
        ObservableValue<Boolean> without = parting.folds().map(count -> count == 0);
        return Fields.shownWhile(without, new VBox(row));
    }

    private Node splitSeed() {
        NumberField field = new NumberField(
                "training-split-seed", messages, NumberRule.wholeWithin(-EXACT_WHOLES, EXACT_WHOLES), 0);
        field.setPrefColumnCount(7);
        field.onSettled(lab.undo()::settle);
        Links.link(field.value(), parting.splitSeed(), Number::longValue, seed -> (double) seed);
        return fields.hinted(new FieldRow(messages.bind("training.splitSeed"), field), "training.splitSeed");
    }

    private Node folds() {
        NumberField field =
                new NumberField("training-folds", messages, NumberRule.wholeWithin(2, Parting.MOST_FOLDS), 0);
        field.setWord("training.folds.none", 0);
        field.onSettled(lab.undo()::settle);
        Links.linkWhole(field.value(), parting.folds());
        return fields.hinted(new FieldRow(messages.bind("training.folds"), field), "training.folds");
    }

    private Node fold() {
        NumberField field = new NumberField("training-fold", messages, NumberRule.wholeWithin(0, 0), 0);
        field.onSettled(lab.undo()::settle);
        Runnable rule = () ->
                field.rule(NumberRule.wholeWithin(0, Math.max(0, parting.folds().get() - 1)));
        parting.folds().addListener((observed, before, now) -> rule.run());
        rule.run();
        Links.linkWhole(field.value(), parting.fold());
        return Fields.where(
                parting.fold(), fields.hinted(new FieldRow(messages.bind("training.fold"), field), "training.fold"));
    }

    /** A switch for the training fraction: so few samples that a network can memorize them. */
    private Node small() {
        FocusableToggleSwitch few = new FocusableToggleSwitch("training-small");
        Runnable show = () -> few.setSelected(settings.data().trainFraction().get() <= FEW);
        settings.data().trainFraction().addListener((observed, before, now) -> show.run());
        show.run();
        few.selectedProperty().addListener((observed, before, now) -> {
            if (now != (settings.data().trainFraction().get() <= FEW)) {
                lab.undo().settle();
                settings.data().trainFraction().set(now ? FEW : DataSettings.DEFAULT.trainFraction());
                lab.undo().settle();
            }
        });
        return fields.hinted(new FieldRow(messages.bind("training.small"), few), "training.small");
    }

    private static SplitOrder splitNamed(String name) {
        return Arrays.stream(SplitOrder.values())
                .filter(order -> order.fileName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }
}
