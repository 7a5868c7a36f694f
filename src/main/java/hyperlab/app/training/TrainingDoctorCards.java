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
final class TrainingDoctorCards extends VBox {
    private static final double BETWEEN = 16;

    private final TrainingViewModel lab;
    private final Messages messages;
    private final DoctorSection section;
    private final StringProperty noise = new SimpleStringProperty("");

    TrainingDoctorCards(TrainingViewModel lab, Messages messages) {
        this.lab = lab;
        this.messages = messages;
        section = new DoctorSection("training", messages, lab.undo(), lab::experiment);
        WrappedText line = new WrappedText(noise);
        line.setId("training-noise-scale");
        Section instrument = new Section(messages.bind("stage.noise"), line);
        instrument.visibleProperty().bind(noise.isNotEmpty());
        instrument.managedProperty().bind(instrument.visibleProperty());
        setSpacing(BETWEEN);
        getChildren().addAll(section, instrument);
        lab.looks().symptoms().addListener((observed, before, now) -> show());
        lab.looks().look().addListener((observed, before, now) -> show());
        lab.settings().experiment().addListener((observed, before, now) -> show());
        messages.language().addListener((observed, before, now) -> show());
        show();
    }

    private void show() {
        Texts texts = messages.texts();
        List<FindingModel> found = new ArrayList<>();
        for (Symptom symptom : lab.looks().symptoms().get()) {
            SymptomWords words = SymptomWords.of(symptom, found.size() + 1, texts);
            found.add(new FindingModel(
                    words.kind(),
                    words.title(),
                    words.text(),
                    remedy(symptom, texts),
                    () -> lab.stageRun().mend(symptom)));
        }
        if (found.isEmpty()) {
            String key = lab.picture().get().place() > 0 ? "doctor.fine" : "doctor.notYet";
            FindingCard.Severity kind = lab.picture().get().place() > 0 ? FindingCard.Severity.GOOD : FindingCard.Severity.NOTE;
            found.add(new FindingModel(kind, texts.get(key), texts.get(key + ".why"), "", () -> {}));
        }
        section.show(found);
        noise.set(noise(texts));
    }

    private String noise(Texts texts) {
        Look look = lab.looks().look().get();
        NoiseScale scale = look == null ? null : look.network().measures().noise();
        if (look == null || scale == null || Double.isNaN(scale.value())) {
            return "";
        }
        int rows = look.when().partition().train().samples();
        int batch = look.when().experiment().training().batchSize().of(rows);
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
        List<Difference> changes = lab.settings().differences(lab.experiment(), remedy);
        return changes.isEmpty() ? "" : changes.get(0).said().in(texts);
    }
}
