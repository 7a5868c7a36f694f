package hyperlab.app.training;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.FindingCard;
import hyperlab.app.control.CollapsibleSection;
import hyperlab.text.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Shows how the live run differs from the run it is compared with, with a warning if more than one setting differs, and
 * the settings in which the displayed runs differ.
 */
final class CompareInsight extends VBox {
    private final TrainingViewModel lab;
    private final Messages messages;
    private final VBox held = new VBox();
    private final VBox differs = new VBox();
    private final RunTables tables;
    private final CollapsibleSection tablesSection;
    private @Nullable Previous shownPrevious;
    private List<Difference> shownHeld = List.of();
    private boolean shownOn;

    CompareInsight(TrainingViewModel lab, LabContext context) {
        this.lab = lab;
        this.messages = context.messages();
        getStyleClass().add("compare-insight");
        tables = new RunTables(lab.settings(), context);
        tablesSection = new CollapsibleSection(
                "training-differences-section",
                messages.bind("training.differences"),
                new ReadOnlyStringWrapper(""),
                tables);
        for (VBox box : List.of(held, differs)) {
            Fields.shownWhile(Bindings.isNotEmpty(box.getChildren()), box);
        }
        Fields.shownWhile(Bindings.isNotEmpty(tables.getChildren()), tablesSection);
        Fields.shownWhile(
                Bindings.isNotEmpty(held.getChildren())
                        .or(Bindings.isNotEmpty(differs.getChildren()))
                        .or(Bindings.isNotEmpty(tables.getChildren())),
                this);
        getChildren().addAll(held, differs, tablesSection);
        lab.oneChange().on().addListener((observed, before, now) -> hold());
        lab.settings().experiment().addListener((observed, before, now) -> hold());
        messages.language().addListener((observed, before, now) -> {
            shownPrevious = null;
            shownHeld = List.of();
            shownOn = false;
            show();
        });
    }

    void show() {
        Picture picture = lab.picture().get();
        compare(picture.previous());
        tables.show(picture.runs().stream()
                .map(ShownRun::run)
                .filter(run -> !run.isOriginal())
                .toList());
        hold();
    }

    private void hold() {
        List<Difference> differences = lab.oneChange().differences();
        Previous previous = lab.picture().get().previous();
        boolean said = differences.size() == 1
                && previous != null
                && previous.differences().equals(differences);
        boolean on = lab.oneChange().on().get() && !said;
        if (on == shownOn && differences.equals(shownHeld)) {
            return;
        }
        shownOn = on;
        shownHeld = differences;
        held.getChildren().clear();
        if (!on) {
            return;
        }
        int count = differences.size();
        FindingCard.Severity kind = count == 0 ? FindingCard.Severity.NOTE : count == 1 ? FindingCard.Severity.GOOD : FindingCard.Severity.WARNING;
        FindingCard finding = new FindingCard(
                "training-one-finding",
                kind,
                messages.bind(title(count), Integer.toString(count)),
                messages.compute(() -> heldText(differences)));
        if (count > 1) {
            finding.remedy(
                    messages.bind("training.one.takeBack"),
                    () -> lab.oneChange().takeBackOthers(lab.undo().undoName().get()));
        }
        held.getChildren().add(finding);
    }

    private String heldText(List<Difference> differences) {
        Texts texts = messages.texts();
        if (differences.isEmpty()) {
            return texts.get("training.one.none");
        }
        String list = list(differences, texts);
        return texts.get(differences.size() == 1 ? "training.one.one" : "training.one.several", list);
    }

    private void compare(@Nullable Previous previous) {
        if (previous != null && previous.equals(shownPrevious)) {
            return;
        }
        shownPrevious = previous;
        differs.getChildren().clear();
        if (previous == null) {
            return;
        }
        int count = previous.differences().size();
        FindingCard.Severity kind = count == 0 ? FindingCard.Severity.NOTE : count == 1 ? FindingCard.Severity.GOOD : FindingCard.Severity.WARNING;
        differs.getChildren()
                .add(new FindingCard(
                        "training-differs",
                        kind,
                        messages.bind(title(count), Integer.toString(count)),
                        messages.compute(() -> comparison(previous))));
    }

    private static String title(int count) {
        return count == 0
                ? "training.differs.title.none"
                : count == 1 ? "training.differs.title" : "training.differs.title.several";
    }

    private String comparison(Previous previous) {
        Texts texts = messages.texts();
        StringBuilder text = new StringBuilder(list(previous.differences(), texts));
        text.append(text.isEmpty() ? "" : " ").append(previous.whatStays().in(texts));
        if (previous.changedOnTheWay()) {
            text.append(' ').append(texts.get("training.differs.onTheWay"));
        }
        return text.toString();
    }

    private static String list(List<Difference> differences, Texts texts) {
        StringBuilder text = new StringBuilder();
        for (Difference difference : differences) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(difference.said().in(texts))
                    .append('.');
        }
        return text.toString();
    }
}
