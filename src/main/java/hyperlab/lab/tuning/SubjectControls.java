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
import hyperlab.tune.TuningObjective;
import hyperlab.tune.TuningStudy;
import hyperlab.ui.FilePicker;
import hyperlab.ui.Messages;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.FocusableToggleSwitch;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.LazyComboBox;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ExperimentRequest;
import hyperlab.ui.control.field.FieldRow;
import hyperlab.ui.control.field.NumberRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/** What is tuned: the data or the function, where it comes from, what is predicted, and the objective. */
final class SubjectControls {
    private final LabContext context;
    private final Messages messages;
    private final TuningViewModel lab;
    private final TuningSettings settings;
    private final Section section;

    SubjectControls(LabContext context, TuningViewModel lab) {
        this.context = context;
        this.messages = context.messages();
        this.lab = lab;
        this.settings = lab.settings();
        ChoiceComboBox<String> subjectChoice =
                new ChoiceComboBox<>("tuning-subject", messages, subjects(lab), SubjectControls::subjectKey);
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
        TuningControls.showWhile(settings, objectiveRow, study -> study.function() == null);
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
        TuningControls.showWhile(settings, heldOutRow, study -> study.function() == null && !isGenerated(study));
        TuningControls.showWhile(settings, samples, SubjectControls::isGenerated);
        TuningControls.showWhile(settings, noise, SubjectControls::isGenerated);
        section = new Section(
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

    Section section() {
        return section;
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
        TuningControls.showWhile(settings, row, study -> csv(study) != null);
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
                        section.getScene().getWindow(),
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
        section.fireEvent(new ExperimentRequest(lab::tune));
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
}
