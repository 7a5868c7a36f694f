package hyperlab.app.batch;

import hyperlab.app.control.DoctorSection;
import hyperlab.app.control.FindingCard;
import hyperlab.batch.BatchSetup;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.List;
import java.util.function.Consumer;

/** The doctor's texts, in one language. */
final class BatchSizeDiagnosisText {
    private BatchSizeDiagnosisText() {}

    /** @param applyRemedy applies a remedy */
    static List<DoctorSection.FindingModel> of(List<BatchSizeDiagnosis> diagnoses, Texts texts, Consumer<BatchSetup> applyRemedy) {
        return diagnoses.isEmpty()
                ? List.of(new DoctorSection.FindingModel(
                        FindingCard.Severity.GOOD,
                        texts.get("batch.doctor.fine"),
                        texts.get("batch.doctor.fine.why"),
                        "",
                        () -> {}))
                : diagnoses.stream()
                        .map(diagnosis -> finding(diagnosis, texts, () -> applyRemedy.accept(diagnosis.remedied())))
                        .toList();
    }

    private static DoctorSection.FindingModel finding(BatchSizeDiagnosis diagnosis, Texts texts, Runnable applyRemedy) {
        if (diagnosis instanceof BatchSizeDiagnosis.Diverges found) {
            String why = found.rate() >= found.limit() ? "batch.doctor.diverges.limit" : "batch.doctor.diverges.noise";
            return new DoctorSection.FindingModel(
                    FindingCard.Severity.DANGER,
                    texts.get("batch.doctor.diverges", integer(found.batch())),
                    texts.get(why, number(found.rate()), number(found.limit()), number(found.scaledRate())),
                    texts.get("batch.doctor.setRate", number(found.remedy())),
                    applyRemedy);
        }
        if (diagnosis instanceof BatchSizeDiagnosis.UnshuffledOrder found) {
            return new DoctorSection.FindingModel(
                    FindingCard.Severity.WARNING,
                    texts.get("batch.doctor.sorted"),
                    texts.get("batch.doctor.sorted.why", number(found.spread()), number(found.expected())),
                    texts.get("batch.doctor.shuffle"),
                    applyRemedy);
        }
        if (diagnosis instanceof BatchSizeDiagnosis.OutlierDominates found) {
            return new DoctorSection.FindingModel(
                    FindingCard.Severity.WARNING,
                    texts.get("batch.doctor.odd"),
                    texts.get(
                            "batch.doctor.odd.why",
                            integer(found.batch()),
                            number(found.weight()),
                            number(found.gradient()),
                            integer(found.remedy())),
                    setBatch(texts, found.remedy()),
                    applyRemedy);
        }
        if (diagnosis instanceof BatchSizeDiagnosis.AboveCritical found) {
            return new DoctorSection.FindingModel(
                    FindingCard.Severity.NOTE,
                    texts.get(
                            "batch.doctor.above",
                            integer(found.batch()),
                            NumberFormats.format(found.batch() / found.critical(), 2)),
                    texts.get(
                            "batch.doctor.above.why",
                            integer(found.remedy()),
                            percent(found.moreSteps()),
                            percent(found.fewerSamples())),
                    setBatch(texts, found.remedy()),
                    applyRemedy);
        }
        if (diagnosis instanceof BatchSizeDiagnosis.BelowCritical found) {
            return new DoctorSection.FindingModel(
                    FindingCard.Severity.NOTE,
                    texts.get("batch.doctor.below", integer(found.batch()), NumberFormats.format(found.critical(), 3)),
                    texts.get(
                            "batch.doctor.below.why",
                            integer(found.remedy()),
                            percent(found.fewerSteps()),
                            percent(found.moreSamples())),
                    setBatch(texts, found.remedy()),
                    applyRemedy);
        }
        BatchSizeDiagnosis.SamplesLeftOut found = (BatchSizeDiagnosis.SamplesLeftOut) diagnosis;
        return new DoctorSection.FindingModel(
                FindingCard.Severity.NOTE,
                texts.get("batch.doctor.leavesOut"),
                texts.get("batch.doctor.leavesOut.why", integer(found.leftOut()), integer(found.samples())),
                texts.get("batch.doctor.keepLast"),
                applyRemedy);
    }

    private static String setBatch(Texts texts, int size) {
        return texts.get("batch.doctor.setBatch", integer(size));
    }

    private static String number(double value) {
        return NumberFormats.format(value, 3);
    }

    private static String percent(double share) {
        return NumberFormats.format(100 * share, 2);
    }

    private static String integer(int number) {
        return Integer.toString(number);
    }
}
