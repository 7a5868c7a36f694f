package hyperlab.app.tuning;

import hyperlab.app.control.DoctorSection;
import hyperlab.app.control.FindingCard;
import hyperlab.text.KeyNames;
import hyperlab.text.Texts;
import java.util.List;

/** The localized text of diagnoses. */
final class DiagnosisWords {
    private DiagnosisWords() {}

    /** @param lab the view model that applies the remedies */
    static List<DoctorSection.FindingModel> of(List<Diagnosis> diagnoses, Texts texts, TuningViewModel lab) {
        return diagnoses.stream().map(diagnosis -> found(diagnosis, texts, lab)).toList();
    }

    private static DoctorSection.FindingModel found(Diagnosis diagnosis, Texts texts, TuningViewModel lab) {
        Runnable mend = () -> diagnosis.mended().ifPresent(lab::mend);
        if (diagnosis instanceof Diagnosis.Lost found) {
            return new DoctorSection.FindingModel(
                    FindingCard.Severity.WARNING,
                    texts.get("tuning.doctor.lost", whole(found.lost()), whole(found.over())),
                    texts.get("tuning.doctor.lost.why"),
                    "",
                    mend);
        }
        if (diagnosis instanceof Diagnosis.AtEdge found) {
            return new DoctorSection.FindingModel(
                    FindingCard.Severity.WARNING,
                    texts.get("tuning.doctor.edge", KeyNames.of(found.key(), texts)),
                    texts.get(
                            "tuning.doctor.edge.why",
                            TuningWords.number(found.value()),
                            TuningWords.number(found.end())),
                    texts.get("tuning.doctor.edge.remedy", TuningWords.number(found.wider())),
                    mend);
        }
        if (diagnosis instanceof Diagnosis.OneSeed found) {
            return new DoctorSection.FindingModel(
                    FindingCard.Severity.NOTE,
                    texts.get("tuning.doctor.seed"),
                    texts.get(
                            "tuning.doctor.seed.why",
                            TuningWords.number(found.best()),
                            TuningWords.number(found.second())),
                    texts.get("tuning.doctor.seed.remedy", whole(found.repeats())),
                    lab::repeatBest);
        }
        String key = diagnosis instanceof Diagnosis.TooFew ? "tuning.doctor.few" : "tuning.doctor.fine";
        return new DoctorSection.FindingModel(
                diagnosis instanceof Diagnosis.TooFew ? FindingCard.Severity.NOTE : FindingCard.Severity.GOOD,
                texts.get(key),
                texts.get(key + ".why"),
                "",
                mend);
    }

    private static String whole(int number) {
        return Integer.toString(number);
    }
}
