package hyperlab.lab.training;

import hyperlab.lab.LabContext;
import hyperlab.lab.training.settings.ArchitectureControls;
import hyperlab.lab.training.settings.DataControls;
import hyperlab.lab.training.settings.ExperimentSettings;
import hyperlab.lab.training.settings.ExperimentSummary;
import hyperlab.lab.training.settings.InitialWeightsRow;
import hyperlab.lab.training.settings.LearningControls;
import hyperlab.lab.training.settings.PointControls;
import hyperlab.lab.training.settings.PointEditor;
import hyperlab.lab.training.settings.Setting;
import hyperlab.lab.training.settings.SettingBindings;
import hyperlab.lab.training.settings.SettingControlFactory;
import hyperlab.lab.training.settings.SplitControls;
import hyperlab.lab.training.settings.TableOpener;
import hyperlab.lab.training.settings.UserTable;
import hyperlab.lab.training.settings.UserWeights;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.ErrorMessages;
import hyperlab.train.Experiment;
import hyperlab.ui.Messages;
import hyperlab.ui.UndoHistory;
import hyperlab.ui.control.CollapsibleSection;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.field.FieldRow;
import hyperlab.ui.control.field.NumberField;
import hyperlab.ui.control.field.NumberRule;
import hyperlab.ui.control.slider.LinearRange;
import hyperlab.ui.control.slider.LinearSlider;
import hyperlab.ui.control.slider.NumberSlider;
import hyperlab.ui.control.slider.ZeroLogSlider;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The settings panel: the data set and the hyperparameters that matter most as sliders, then everything else in folded
 * sections. An error about the data, the network or the training unfolds the section that it concerns.
 */
final class TrainingControls extends VBox {
    private static final double MIN_PENALTY = 1e-5;
    private static final double MAX_DROPOUT = 0.9;
    private static final double DROPOUT_STEP = 0.05;
    private static final double MAX_EXACT_INTEGER = 1L << 53;
    private static final List<String> SCHEDULE_KEYS =
            List.of("training.schedule", "training.epochs", "training.patience");

    private final ExperimentSettings settings;
    private final UserWeights weights;
    private final PointEditor points;
    private final UndoHistory undo;
    private final ObservableValue<Boolean> locked;
    private final ObservableValue<@Nullable InvalidInputException> error;
    private final Messages messages;
    private final SettingControlFactory fields;

    /** The folded sections, with the errors that belong to each. */
    private enum Group {
        DATA("data", "training.data", true),
        NETWORK("network", "training.network", false),
        OPTIMIZER("optimizer", "training.optimizer", false),
        SCHEDULE("schedule", "training.schedule", false),
        SEEDS("seeds", "training.seeds", true);

        private final String id;
        private final String titleKey;
        /** Whether it is locked in "change one thing" mode. */
        private final boolean lockable;

        Group(String id, String titleKey, boolean lockable) {
            this.id = id;
            this.titleKey = titleKey;
            this.lockable = lockable;
        }

        static Group of(InvalidInputException error) {
            String name = error.name();
            if (SCHEDULE_KEYS.stream().anyMatch(name::startsWith)) {
                return SCHEDULE;
            }
            return name.startsWith("network.")
                    ? NETWORK
                    : name.startsWith("training.") ? OPTIMIZER : name.startsWith("data.") ? DATA : SEEDS;
        }
    }

    /**
     * @param locked whether the data and the random seed are locked
     * @param error why there is no run with these settings; null if there is one
     */
    TrainingControls(
            ExperimentSettings settings,
            UserTable table,
            TableOpener opener,
            UserWeights weights,
            PointEditor points,
            UndoHistory undo,
            ObservableValue<Boolean> locked,
            ObservableValue<@Nullable InvalidInputException> error,
            LabContext context) {
        this.settings = settings;
        this.weights = weights;
        this.points = points;
        this.undo = undo;
        this.locked = locked;
        this.error = error;
        this.messages = context.messages();
        this.fields = new SettingControlFactory(messages, undo);
        getStyleClass().add("training-controls");
        ArchitectureControls network = new ArchitectureControls(
                settings, undo, new InitialWeightsRow(weights, undo, error, fields, context), fields, messages);
        DataControls data = new DataControls(settings, table, opener, points, undo, fields, context);
        LearningControls learning = new LearningControls(settings.learning(), undo, fields, messages);
        Node source = data.source();
        HBox.setHgrow(source, Priority.ALWAYS);
        HBox sourceRow = new HBox(8, source, data.editDataIcon());
        sourceRow.disableProperty().bind(locked);
        VBox most = new VBox(
                sourceRow,
                new PointControls(points, settings.experimentProperty(), messages),
                learning.rate(),
                learning.batch(),
                penalty("training-l1", "training.l1", settings.learning().l1()),
                penalty("training-l2", "training.l2", settings.learning().l2()),
                dropout());
        most.getStyleClass().add("main-controls");
        getChildren()
                .addAll(
                        most,
                        group(
                                Group.DATA,
                                Stream.concat(
                                        Arrays.stream(data.rows()),
                                        Arrays.stream(new SplitControls(settings, undo, fields, messages).rows()))),
                        group(Group.NETWORK, Arrays.stream(network.rows())),
                        group(Group.OPTIMIZER, Arrays.stream(learning.optimizerRows())),
                        group(Group.SCHEDULE, Arrays.stream(learning.scheduleRows())),
                        group(Group.SEEDS, Stream.of(seed(), ensemble())));
    }

    private CollapsibleSection group(Group group, Stream<Node> rows) {
        List<Node> all = rows.toList();
        StringBinding text = messages.compute(() -> errorText(group), error);
        WrappedText errorLabel = new WrappedText(text, "complaint");
        errorLabel.setId("training-" + group.id + "-refused");
        SettingControlFactory.showWhile(text.isNotEmpty(), errorLabel);
        CollapsibleSection section = new CollapsibleSection(
                        "training-" + group.id + "-group",
                        messages.bind(group.titleKey),
                        messages.compute(
                                () -> ExperimentSummary.ofGroup(
                                                group.id,
                                                settings.experimentProperty().get())
                                        .format(messages.texts()),
                                settings.experimentProperty()),
                        Stream.concat(Stream.of(errorLabel), all.stream()).toArray(Node[]::new))
                .collapsed();
        text.addListener((observed, before, now) -> {
            if (!now.isEmpty()) {
                section.openProperty().set(true);
            }
        });
        if (group.lockable) {
            all.stream()
                    .filter(row -> !row.disableProperty().isBound())
                    .forEach(row -> row.disableProperty().bind(locked));
        }
        return section;
    }

    private String errorText(Group group) {
        InvalidInputException exception = error.getValue();
        boolean isDrawing = points.editingProperty().get() && points.hasTooFewPoints();
        return exception == null || isDrawing || weights.concerns(exception) || Group.of(exception) != group
                ? ""
                : ErrorMessages.message(exception, messages.texts());
    }

    private Node penalty(String id, String key, Setting<Double> setting) {
        ZeroLogSlider slider = new ZeroLogSlider(id, messages, messages.bind(key), MIN_PENALTY, 1);
        return compact(slider, key, setting);
    }

    private Node dropout() {
        LinearSlider slider = new LinearSlider(
                "training-dropout",
                messages,
                messages.bind("training.dropout"),
                LinearRange.of(0, MAX_DROPOUT, DROPOUT_STEP),
                0);
        slider.rule(NumberRule.atLeastBelow(0, 1));
        return compact(slider, "training.dropout", settings.network().dropout());
    }

    private Node compact(NumberSlider slider, String key, Setting<Double> setting) {
        slider.compact();
        slider.onSettled(undo::settle);
        SettingBindings.bindNumber(slider.valueProperty(), setting);
        return fields.withHint(slider, key);
    }

    private Node ensemble() {
        return fields.integer(
                "training-ensemble",
                "training.ensemble",
                NumberRule.wholeWithin(1, Experiment.MAX_MEMBERS),
                settings.ensemble());
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
