package hyperlab.lab.tuning;

import hyperlab.text.KeyNames;
import hyperlab.text.Texts;
import hyperlab.ui.control.DoctorSection;
import hyperlab.ui.control.FindingCard;
import java.util.List;

/** The localized text of diagnoses. */
final class SearchDiagnosisText {
    private SearchDiagnosisText() {}

    /** @param lab the view model that applies the remedies */
    static List<DoctorSection.FindingModel> of(List<SearchDiagnosis> diagnoses, Texts texts, TuningViewModel lab) {
        return diagnoses.stream()
                .map(diagnosis -> toFinding(diagnosis, texts, lab))
                .toList();
    }

    private static DoctorSection.FindingModel toFinding(SearchDiagnosis diagnosis, Texts texts, TuningViewModel lab) {
        Runnable applyRemedy = () -> diagnosis.remedied().ifPresent(lab::applyRemedy);
        if (diagnosis instanceof SearchDiagnosis.FailedTrials found) {
            return new DoctorSection.FindingModel(
                    FindingCard.Severity.WARNING,
                    texts.get("tuning.doctor.lost", format(found.failedCount()), format(found.finishedCount())),
                    texts.get("tuning.doctor.lost.why"),
                    "",
                    applyRemedy);
        }
        if (diagnosis instanceof SearchDiagnosis.BestAtBoundary found) {
            return new DoctorSection.FindingModel(
                    FindingCard.Severity.WARNING,
                    texts.get("tuning.doctor.edge", KeyNames.of(found.key(), texts)),
                    texts.get(
                            "tuning.doctor.edge.why", TuningText.number(found.value()), TuningText.number(found.end())),
                    texts.get("tuning.doctor.edge.remedy", TuningText.number(found.widerEnd())),
                    applyRemedy);
        }
        if (diagnosis instanceof SearchDiagnosis.SingleSeed found) {
            return new DoctorSection.FindingModel(
                    FindingCard.Severity.NOTE,
                    texts.get("tuning.doctor.seed"),
                    texts.get(
                            "tuning.doctor.seed.why",
                            TuningText.number(found.best()),
                            TuningText.number(found.second())),
                    texts.get("tuning.doctor.seed.remedy", format(found.repeats())),
                    lab::repeatBest);
        }
        String key = diagnosis instanceof SearchDiagnosis.TooFewTrials ? "tuning.doctor.few" : "tuning.doctor.fine";
        return new DoctorSection.FindingModel(
                diagnosis instanceof SearchDiagnosis.TooFewTrials
                        ? FindingCard.Severity.NOTE
                        : FindingCard.Severity.GOOD,
                texts.get(key),
                texts.get(key + ".why"),
                "",
                applyRemedy);
    }

    private static String format(int number) {
        return Integer.toString(number);
    }
}
