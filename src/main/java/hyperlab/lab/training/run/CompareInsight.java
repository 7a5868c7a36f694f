package hyperlab.lab.training.run;

import hyperlab.finding.Severity;
import hyperlab.lab.LabContext;
import hyperlab.lab.training.settings.ExperimentSettings;
import hyperlab.lab.training.settings.SettingControlFactory;
import hyperlab.lab.training.settings.SettingDifference;
import hyperlab.text.Texts;
import hyperlab.ui.Messages;
import hyperlab.ui.UndoHistory;
import hyperlab.ui.control.CollapsibleSection;
import hyperlab.ui.control.FindingCard;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Shows how the live run differs from the run it is compared with, with a warning if more than one setting differs, and
 * the settings in which the displayed runs differ.
 */
public final class CompareInsight extends VBox {
    private final ControlledComparison controlled;
    private final ObservableValue<TrainingViewState> state;
    private final UndoHistory undo;
    private final Messages messages;
    private final VBox controlledBox = new VBox();
    private final VBox differenceBox = new VBox();
    private final RunDifferenceTables tables;
    private final CollapsibleSection tablesSection;
    private @Nullable ReferenceRun shownPrevious;
    private List<SettingDifference> shownDifferences = List.of();
    private boolean shownActive;

    public CompareInsight(
            ControlledComparison controlled,
            ObservableValue<TrainingViewState> state,
            ExperimentSettings settings,
            UndoHistory undo,
            LabContext context) {
        this.controlled = controlled;
        this.state = state;
        this.undo = undo;
        this.messages = context.messages();
        getStyleClass().add("compare-insight");
        tables = new RunDifferenceTables(settings, context);
        tablesSection = new CollapsibleSection(
                "training-differences-section",
                messages.bind("training.differences"),
                new ReadOnlyStringWrapper(""),
                tables);
        for (VBox box : List.of(controlledBox, differenceBox)) {
            SettingControlFactory.showWhile(Bindings.isNotEmpty(box.getChildren()), box);
        }
        SettingControlFactory.showWhile(Bindings.isNotEmpty(tables.getChildren()), tablesSection);
        SettingControlFactory.showWhile(
                Bindings.isNotEmpty(controlledBox.getChildren())
                        .or(Bindings.isNotEmpty(differenceBox.getChildren()))
                        .or(Bindings.isNotEmpty(tables.getChildren())),
                this);
        getChildren().addAll(controlledBox, differenceBox, tablesSection);
        controlled.enabledProperty().addListener((observed, before, now) -> showControlled());
        settings.experimentProperty().addListener((observed, before, now) -> showControlled());
        messages.languageProperty().addListener((observed, before, now) -> {
            shownPrevious = null;
            shownDifferences = List.of();
            shownActive = false;
            show();
        });
    }

    public void show() {
        TrainingViewState current = state.getValue();
        showComparison(current.reference());
        tables.show(
                current.runs().stream().filter(run -> run.run().hasSettings()).toList());
        showControlled();
    }

    private void showControlled() {
        List<SettingDifference> differences = controlled.differences();
        ReferenceRun previous = state.getValue().reference();
        boolean alreadyShown = differences.size() == 1
                && previous != null
                && previous.differenceCount() == 1
                && previous.differences().equals(differences);
        boolean on = controlled.enabledProperty().get() && !alreadyShown;
        if (on == shownActive && differences.equals(shownDifferences)) {
            return;
        }
        shownActive = on;
        shownDifferences = differences;
        controlledBox.getChildren().clear();
        if (!on) {
            return;
        }
        int count = differences.size();
        Severity kind = count == 0 ? Severity.NOTE : count == 1 ? Severity.GOOD : Severity.WARNING;
        FindingCard finding = new FindingCard(
                "training-one-finding",
                kind,
                messages.bind(title(count), Integer.toString(count)),
                messages.compute(() -> controlledText(differences)));
        if (controlled.canRevertOthers(undo.undoNameProperty().get())) {
            finding.remedy(
                    messages.bind("training.one.takeBack"),
                    () -> controlled.revertOthers(undo.undoNameProperty().get()));
        }
        controlledBox.getChildren().add(finding);
    }

    private String controlledText(List<SettingDifference> differences) {
        Texts texts = messages.texts();
        if (differences.isEmpty()) {
            return texts.get("training.one.none");
        }
        String list = joinDescriptions(differences, texts);
        return texts.get(differences.size() == 1 ? "training.one.one" : "training.one.several", list);
    }

    private void showComparison(@Nullable ReferenceRun previous) {
        if (previous != null && previous.equals(shownPrevious)) {
            return;
        }
        shownPrevious = previous;
        differenceBox.getChildren().clear();
        if (previous == null) {
            return;
        }
        int count = previous.differenceCount();
        differenceBox
                .getChildren()
                .add(new FindingCard(
                        "training-differs",
                        previous.severity(),
                        messages.bind(title(count), Integer.toString(count)),
                        messages.compute(() -> comparison(previous))));
    }

    private static String title(int count) {
        return count == 0
                ? "training.differs.title.none"
                : count == 1 ? "training.differs.title" : "training.differs.title.several";
    }

    private String comparison(ReferenceRun previous) {
        Texts texts = messages.texts();
        return previous.texts().stream().map(text -> text.format(texts)).collect(Collectors.joining(" "));
    }

    private static String joinDescriptions(List<SettingDifference> differences, Texts texts) {
        StringBuilder text = new StringBuilder();
        for (SettingDifference difference : differences) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(difference.description().format(texts))
                    .append('.');
        }
        return text.toString();
    }
}
