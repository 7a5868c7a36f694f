package hyperlab.app.training;

import hyperlab.app.Messages;
import hyperlab.app.control.DoctorSection;
import hyperlab.app.control.DoctorSection.FindingModel;
import hyperlab.app.control.FindingCard;
import hyperlab.app.control.WrappedText;
import hyperlab.app.control.Section;
import hyperlab.diagnosis.NoiseScale;
import hyperlab.diagnosis.Symptom;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.layout.VBox;

/** The diagnosis of the displayed run, with a remedy for each symptom. */
final class TrainingDiagnosisView extends VBox {
    private static final double SPACING = 16;

    private final TrainingViewModel lab;
    private final Messages messages;
    private final DoctorSection section;
    private final StringProperty noise = new SimpleStringProperty("");

    TrainingDiagnosisView(TrainingViewModel lab, Messages messages) {
        this.lab = lab;
        this.messages = messages;
        section = new DoctorSection("training", messages, lab.undo(), lab::experiment);
        WrappedText line = new WrappedText(noise);
        line.setId("training-noise-scale");
        Section noiseSection = new Section(messages.bind("stage.noise"), line);
        noiseSection.visibleProperty().bind(noise.isNotEmpty());
        noiseSection.managedProperty().bind(noiseSection.visibleProperty());
        setSpacing(SPACING);
        getChildren().addAll(section, noiseSection);
        lab.inspection().symptoms().addListener((observed, before, now) -> show());
        lab.inspection().look().addListener((observed, before, now) -> show());
        lab.settings().experiment().addListener((observed, before, now) -> show());
        messages.language().addListener((observed, before, now) -> show());
        show();
    }

    private void show() {
        Texts texts = messages.texts();
        List<FindingModel> found = new ArrayList<>();
        for (Symptom symptom : lab.inspection().symptoms().get()) {
            SymptomText text = SymptomText.of(symptom, found.size() + 1, texts);
            found.add(new FindingModel(
                    text.kind(),
                    text.title(),
                    text.text(),
                    remedy(symptom, texts),
                    () -> lab.runController().applyRemedy(symptom)));
        }
        if (found.isEmpty()) {
            String key = lab.picture().get().epochPosition() > 0 ? "doctor.fine" : "doctor.notYet";
            FindingCard.Severity kind = lab.picture().get().epochPosition() > 0 ? FindingCard.Severity.GOOD : FindingCard.Severity.NOTE;
            found.add(new FindingModel(kind, texts.get(key), texts.get(key + ".why"), "", () -> {}));
        }
        section.show(found);
        noise.set(noise(texts));
    }

    private String noise(Texts texts) {
        NetworkInspection inspection = lab.inspection().look().get();
        NoiseScale scale = inspection == null ? null : inspection.network().measurements().noise();
        if (inspection == null || scale == null || Double.isNaN(scale.value())) {
            return "";
        }
        int rows = inspection.point().partition().train().samples();
        int batch = inspection.point().experiment().training().batchSize().effective(rows);
        return Double.isInfinite(scale.value())
                ? texts.get("stage.noise.drowned", Integer.toString(batch))
                : texts.get(
                        batch < scale.value() ? "stage.noise.above" : "stage.noise.below",
                        NumberFormats.format(scale.value(), 2),
                        Integer.toString(batch));
    }

    /** For example "Learning rate 10 → 1"; empty without a remedy. */
    private String remedy(Symptom symptom, Texts texts) {
        Experiment remedy = symptom.remedy();
        if (remedy == null || remedy.equals(lab.experiment())) {
            return "";
        }
        List<SettingDifference> changes = lab.settings().differences(lab.experiment(), remedy);
        return changes.isEmpty() ? "" : changes.get(0).description().format(texts);
    }
}
