package hyperlab.lab.batchsize;

import hyperlab.batch.BatchSetup;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.ui.control.DoctorSection;
import hyperlab.ui.control.FindingCard;
import java.util.List;
import java.util.function.Consumer;

/** The doctor's texts, in one language. */
final class BatchSizeDiagnosisText {
    private BatchSizeDiagnosisText() {}

    /** @param applyRemedy applies a remedy */
    static List<DoctorSection.FindingModel> of(
            List<BatchSizeDiagnosis> diagnoses, Texts texts, Consumer<BatchSetup> applyRemedy) {
        return diagnoses.isEmpty()
                ? List.of(new DoctorSection.FindingModel(
                        FindingCard.Severity.GOOD,
                        texts.get("batch-size.doctor.fine"),
                        texts.get("batch-size.doctor.fine.why"),
                        "",
                        () -> {}))
                : diagnoses.stream()
                        .map(diagnosis -> finding(diagnosis, texts, () -> applyRemedy.accept(diagnosis.remedied())))
                        .toList();
    }

    private static DoctorSection.FindingModel finding(BatchSizeDiagnosis diagnosis, Texts texts, Runnable applyRemedy) {
        if (diagnosis instanceof BatchSizeDiagnosis.Diverges found) {
            String why = found.rate() >= found.limit()
                    ? "batch-size.doctor.diverges.limit"
                    : "batch-size.doctor.diverges.noise";
            return new DoctorSection.FindingModel(
                    FindingCard.Severity.DANGER,
                    texts.get("batch-size.doctor.diverges", integer(found.batch())),
                    texts.get(why, number(found.rate()), number(found.limit()), number(found.scaledRate())),
                    texts.get("batch-size.doctor.setRate", number(found.remedy())),
                    applyRemedy);
        }
        if (diagnosis instanceof BatchSizeDiagnosis.UnshuffledOrder found) {
            return new DoctorSection.FindingModel(
                    FindingCard.Severity.WARNING,
                    texts.get("batch-size.doctor.sorted"),
                    texts.get("batch-size.doctor.sorted.why", number(found.spread()), number(found.expected())),
                    texts.get("batch-size.doctor.shuffle"),
                    applyRemedy);
        }
        if (diagnosis instanceof BatchSizeDiagnosis.OutlierDominates found) {
            return new DoctorSection.FindingModel(
                    FindingCard.Severity.WARNING,
                    texts.get("batch-size.doctor.odd"),
                    texts.get(
                            "batch-size.doctor.odd.why",
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
                            "batch-size.doctor.above",
                            integer(found.batch()),
                            NumberFormats.format(found.batch() / found.critical(), 2)),
                    texts.get(
                            "batch-size.doctor.above.why",
                            integer(found.remedy()),
                            percent(found.moreSteps()),
                            percent(found.fewerSamples())),
                    setBatch(texts, found.remedy()),
                    applyRemedy);
        }
        if (diagnosis instanceof BatchSizeDiagnosis.BelowCritical found) {
            return new DoctorSection.FindingModel(
                    FindingCard.Severity.NOTE,
                    texts.get(
                            "batch-size.doctor.below",
                            integer(found.batch()),
                            NumberFormats.format(found.critical(), 3)),
                    texts.get(
                            "batch-size.doctor.below.why",
                            integer(found.remedy()),
                            percent(found.fewerSteps()),
                            percent(found.moreSamples())),
                    setBatch(texts, found.remedy()),
                    applyRemedy);
        }
        BatchSizeDiagnosis.SamplesLeftOut found = (BatchSizeDiagnosis.SamplesLeftOut) diagnosis;
        return new DoctorSection.FindingModel(
                FindingCard.Severity.NOTE,
                texts.get("batch-size.doctor.leavesOut"),
                texts.get("batch-size.doctor.leavesOut.why", integer(found.leftOut()), integer(found.samples())),
                texts.get("batch-size.doctor.keepLast"),
                applyRemedy);
    }

    private static String setBatch(Texts texts, int size) {
        return texts.get("batch-size.doctor.setBatch", integer(size));
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
