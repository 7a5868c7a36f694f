package hyperlab.lab.tuning;

import hyperlab.data.CsvSettings;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSplitter;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.lab.LabContext;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.Experiment;
import hyperlab.tune.FunctionTrialFactory;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.TuningObjective;
import hyperlab.tune.TuningStudy;
import hyperlab.ui.FilePicker;
import hyperlab.ui.Messages;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.FocusableToggleSwitch;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.LazyComboBox;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ExperimentRequest;
import hyperlab.ui.control.field.FieldRow;
import hyperlab.ui.control.field.NumberField;
import hyperlab.ui.control.field.NumberRule;
import hyperlab.ui.control.slider.PinnedControl;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.property.DoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The lab's left panel: the subject, the search space, the method, the budget, and the race. */
final class TuningControls extends VBox {
    private static final double EXACT = 1L << 53;

    private final LabContext context;
    private final Messages messages;
    private final TuningViewModel lab;
    private final TuningSettings settings;

    TuningControls(LabContext context, TuningViewModel lab) {
        this.context = context;
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
        getChildren().addAll(subject(), space, method, budget, race);
    }

    // subject

    private Node subject() {
        ChoiceComboBox<String> subjectChoice =
                new ChoiceComboBox<>("tuning-subject", messages, subjects(lab), TuningControls::subjectKey);
        subjectChoice.setValue(name(lab.study()));
        subjectChoice.valueProperty().addListener((observed, before, now) -> choose(now));
        subjectChoice.setOnShowing(event -> lab.undo().settle());
        settings.settingsState().stateProperty().addListener((observed, before, now) -> {
            if (!subjectChoice.getItems().equals(subjects(lab))) {
                // Otherwise the new list selects the former subject again, as if the user had chosen it.
                subjectChoice.setValue(null);
                subjectChoice.getItems().setAll(subjects(lab));
            }
            subjectChoice.setValue(name(now));
        });
        ChoiceComboBox<TuningObjective> objective = new ChoiceComboBox<>(
                "tuning-objective",
                messages,
                List.of(TuningObjective.values()),
                one -> "chart.objective." + one.fileName());
        objective.valueProperty().bindBidirectional(settings.objectiveProperty());
        objective.onSettled(lab.undo()::settle);
        Node objectiveRow = Hints.withHint(
                new FieldRow(messages.bind("tuning.objective"), objective), messages.bind("tuning.objective.hint"));
        showWhile(objectiveRow, study -> study.function() == null);
        WrappedText what = new WrappedText(
                messages.compute(
                        () -> new TuningText(messages.texts()).subject(lab.study()),
                        settings.settingsState().stateProperty()),
                "muted",
                "small");
        what.setId("tuning-what");
        FlowPane links = new FlowPane(
                12,
                2,
                link("tuning-open-table", "tuning.openTable", this::openTable),
                link("tuning-from-training", "tuning.fromTraining", this::fromTraining),
                link("tuning-from-file", "tuning.fromFile", this::fromFile));
        Node samples = FieldRow.ofNumber(
                messages,
                lab.undo(),
                "tuning-samples",
                "training.samples",
                NumberRule.wholeWithin(DataSettings.MIN_SAMPLES, DataSettings.MAX_SAMPLES),
                settings.samplesProperty());
        Node noise = FieldRow.ofNumber(
                messages,
                lab.undo(),
                "tuning-noise",
                "training.noise",
                NumberRule.NOT_NEGATIVE,
                settings.noiseProperty());
        FocusableToggleSwitch heldOut = new FocusableToggleSwitch("tuning-held-out");
        heldOut.selectedProperty().set(settings.heldOutProperty().get());
        heldOut.selectedProperty()
                .addListener(
                        (observed, before, now) -> settings.heldOutProperty().set(now));
        settings.heldOutProperty()
                .addListener(
                        (observed, before, now) -> heldOut.selectedProperty().set(now));
        Node heldOutRow = Hints.withHint(
                new FieldRow(messages.bind("tuning.heldOut"), heldOut), messages.bind("tuning.heldOut.hint"));
        showWhile(heldOutRow, study -> study.function() == null && !isGenerated(study));
        showWhile(samples, TuningControls::isGenerated);
        showWhile(noise, TuningControls::isGenerated);
        return new Section(
                messages.bind("tuning.what"),
                Hints.withHint(
                        new FieldRow(messages.bind("tuning.on"), subjectChoice), messages.bind("tuning.on.hint")),
                what,
                links,
                target(),
                heldOutRow,
                samples,
                noise,
                objectiveRow);
    }

    private static boolean isGenerated(TuningStudy study) {
        Experiment experiment = study.experiment();
        return experiment != null && DataSplitter.isGenerated(experiment.data());
    }

    /** The column to predict, for a table of the user's. */
    private Node target() {
        ComboBox<String> columns = new LazyComboBox<>("tuning-target");
        columns.setMaxWidth(Double.MAX_VALUE);
        Runnable show = () -> {
            CsvSettings csv = csv(lab.study());
            if (csv != null) {
                columns.setValue(csv.target());
            }
        };
        show.run();
        settings.settingsState().stateProperty().addListener((observed, before, now) -> show.run());
        columns.setOnShowing(event -> lab.subject().readColumns(names -> {
            if (!columns.getItems().equals(names)) {
                String now = columns.getValue();
                columns.getItems().setAll(names);
                columns.setValue(now);
            }
        }));
        columns.valueProperty().addListener((observed, before, now) -> {
            CsvSettings csv = csv(lab.study());
            if (now != null && csv != null && !now.equals(csv.target())) {
                lab.subject().predict(now);
            }
        });
        Node row = Hints.withHint(
                new FieldRow(messages.bind("training.target"), columns), messages.bind("training.target.hint"));
        showWhile(row, study -> csv(study) != null);
        return row;
    }

    private static @Nullable CsvSettings csv(TuningStudy study) {
        Experiment experiment = study.experiment();
        return experiment == null ? null : experiment.data().csv();
    }

    /** All data and functions that can be tuned on; the user's table only if there is one. */
    private static List<String> subjects(TuningViewModel lab) {
        List<String> names = new ArrayList<>(StudyData.SOURCES);
        if (csv(lab.subject().dataStudy()) != null) {
            names.add(DataSettings.CSV);
        }
        Experiment experiment = lab.subject().dataStudy().experiment();
        if (experiment != null && experiment.data().points() != null) {
            names.add(DataSettings.POINTS);
        }
        names.addAll(FunctionTrialFactory.NAMES);
        if (lab.study().isRecordOnly()) {
            names.add(TuningStudy.RECORDED);
        }
        return names;
    }

    private static String subjectKey(String name) {
        boolean isFunction = FunctionTrialFactory.NAMES.contains(name) || name.equals(TuningStudy.RECORDED);
        return (isFunction ? "tuning.subject." : "training.source.") + name;
    }

    private static String name(TuningStudy study) {
        Experiment experiment = study.experiment();
        return experiment == null
                ? String.valueOf(study.function())
                : experiment.data().source();
    }

    private void choose(@Nullable String name) {
        if (name == null || name.equals(name(lab.study())) || name.equals(TuningStudy.RECORDED)) {
            return;
        }
        if (FunctionTrialFactory.NAMES.contains(name)) {
            lab.tune(name);
        } else {
            lab.subject().tuneOnData(name);
        }
    }

    private void openTable() {
        context.files()
                .open(FilePicker.FileType.TABLE)
                .ifPresent(file -> context.openTable(
                        file,
                        lab.subject().tableSplit(),
                        getScene().getWindow(),
                        plan -> lab.subject().tuneOnTable(file, plan)));
    }

    private Button link(String id, String key, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(messages.bind(key));
        button.getStyleClass().add("link");
        button.setOnAction(event -> action.run());
        return Hints.withHint(button, messages.bind(key + ".hint"));
    }

    private void fromTraining() {
        fireEvent(new ExperimentRequest(lab::tune));
    }

    private void fromFile() {
        context.files().open(FilePicker.FileType.EXPERIMENT).ifPresent(this::fromFile);
    }

    private void fromFile(Path path) {
        try {
            if (Documents.read(path) instanceof Document.OfExperiment of) {
                lab.tune(of.experiment(), path.toAbsolutePath().getParent());
            } else {
                throw new InvalidInputException(path.toString(), Rule.NOT_AN_EXPERIMENT);
            }
        } catch (InvalidInputException error) {
            context.showError("shell.notOpened", error);
        }
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

    /** Shows a node only while the study matches the predicate. */
    private void showWhile(Node node, Predicate<TuningStudy> kind) {
        node.managedProperty().bind(node.visibleProperty());
        node.visibleProperty().bind(settings.settingsState().stateProperty().map(kind::test));
    }
}
