package hyperlab.app.training;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.ErrorMessages;
import hyperlab.app.control.FieldRow;
import hyperlab.app.control.CollapsibleSection;
import hyperlab.app.control.Icons;
import hyperlab.app.control.NumberField;
import hyperlab.app.control.NumberRule;
import hyperlab.app.control.WrappedText;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingSettings;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.binding.StringBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/**
 * The settings panel, with the same groups as the experiment file. The groups are collapsible. An error about the data,
 * the network or the training appears in the group that it concerns.
 */
final class TrainingControls extends VBox {
    private static final String PARTS = "parts";

    /** Groups that are locked in "change one thing" mode. */
    private static final Set<String> HELD = Set.of("data", PARTS, "reproducibility");

    private static final Set<String> OF_PARTS = Set.of(
            "data.standardize",
            "data.trainFraction",
            "data.split",
            "data.splitSeed",
            "data.folds",
            "data.fold",
            "data.testFraction");

    private static final double EXACT_WHOLES = 1L << 53;

    private final TrainingViewModel lab;
    private final ExperimentSettings settings;
    private final Messages messages;
    private final Fields fields;

    TrainingControls(TrainingViewModel lab, LabContext context) {
        this.lab = lab;
        this.settings = lab.settings();
        this.messages = context.messages();
        this.fields = new Fields(messages, lab.undo());
        getStyleClass().add("training-controls");
        NetworkControls network = new NetworkControls(lab, fields, context);
        DataControls data = new DataControls(lab, fields, context);
        getChildren()
                .addAll(
                        group("data", "data.", data.rows()),
                        group(PARTS, PARTS, new PartingControls(lab, fields, messages).rows())
                                .collapsed(),
                        group("network", "network.", network.rows()),
                        group("training", "training.", new LearningControls(lab, fields, messages).rows()),
                        group("regularization", "ensemble", regularization()).collapsed(),
                        group("reproducibility", "seed", seed()));
    }

    /** @param refusedPrefix prefix of the setting names whose errors belong to this group */
    private CollapsibleSection group(String name, String refusedPrefix, Node... rows) {
        StringBinding refused = messages.compute(() -> refused(refusedPrefix), lab.picture());
        WrappedText complaint = new WrappedText(refused, "complaint");
        complaint.setId("training-" + name + "-refused");
        Fields.shownWhile(refused.isNotEmpty(), complaint);
        CollapsibleSection section = new CollapsibleSection(
                "training-" + name,
                messages.bind("training." + name),
                messages.compute(
                        () -> Summary.ofGroup(name, settings.experiment().get()).in(messages.texts()),
                        settings.experiment()),
                Stream.concat(Stream.of(complaint), Arrays.stream(rows)).toArray(Node[]::new));
        if (HELD.contains(name)) {
            for (Node row : rows) {
                if (!row.disableProperty().isBound()) {
                    row.disableProperty().bind(lab.oneChange().on());
                }
            }
        }
        return section;
    }

    private String refused(String prefix) {
        InvalidInputException refusal = lab.picture().get().refusal();
        if (refusal == null || lab.weights().isRefused(refusal)) {
            return "";
        }
        boolean ofParts = OF_PARTS.contains(refusal.name());
        boolean here =
                prefix.equals(PARTS) ? ofParts : !ofParts && refusal.name().startsWith(prefix);
        return here ? ErrorMessages.message(refusal, messages.texts()) : "";
    }

    private Node[] regularization() {
        return new Node[] {
            fields.number(
                    "training-l1",
                    "training.l1",
                    NumberRule.NOT_NEGATIVE,
                    settings.learning().l1()),
            fields.number(
                    "training-l2",
                    "training.l2",
                    NumberRule.NOT_NEGATIVE,
                    settings.learning().l2()),
            fields.number(
                    "training-dropout",
                    "training.dropout",
                    NumberRule.atLeastBelow(0, 1),
                    settings.network().dropout()),
            fields.whole(
                    "training-patience",
                    "training.patience",
                    NumberRule.wholeWithin(0, TrainingSettings.MOST_EPOCHS),
                    settings.learning().patience()),
            fields.whole(
                    "training-ensemble",
                    "training.ensemble",
                    NumberRule.wholeWithin(1, Experiment.MOST_MEMBERS),
                    settings.ensemble())
        };
    }

    private Node seed() {
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
        return fields.hinted(new FieldRow(messages.bind("training.seed"), draw, field), "training.seed");
    }
}
