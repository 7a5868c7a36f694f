package hyperlab.app.cases;

import hyperlab.app.Messages;
import hyperlab.app.control.ChoiceComboBox;
import hyperlab.app.control.FieldRow;
import hyperlab.app.control.Hints;
import hyperlab.app.control.WrappedText;
import hyperlab.app.control.SegmentedButton;
import hyperlab.app.control.FocusableToggleSwitch;
import hyperlab.data.CsvColumn;
import hyperlab.data.CsvGuess;
import hyperlab.data.CsvPreview;
import hyperlab.data.Task;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** How the user's table is used: the inferred settings with their reasons, and controls to correct them. */
final class OwnPlan extends VBox {
    private final Messages messages;
    private final OwnData own;
    private final StringProperty why = new SimpleStringProperty("");
    private final StringProperty taskWhy = new SimpleStringProperty("");
    private final StringProperty missingWhy = new SimpleStringProperty("");
    private final StringProperty scaleWhy = new SimpleStringProperty("");
    private final ChoiceComboBox<String> target;
    private final SegmentedButton<Task> task;
    private final FocusableToggleSwitch missing = new FocusableToggleSwitch("cases-drop-missing");
    private final FocusableToggleSwitch standardize = new FocusableToggleSwitch("cases-standardize");
    private boolean filling;

    OwnPlan(Messages messages, OwnData own) {
        super(12);
        this.messages = messages;
        this.own = own;
        setId("cases-plan-fields");
        target = ChoiceComboBox.named("cases-target-column", messages, List.<String>of(), (column, texts) -> column);
        target.getStyleClass().add("wide");
        task = new SegmentedButton<>(
                "cases-own-task",
                messages,
                List.of(Task.CLASSIFICATION, Task.REGRESSION),
                one -> "cases.task." + one.name().toLowerCase(Locale.ROOT));
        getChildren()
                .addAll(
                        field("cases.plan.target", target, why),
                        field("cases.plan.task", task, taskWhy),
                        field("cases.plan.missing", missing, missingWhy),
                        field("cases.plan.standardize", standardize, scaleWhy));
        listen();
    }

    private Node field(String key, Node control, StringProperty reason) {
        return new VBox(
                3,
                Hints.withHint(new FieldRow(messages.bind(key), control), messages.bind(key + ".hint")),
                new WrappedText(reason, "muted", "small"));
    }

    private void listen() {
        own.preview().addListener((observed, before, now) -> fill());
        target.valueProperty().addListener((observed, before, now) -> {
            if (!filling && now != null) {
                own.target(now);
                show();
            }
        });
        task.value().addListener((observed, before, now) -> change());
        missing.selectedProperty().addListener((observed, before, now) -> change());
        standardize.selectedProperty().addListener((observed, before, now) -> change());
    }

    private void change() {
        CsvGuess guess = own.guess().get();
        if (filling || guess == null) {
            return;
        }
        own.correct(guess.plan()
                .withTask(task.value().get())
                .withDropMissing(missing.isSelected())
                .withStandardize(standardize.isSelected()));
    }

    /** Lists the columns of a new file that can be the target. */
    private void fill() {
        CsvPreview preview = own.preview().get();
        if (preview == null) {
            return;
        }
        filling = true;
        target.getItems()
                .setAll(preview.columns().stream()
                        .filter(CsvColumn::canBeTarget)
                        .map(CsvColumn::name)
                        .toList());
        filling = false;
    }

    /** Shows the current settings and their reasons. */
    void show() {
        CsvPreview preview = own.preview().get();
        CsvGuess guess = own.guess().get();
        if (preview == null || guess == null) {
            return;
        }
        OwnWords words = new OwnWords(messages.texts());
        filling = true;
        target.setValue(guess.plan().target());
        task.value().set(guess.plan().task());
        missing.setSelected(guess.plan().dropMissing());
        standardize.setSelected(guess.plan().standardize());
        filling = false;
        task.getChildren()
                .get(1)
                .setDisable(preview.column(guess.plan().target()).words() > 0);
        missing.setDisable(guess.gaps() == 0);
        why.set(words.target(guess));
        taskWhy.set(words.task(guess, preview));
        missingWhy.set(words.missing(guess));
        scaleWhy.set(words.standardize(guess));
    }
}
