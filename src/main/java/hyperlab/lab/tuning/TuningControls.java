package hyperlab.lab.tuning;

import hyperlab.file.Document;
import hyperlab.lab.LabContext;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.TuningStudy;
import hyperlab.ui.Messages;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.field.FieldRow;
import hyperlab.ui.control.field.NumberField;
import hyperlab.ui.control.field.NumberRule;
import hyperlab.ui.control.slider.PinnedControl;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.property.DoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The lab's left panel: the subject, the search space, the method, the budget, and the race. */
final class TuningControls extends VBox {
    private static final double EXACT = 1L << 53;

    private final Messages messages;
    private final TuningViewModel lab;
    private final TuningSettings settings;

    TuningControls(LabContext context, TuningViewModel lab) {
        this.messages = context.messages();
        this.lab = lab;
        this.settings = lab.settings();
        getStyleClass().addAll("tuning-lab", "controls-content");
        Node space = new Section(messages.bind("tuning.space"), new SearchSpaceEditor(messages, lab));
        Node method = method();
        Node budget = budget();
        Node race = new MethodRaceControls(context, lab);
        showWhile(space, study -> !study.isRecordOnly());
        showWhile(method, study -> !study.isRecordOnly());
        showWhile(budget, study -> !(study.method() instanceof SearchMethod.Recorded));
        showWhile(race, study -> !study.isRecordOnly());
        getChildren().addAll(new SubjectControls(context, lab).section(), space, method, budget, race);
    }

    // method

    private Node method() {
        ChoiceComboBox<String> method =
                new ChoiceComboBox<>("tuning-method", messages, methods(lab.study()), name -> "chart.method." + name);
        method.setValue(settings.methodProperty().get());
        method.onSettled(lab.undo()::settle);
        method.valueProperty().addListener((observed, before, now) -> {
            if (now != null) {
                settings.methodProperty().set(now);
            }
        });
        settings.settingsState().stateProperty().addListener((observed, before, now) -> {
            String chosen = now.method().name();
            List<String> names = methods(now);
            names.stream().filter(name -> !method.getItems().contains(name)).forEach(method.getItems()::add);
            method.setValue(chosen);
            method.getItems().removeIf(name -> !names.contains(name));
        });
        Node initial =
                field("tuning-initial", "tuning.initial", NumberRule.wholeWithin(2, 1000), settings.initialProperty());
        showWhile(initial, study -> study.method() instanceof SearchMethod.Bayesian);
        Node reduction = field(
                "tuning-reduction", "tuning.reduction", NumberRule.wholeWithin(2, 10), settings.reductionProperty());
        showWhile(reduction, study -> study.method().stopsEarly());
        Node minimumEpochs = field(
                "tuning-minimum-epochs",
                "tuning.minimumEpochs",
                NumberRule.wholeWithin(1, 1000),
                settings.minimumEpochsProperty());
        showWhile(minimumEpochs, study -> study.method().stopsEarly());
        Node pick = new ManualTrialFields(messages, lab);
        showWhile(pick, study -> study.method() instanceof SearchMethod.Manual);
        WrappedText explanation = new WrappedText(
                messages.compute(
                        () -> messages.get(
                                "tuning.method.how." + lab.study().method().name()),
                        settings.settingsState().stateProperty()),
                "muted",
                "small");
        return new Section(
                messages.bind("tuning.method"),
                Hints.withHint(
                        new FieldRow(messages.bind("tuning.method.by"), method), messages.bind("tuning.method.hint")),
                explanation,
                initial,
                reduction,
                minimumEpochs,
                pick);
    }

    private static List<String> methods(TuningStudy study) {
        List<String> names = new ArrayList<>(MethodRaceViewModel.NAMES);
        names.add("manual");
        names.removeIf(name -> !MethodRaceViewModel.canSearch(name, study));
        if (study.method() instanceof SearchMethod.Recorded) {
            names.add(study.method().name());
        }
        return names;
    }

    // budget

    private Node budget() {
        NumberField seconds = new NumberField(
                "tuning-seconds",
                messages,
                NumberRule.within(0, Document.OfStudy.MAX_SECONDS),
                lab.secondsProperty().get());
        seconds.setWord("tuning.seconds.never", 0);
        seconds.valueProperty().bindBidirectional(lab.secondsProperty());
        return new Section(
                messages.bind("tuning.budget"),
                PinnedControl.markFirst(field(
                        "tuning-trials",
                        "tuning.trials",
                        NumberRule.wholeWithin(1, TuningSettings.MOST_TRIALS),
                        settings.trialsProperty())),
                Hints.withHint(
                        new FieldRow(messages.bind("tuning.seconds"), seconds), messages.bind("tuning.seconds.hint")),
                field(
                        "tuning-at-once",
                        "tuning.atOnce",
                        NumberRule.wholeWithin(1, TuningStudy.MAX_PARALLEL),
                        settings.parallelTrialsProperty()),
                field("tuning-seed", "tuning.seed", NumberRule.wholeWithin(-EXACT, EXACT), settings.seedProperty()));
    }

    /** The buttons below the controls, which are always in sight. */
    static Region footer(Messages messages, TuningViewModel lab) {
        VBox footer = new VBox(
                runButton(messages, lab, "tuning-run"),
                ComparisonCard.createRunButton(messages, lab, "tuning-default-run"));
        footer.getStyleClass().addAll("tuning-lab", "controls-group");
        return footer;
    }

    /** The button that runs or pauses the search. */
    static Button runButton(Messages messages, TuningViewModel lab, String id) {
        Button button = new Button();
        button.setId(id);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("accent");
        button.textProperty()
                .bind(messages.compute(
                        () -> new TuningText(messages.texts())
                                .runLabel(
                                        lab.viewStateProperty().get(),
                                        lab.playback().playingProperty().get(),
                                        lab.playback().lengthProperty().get()),
                        lab.viewStateProperty(),
                        lab.playback().playingProperty(),
                        lab.playback().lengthProperty()));
        button.graphicProperty()
                .bind(lab.playback().playingProperty().map(playing -> Icons.icon(playing ? "fth-pause" : "fth-play")));
        button.disableProperty()
                .bind(lab.viewStateProperty()
                        .map(snapshot -> snapshot.search().status() == SearchState.SearchStatus.DONE
                                || TuningText.awaitsPick(snapshot)));
        button.setOnAction(event -> lab.playback().playPause());
        return Hints.withHint(button, messages.bind("tuning.run.hint"));
    }

    private Node field(String id, String key, NumberRule rule, DoubleProperty number) {
        return FieldRow.ofNumber(messages, lab.undo(), id, key, rule, number);
    }

    private void showWhile(Node node, Predicate<TuningStudy> kind) {
        showWhile(settings, node, kind);
    }

    /** Shows a node only while the study matches the predicate. */
    static void showWhile(TuningSettings settings, Node node, Predicate<TuningStudy> kind) {
        node.managedProperty().bind(node.visibleProperty());
        node.visibleProperty().bind(settings.settingsState().stateProperty().map(kind::test));
    }
}
