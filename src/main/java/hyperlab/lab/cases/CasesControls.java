package hyperlab.lab.cases;

import hyperlab.cases.Case;
import hyperlab.cases.MapCase;
import hyperlab.file.BundledCases;
import hyperlab.lab.LabContext;
import hyperlab.text.Texts;
import hyperlab.ui.Messages;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.FocusableToggleSwitch;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.SegmentedButton;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.field.FieldRow;
import hyperlab.ui.control.slider.LinearRange;
import hyperlab.ui.control.slider.LinearSlider;
import hyperlab.ui.control.slider.PinnedControl;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.Property;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The lab's left panel: search, filters and sort order of the cases, and how they are compared. */
final class CasesControls extends VBox {
    private final Messages messages;
    private final CasesViewModel lab;
    private final CaseFilter caseFilter;

    CasesControls(LabContext context, CasesViewModel lab) {
        this.messages = context.messages();
        this.lab = lab;
        this.caseFilter = lab.caseFilter();
        getStyleClass().addAll("cases-lab", "controls-content");
        getChildren()
                .addAll(
                        caseRow(),
                        inGallery(searchSection()),
                        inGallery(taskSection()),
                        inGallery(tunedKeySection()),
                        inGallery(orderSection()),
                        comparisonSection());
    }

    /** The open case; the first choice is all cases. The main control of a presentation. */
    private Node caseRow() {
        List<CaseChoice> choices = Stream.of(
                        Stream.of(CaseChoice.ALL),
                        lab.userCases().stream().map(user -> new CaseChoice(user.workedCase(), null)),
                        caseFilter.all().stream().map(one -> new CaseChoice(one, null)),
                        BundledCases.maps().stream().map(one -> new CaseChoice(null, one)))
                .flatMap(part -> part)
                .toList();
        ChoiceComboBox<CaseChoice> choice =
                ChoiceComboBox.named("cases-open-case", messages, choices, CaseChoice::name);
        Runnable follow = () -> {
            // Before the value: a value that is not in the list is not shown.
            addNew(choice.getItems());
            choice.setValue(shown());
        };
        lab.viewStateProperty().addListener((observed, before, now) -> follow.run());
        lab.openCaseProperty().addListener((observed, before, now) -> follow.run());
        lab.mapCase().openedProperty().addListener((observed, before, now) -> follow.run());
        follow.run();
        choice.valueProperty().addListener((observed, before, now) -> show(now));
        return PinnedControl.markFirst(Hints.withHint(
                new FieldRow(messages.bind("cases.open.which"), choice), messages.bind("cases.open.which.hint")));
    }

    /** Adds the open case if it is the user's and new; the newest one comes first. */
    private void addNew(List<CaseChoice> choices) {
        CaseChoice open = shown();
        if (!choices.contains(open)) {
            choices.add(1, open);
        }
    }

    /** A choice of the row: a case with a study, a case that maps answer, or all cases if both are null. */
    private record CaseChoice(
            @Nullable Case tuned, @Nullable MapCase mapCase) {
        static final CaseChoice ALL = new CaseChoice(null, null);

        String name(Texts texts) {
            if (tuned != null) {
                return new CaseText(texts).name(tuned);
            }
            return mapCase == null ? texts.get("cases.open.all") : new MapCaseText(texts).title(mapCase);
        }
    }

    private CaseChoice shown() {
        CasesViewModel.OpenCase opened = lab.openCaseProperty().get();
        MapCaseViewModel.OpenMapCase openMap = lab.mapCase().openedProperty().get();
        return switch (lab.viewStateProperty().get()) {
            case CASE -> opened == null ? CaseChoice.ALL : new CaseChoice(opened.workedCase(), null);
            case MAP_CASE -> openMap == null ? CaseChoice.ALL : new CaseChoice(null, openMap.mapCase());
            case GALLERY, OWN -> CaseChoice.ALL;
        };
    }

    private void show(CaseChoice chosen) {
        if (chosen.equals(shown())) {
            return;
        }
        Case tuned = chosen.tuned();
        MapCase mapCase = chosen.mapCase();
        if (tuned != null) {
            lab.open(tuned);
        } else if (mapCase != null) {
            lab.open(mapCase);
        } else {
            lab.showGallery();
        }
    }

    /** Shows a section only with the gallery, the only page on which it has an effect. */
    private Node inGallery(Node section) {
        section.visibleProperty().bind(lab.viewStateProperty().map(page -> page == CasesViewModel.CasesPage.GALLERY));
        section.managedProperty().bind(section.visibleProperty());
        return section;
    }

    /** Hides what is about scores on test data from a case that maps answer. */
    private Node withScores(Node part) {
        part.visibleProperty().bind(lab.viewStateProperty().map(page -> page != CasesViewModel.CasesPage.MAP_CASE));
        part.managedProperty().bind(part.visibleProperty());
        return part;
    }

    private Node searchSection() {
        TextField query = new TextField();
        query.setId("cases-query");
        query.getStyleClass().add("case-query");
        query.promptTextProperty().bind(messages.bind("cases.find.prompt"));
        query.accessibleTextProperty().bind(messages.bind("cases.find"));
        query.textProperty().bindBidirectional(caseFilter.queryProperty());
        query.focusedProperty()
                .addListener((observed, before, now) -> lab.undo().settle());
        Node icon = Icons.icon("fth-search");
        icon.setMouseTransparent(true);
        StackPane box = new StackPane(Hints.withHint(query, messages.bind("cases.find.hint")), icon);
        box.getStyleClass().add("case-query-box");
        StackPane.setAlignment(icon, Pos.CENTER_LEFT);
        StackPane.setMargin(icon, new Insets(0, 0, 0, 10));
        return new Section(messages.bind("cases.find"), box);
    }

    private Node taskSection() {
        FlowPane chips = chips("cases-task");
        for (TaskFilter filter : TaskFilter.values()) {
            chips.getChildren()
                    .add(chip(
                            "cases-task-" + filter.name(),
                            () -> messages.get(
                                    "cases.filter." + filter.name(),
                                    Integer.toString(caseFilter.count(filter) + userCases(filter::matches))),
                            caseFilter.taskProperty(),
                            filter,
                            filter));
        }
        return new Section(messages.bind("cases.task"), Hints.withHint(chips, messages.bind("cases.task.hint")));
    }

    private Node tunedKeySection() {
        FlowPane chips = chips("cases-tuned");
        caseFilter
                .tunedKeys()
                .forEach((key, count) -> chips.getChildren()
                        .add(chip(
                                "cases-tuned-" + key,
                                () -> new CaseText(messages.texts()).key(key) + " "
                                        + (count + userCases(user -> key.equals(user.mainKey()))),
                                caseFilter.tunedProperty(),
                                key,
                                CaseFilter.ANY_KEY)));
        return new Section(messages.bind("cases.tuned"), Hints.withHint(chips, messages.bind("cases.tuned.hint")));
    }

    private int userCases(Predicate<Case> filter) {
        return (int) lab.userCases().stream()
                .filter(user -> filter.test(user.workedCase()))
                .count();
    }

    private static FlowPane chips(String id) {
        FlowPane chips = new FlowPane(6, 6);
        chips.setId(id);
        return chips;
    }

    /** A chip that selects {@code value}, or {@code otherwise} if {@code value} is already selected. */
    private <T> ToggleButton chip(String id, Supplier<String> text, Property<T> chosen, T value, T fallback) {
        ToggleButton chip = new ToggleButton();
        chip.setId(id);
        chip.getStyleClass().add("chip");
        chip.textProperty().bind(messages.compute(text::get, lab.userCases()));
        chip.setSelected(value.equals(chosen.getValue()));
        chosen.addListener((observed, before, now) -> chip.setSelected(value.equals(now)));
        chip.setOnAction(event -> {
            lab.undo().settle();
            chosen.setValue(value.equals(chosen.getValue()) ? fallback : value);
            chip.setSelected(value.equals(chosen.getValue()));
        });
        return chip;
    }

    private Node orderSection() {
        SegmentedButton<CaseOrder> order = new SegmentedButton<>(
                "cases-order", messages, List.of(CaseOrder.values()), caseOrder -> "cases.order." + caseOrder.name());
        order.valueProperty().bindBidirectional(caseFilter.orderProperty());
        order.getChildren().forEach(button -> {
            HBox.setHgrow(button, Priority.ALWAYS);
            ((Region) button).setMaxWidth(Double.MAX_VALUE);
        });
        return new Section(messages.bind("cases.order"), Hints.withHint(order, messages.bind("cases.order.hint")));
    }

    private Node comparisonSection() {
        LinearSlider seeds = new LinearSlider(
                "cases-seeds",
                messages,
                messages.bind("cases.seeds"),
                LinearRange.whole(CaseFilter.MIN_SEEDS, CaseFilter.MAX_SEEDS),
                caseFilter.seedsProperty().get());
        seeds.valueProperty().bindBidirectional(caseFilter.seedsProperty());
        seeds.onSettled(lab.undo()::settle);
        WrappedText heldOutNote = new WrappedText(messages.bind("cases.heldOut"), "muted", "small");
        heldOutNote.setId("cases-held-out");
        return new Section(
                messages.bind("cases.comparing"),
                Hints.withHint(seeds, messages.bind("cases.seeds.hint")),
                toggle("cases-points", "cases.points", caseFilter.pointsProperty()),
                withScores(toggle("cases-band", "cases.band", caseFilter.bandProperty())),
                withScores(heldOutNote));
    }

    private Node toggle(String id, String key, Property<Boolean> on) {
        FocusableToggleSwitch toggle = new FocusableToggleSwitch(id);
        toggle.selectedProperty().bindBidirectional(on);
        return Hints.withHint(new FieldRow(messages.bind(key), toggle), messages.bind(key + ".hint"));
    }

    /** The footer: it says that the scores are recorded ones, and runs all cases again. */
    static Region footer(LabContext context, CasesViewModel lab) {
        Messages messages = context.messages();
        Label title = new Label();
        title.textProperty().bind(messages.bind("cases.again"));
        title.setGraphic(Icons.icon("fth-info"));
        title.getStyleClass().add("finding-title");
        WrappedText about = new WrappedText(
                messages.compute(() -> new RerunText(messages.texts()).statusText(lab), dependencies(lab)),
                "finding-text");
        about.setId("cases-again-words");
        ProgressBar progress = new ProgressBar();
        progress.setId("cases-again-progress");
        progress.getStyleClass().add("card-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.progressProperty().bind(lab.rerun().stateProperty().map(status -> status.share()));
        progress.visibleProperty().bind(lab.rerun().stateProperty().map(status -> status.isRunning()));
        progress.managedProperty().bind(progress.visibleProperty());
        Button rerunButton = new Button();
        rerunButton.setId("cases-again");
        rerunButton
                .textProperty()
                .bind(messages.compute(() -> new RerunText(messages.texts()).buttonText(lab), dependencies(lab)));
        rerunButton
                .graphicProperty()
                .bind(lab.rerun().stateProperty().map(status -> Icons.icon(status.isRunning() ? "fth-x" : "fth-tool")));
        rerunButton.setOnAction(event -> lab.toggleRerun());
        Hints.withHint(rerunButton, messages.bind("cases.again.hint"));
        VBox finding = new VBox(title, about, progress, rerunButton);
        finding.setId("cases-again-card");
        finding.getStyleClass().addAll("finding", "note");
        VBox footer = new VBox(finding);
        footer.getStyleClass().addAll("cases-lab");
        return footer;
    }

    private static Observable[] dependencies(CasesViewModel lab) {
        return new Observable[] {lab.rerun().stateProperty(), lab.caseFilter().seedsProperty()};
    }
}
