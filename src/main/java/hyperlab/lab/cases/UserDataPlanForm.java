package hyperlab.lab.cases;

import hyperlab.data.ColumnProfile;
import hyperlab.data.CsvInference;
import hyperlab.data.CsvPreview;
import hyperlab.data.MissingValues;
import hyperlab.data.PredictionTask;
import hyperlab.ui.Messages;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.FocusableToggleSwitch;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.SegmentedButton;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.field.FieldRow;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** How the user's table is used: the inferred settings with their reasons, and controls to correct them. */
final class UserDataPlanForm extends VBox {
    private final Messages messages;
    private final UserDataViewModel userData;
    private final StringProperty targetReason = new SimpleStringProperty("");
    private final StringProperty taskReason = new SimpleStringProperty("");
    private final StringProperty missingReason = new SimpleStringProperty("");
    private final StringProperty scaleReason = new SimpleStringProperty("");
    private final ChoiceComboBox<String> target;
    private final SegmentedButton<PredictionTask> task;
    private final ChoiceComboBox<MissingValues> missing;
    private final FocusableToggleSwitch standardize = new FocusableToggleSwitch("cases-standardize");
    private boolean updating;

    UserDataPlanForm(Messages messages, UserDataViewModel userData) {
        super(12);
        this.messages = messages;
        this.userData = userData;
        setId("cases-plan-fields");
        target = ChoiceComboBox.named("cases-target-column", messages, List.<String>of(), (column, texts) -> column);
        target.getStyleClass().add("wide");
        missing = new ChoiceComboBox<>(
                "cases-missing", messages, List.of(MissingValues.values()), way -> "table.way." + way.name());
        task = new SegmentedButton<>(
                "cases-own-task",
                messages,
                List.of(PredictionTask.CLASSIFICATION, PredictionTask.REGRESSION),
                one -> "cases.task." + one.name().toLowerCase(Locale.ROOT));
        getChildren()
                .addAll(
                        field("cases.plan.target", target, targetReason),
                        field("cases.plan.task", task, taskReason),
                        field("table.missing", missing, missingReason),
                        field("cases.plan.standardize", standardize, scaleReason));
        addListeners();
    }

    private Node field(String key, Node control, StringProperty reason) {
        return new VBox(
                3,
                Hints.withHint(new FieldRow(messages.bind(key), control), messages.bind(key + ".hint")),
                new WrappedText(reason, "muted", "small"));
    }

    private void addListeners() {
        userData.previewProperty().addListener((observed, before, now) -> showTargets());
        target.valueProperty().addListener((observed, before, now) -> {
            if (!updating && now != null) {
                userData.changeTarget(now);
                show();
            }
        });
        task.valueProperty().addListener((observed, before, now) -> planChanged());
        missing.valueProperty().addListener((observed, before, now) -> planChanged());
        standardize.selectedProperty().addListener((observed, before, now) -> planChanged());
    }

    private void planChanged() {
        CsvInference guess = userData.inferenceProperty().get();
        if (updating || guess == null) {
            return;
        }
        userData.changePlan(guess.plan()
                .withTask(task.valueProperty().get())
                .withMissing(missing.getValue())
                .withStandardize(standardize.isSelected()));
    }

    /** Lists the columns of a new file that can be the target. */
    private void showTargets() {
        CsvPreview preview = userData.previewProperty().get();
        if (preview == null) {
            return;
        }
        updating = true;
        target.getItems()
                .setAll(preview.columns().stream()
                        .filter(ColumnProfile::canBeTarget)
                        .map(ColumnProfile::name)
                        .toList());
        updating = false;
    }

    /** Shows the current settings and their reasons. */
    void show() {
        CsvPreview preview = userData.previewProperty().get();
        CsvInference guess = userData.inferenceProperty().get();
        if (preview == null || guess == null) {
            return;
        }
        UserDataText text = new UserDataText(messages.texts());
        updating = true;
        target.setValue(guess.plan().target());
        task.valueProperty().set(guess.plan().task());
        missing.setValue(guess.plan().missing());
        standardize.setSelected(guess.plan().standardize());
        updating = false;
        task.getChildren()
                .get(1)
                .setDisable(preview.column(guess.plan().target()).wordCount() > 0);
        missing.setDisable(guess.gaps() == 0);
        targetReason.set(text.targetReason(guess));
        taskReason.set(text.taskReason(guess, preview));
        missingReason.set(text.missingReason(guess));
        scaleReason.set(text.scaleReason(guess));
    }
}
