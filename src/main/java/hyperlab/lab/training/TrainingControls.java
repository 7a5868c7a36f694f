package hyperlab.lab.training;

import hyperlab.lab.LabContext;
import hyperlab.lab.training.settings.ArchitectureControls;
import hyperlab.lab.training.settings.DataControls;
import hyperlab.lab.training.settings.ExperimentSettings;
import hyperlab.lab.training.settings.ExperimentSummary;
import hyperlab.lab.training.settings.InitialWeightsRow;
import hyperlab.lab.training.settings.LearningControls;
import hyperlab.lab.training.settings.SettingBindings;
import hyperlab.lab.training.settings.SettingControlFactory;
import hyperlab.lab.training.settings.SplitControls;
import hyperlab.lab.training.settings.UserTable;
import hyperlab.lab.training.settings.UserWeights;
import hyperlab.optim.L1Method;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.ErrorMessages;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingSettings;
import hyperlab.ui.Messages;
import hyperlab.ui.UndoHistory;
import hyperlab.ui.control.CollapsibleSection;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.field.FieldRow;
import hyperlab.ui.control.field.NumberField;
import hyperlab.ui.control.field.NumberRule;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The settings panel, with the same groups as the experiment file. The groups are collapsible. An error about the data,
 * the network or the training appears in the group that it concerns.
 */
final class TrainingControls extends VBox {
    private static final String SPLIT = "parts";

    /** Groups that are locked in "change one thing" mode. */
    private static final Set<String> LOCKED_GROUPS = Set.of("data", SPLIT, "reproducibility");

    private static final Set<String> SPLIT_KEYS = Set.of(
            "data.standardize",
            "data.trainFraction",
            "data.split",
            "data.splitSeed",
            "data.folds",
            "data.fold",
            "data.testFraction");

    private static final double MAX_EXACT_INTEGER = 1L << 53;
    private static final List<String> L1_METHODS =
            Arrays.stream(L1Method.values()).map(L1Method::fileName).toList();

    private final ExperimentSettings settings;
    private final UserWeights weights;
    private final UndoHistory undo;
    private final ObservableValue<Boolean> locked;
    private final ObservableValue<@Nullable InvalidInputException> error;
    private final Messages messages;
    private final SettingControlFactory fields;

    /**
     * Creates the panel.
     *
     * @param locked whether the data, the split and the seed are locked
     * @param error why there is no run with these settings; null if there is one
     */
    TrainingControls(
            ExperimentSettings settings,
            UserTable table,
            UserWeights weights,
            UndoHistory undo,
            ObservableValue<Boolean> locked,
            ObservableValue<@Nullable InvalidInputException> error,
            LabContext context) {
        this.settings = settings;
        this.weights = weights;
        this.undo = undo;
        this.locked = locked;
        this.error = error;
        this.messages = context.messages();
        this.fields = new SettingControlFactory(messages, undo);
        getStyleClass().add("training-controls");
        ArchitectureControls network = new ArchitectureControls(
                settings, undo, new InitialWeightsRow(weights, undo, error, fields, context), fields, messages);
        DataControls data = new DataControls(settings, table, undo, fields, context);
        LearningControls learning = new LearningControls(settings.learning(), undo, fields, messages);
        getChildren()
                .addAll(
                        group("data", "data.", data.rows()),
                        group(SPLIT, SPLIT, new SplitControls(settings, undo, fields, messages).rows())
                                .collapsed(),
                        group("network", "network.", network.rows()),
                        group("training", "training.", learning.rows()),
                        group("regularization", "ensemble", regularization()).collapsed(),
                        group("reproducibility", "seed", seed()));
    }

    /** @param errorPrefix prefix of the setting names whose errors belong to this group */
    private CollapsibleSection group(String name, String errorPrefix, Node... rows) {
        StringBinding text = messages.compute(() -> errorText(errorPrefix), error);
        WrappedText errorLabel = new WrappedText(text, "complaint");
        errorLabel.setId("training-" + name + "-refused");
        SettingControlFactory.showWhile(text.isNotEmpty(), errorLabel);
        CollapsibleSection section = new CollapsibleSection(
                "training-" + name,
                messages.bind("training." + name),
                messages.compute(
                        () -> ExperimentSummary.ofGroup(
                                        name, settings.experimentProperty().get())
                                .format(messages.texts()),
                        settings.experimentProperty()),
                Stream.concat(Stream.of(errorLabel), Arrays.stream(rows)).toArray(Node[]::new));
        if (LOCKED_GROUPS.contains(name)) {
            for (Node row : rows) {
                if (!row.disableProperty().isBound()) {
                    row.disableProperty().bind(locked);
                }
            }
        }
        return section;
    }

    private String errorText(String prefix) {
        InvalidInputException exception = error.getValue();
        if (exception == null || weights.concerns(exception)) {
            return "";
        }
        boolean ofSplit = SPLIT_KEYS.contains(exception.name());
        boolean here =
                prefix.equals(SPLIT) ? ofSplit : !ofSplit && exception.name().startsWith(prefix);
        return here ? ErrorMessages.message(exception, messages.texts()) : "";
    }

    private Node[] regularization() {
        return new Node[] {
            fields.number(
                    "training-l1",
                    "training.l1",
                    NumberRule.NOT_NEGATIVE,
                    settings.learning().l1()),
            fields.choiceWhile(
                    settings.learning().l1().map(strength -> strength > 0),
                    "training-l1-method",
                    "training.l1Method",
                    L1_METHODS,
                    settings.learning().l1Method(),
                    L1Method::byName,
                    L1Method::fileName),
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
            fields.integer(
                    "training-patience",
                    "training.patience",
                    NumberRule.wholeWithin(0, TrainingSettings.MAX_EPOCHS),
                    settings.learning().patience()),
            fields.integer(
                    "training-ensemble",
                    "training.ensemble",
                    NumberRule.wholeWithin(1, Experiment.MAX_MEMBERS),
                    settings.ensemble())
        };
    }

    private Node seed() {
        NumberField field = new NumberField(
                "training-seed",
                messages,
                NumberRule.wholeWithin(-MAX_EXACT_INTEGER, MAX_EXACT_INTEGER),
                settings.seed().get());
        field.setPrefColumnCount(7);
        field.onSettled(undo::settle);
        SettingBindings.bind(field.valueProperty(), settings.seed(), Number::longValue, seed -> (double) seed);
        Button nextSeed = Icons.button("training-seed-next", "fth-shuffle", messages.bind("training.seed.next"), () -> {
            undo.settle();
            settings.seed().set(settings.seed().get() + 1);
        });
        return fields.withHint(new FieldRow(messages.bind("training.seed"), nextSeed, field), "training.seed");
    }
}
