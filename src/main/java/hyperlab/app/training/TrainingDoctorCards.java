package hyperlab.app.training;

import hyperlab.app.Messages;
import hyperlab.app.control.DoctorSection;
import hyperlab.app.control.DoctorSection.Found;
import hyperlab.app.control.Finding;
import hyperlab.diagnosis.Symptom;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.VBox;

/** The doctor's findings in the run on stage, each with its remedy. */
final class TrainingDoctorCards extends VBox {
    private final TrainingViewModel lab;
    private final Messages messages;
    private final DoctorSection section;

    TrainingDoctorCards(TrainingViewModel lab, Messages messages) {
        this.lab = lab;
        this.messages = messages;
        section = new DoctorSection("training", messages, lab.undo(), lab::experiment);
        getChildren().add(section);
        lab.looks().symptoms().addListener((observed, before, now) -> show());
        lab.looks().look().addListener((observed, before, now) -> show());
        lab.settings().experiment().addListener((observed, before, now) -> show());
        messages.language().addListener((observed, before, now) -> show());
        show();
    }

    private void show() {
        Texts texts = messages.texts();
        List<Found> found = new ArrayList<>();
        for (Symptom symptom : lab.looks().symptoms().get()) {
            SymptomWords words = SymptomWords.of(symptom, found.size() + 1, texts);
            found.add(new Found(
                    words.kind(), words.title(), words.text(), remedy(symptom, texts), () -> lab.mend(symptom)));
        }
        if (found.isEmpty()) {
            String key = lab.picture().get().place() > 0 ? "doctor.fine" : "doctor.notYet";
            Finding.Kind kind = lab.picture().get().place() > 0 ? Finding.Kind.GOOD : Finding.Kind.NOTE;
            found.add(new Found(kind, texts.get(key), texts.get(key + ".why"), "", () -> {}));
        }
        section.show(found);
    }

    /** "Learning rate 10 → 1"; empty without a remedy. */
    private String remedy(Symptom symptom, Texts texts) {
        Experiment remedy = symptom.remedy();
        if (remedy == null || remedy.equals(lab.experiment())) {
            return "";
        }
        List<Difference> changes = lab.settings().differences(lab.experiment(), remedy);
        return changes.isEmpty() ? "" : changes.get(0).said().in(texts);
    }
}
