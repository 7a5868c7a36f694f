package hyperlab.lab.training.inspection;

import hyperlab.diagnosis.LayerReport;
import hyperlab.diagnosis.NetworkReport;
import hyperlab.diagnosis.NoiseScale;
import hyperlab.diagnosis.TrainingDoctor;
import hyperlab.diagnosis.TrainingEvidence;
import hyperlab.diagnosis.UnitActivity;
import hyperlab.finding.Argument;
import hyperlab.finding.Finding;
import hyperlab.finding.Remedy;
import hyperlab.finding.Severity;
import hyperlab.lab.training.run.AppliedRemedy;
import hyperlab.lab.training.run.RunController;
import hyperlab.lab.training.run.TrainingViewState;
import hyperlab.lab.training.settings.ExperimentSettings;
import hyperlab.text.FindingText;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.ui.Messages;
import hyperlab.ui.UndoHistory;
import hyperlab.ui.control.DoctorSection;
import hyperlab.ui.control.DoctorSection.FindingModel;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.WrappedText;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The diagnosis of the displayed run, with a remedy for each finding. */
public final class TrainingDiagnosisView extends VBox {
    private static final double SPACING = 16;

    private final NetworkInspectionViewModel inspections;
    private final ObservableValue<TrainingViewState> state;
    private final ExperimentSettings settings;
    private final RunController runController;
    private final Messages messages;
    private final DoctorSection section;
    private final StringProperty noise = new SimpleStringProperty("");

    public TrainingDiagnosisView(
            NetworkInspectionViewModel inspections,
            ObservableValue<TrainingViewState> state,
            ExperimentSettings settings,
            RunController runController,
            UndoHistory undo,
            Messages messages) {
        this.inspections = inspections;
        this.state = state;
        this.settings = settings;
        this.runController = runController;
        this.messages = messages;
        section = new DoctorSection("training", messages, undo, settings.experimentProperty()::get);
        WrappedText line = new WrappedText(noise);
        line.setId("training-noise-scale");
        Section noiseSection = new Section(messages.bind("stage.noise"), line);
        noiseSection.visibleProperty().bind(noise.isNotEmpty());
        noiseSection.managedProperty().bind(noiseSection.visibleProperty());
        setSpacing(SPACING);
        getChildren().addAll(section, noiseSection);
        inspections.findingsProperty().addListener((observed, before, now) -> show());
        inspections.inspectionProperty().addListener((observed, before, now) -> show());
        settings.experimentProperty().addListener((observed, before, now) -> show());
        messages.languageProperty().addListener((observed, before, now) -> show());
        show();
    }

    private void show() {
        Texts texts = messages.texts();
        List<FindingModel> results = new ArrayList<>();
        for (Finding<TrainingEvidence, Experiment> finding :
                inspections.findingsProperty().get()) {
            results.add(model(finding, results.size() + 1, texts));
        }
        if (results.isEmpty()) {
            results.add(FindingModel.of(nothingFound(), texts, remedy -> {}));
        }
        section.show(results);
        noise.set(noise(texts));
    }

    private Finding<?, Experiment> nothingFound() {
        if (state.getValue().epochPosition() == 0) {
            return Finding.of(Severity.NOTE, "doctor.notYet");
        }
        NetworkReport report = inspections.diagnosedReport();
        int dead = 0;
        int units = 0;
        for (LayerReport layer : report == null ? List.<LayerReport>of() : report.layers()) {
            UnitActivity activity = layer.activity();
            dead += activity == null ? 0 : activity.deadCount();
            units += activity == null ? 0 : activity.units();
        }
        return dead == 0
                ? Finding.of(Severity.GOOD, "doctor.fine")
                : Finding.of(
                        Severity.NOTE,
                        "doctor.someDead",
                        Argument.integer(dead),
                        Argument.integer(units),
                        Argument.number(100 * TrainingDoctor.DEAD_SHARE, 2));
    }

    private String noise(Texts texts) {
        NetworkInspection inspection = inspections.inspectionProperty().get();
        NoiseScale scale =
                inspection == null ? null : inspection.network().measurements().noise();
        if (inspection == null || scale == null || Double.isNaN(scale.value())) {
            return "";
        }
        int rows = inspection.point().partition().train().samples();
        int batch = inspection.point().experiment().training().batchSize().effective(rows);
        return Double.isInfinite(scale.value())
                ? texts.get("stage.noise.drowned")
                : texts.get(
                        batch < scale.value() ? "stage.noise.above" : "stage.noise.below",
                        NumberFormats.format(scale.value(), 2),
                        Integer.toString(batch),
                        NumberFormats.format(scale.progressOfDoubledBatch(batch), 3));
    }

    /** @param number its number, from 1, which also marks its evidence in the charts */
    private FindingModel model(Finding<TrainingEvidence, Experiment> finding, int number, Texts texts) {
        FindingText text = FindingText.of(finding, texts);
        AppliedRemedy remedy = applied(finding.remedy());
        return new FindingModel(
                text.withTitle(texts.get("doctor.title", Integer.toString(number), text.title()))
                        .withRemedy(
                                remedy == null
                                        ? ""
                                        : remedy.difference().description().format(texts)),
                remedy == null ? () -> {} : () -> runController.applyRemedy(remedy));
    }

    private @Nullable AppliedRemedy applied(@Nullable Remedy<Experiment> remedy) {
        Experiment diagnosed = inspections.diagnosedExperiment();
        return remedy == null || diagnosed == null ? null : AppliedRemedy.of(settings, diagnosed, remedy.change());
    }
}
