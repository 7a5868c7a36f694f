package hyperlab.app.batch;

import hyperlab.app.control.DoctorSection;
import hyperlab.app.control.FindingCard;
import hyperlab.batch.BatchSetup;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.List;
import java.util.function.Consumer;

/** The doctor's texts, in one language. */
final class DiagnosisWords {
    private DiagnosisWords() {}

    /** @param mend applies a remedy */
    static List<DoctorSection.FindingModel> of(List<Diagnosis> diagnoses, Texts texts, Consumer<BatchSetup> mend) {
        return diagnoses.isEmpty()
                ? List.of(new DoctorSection.FindingModel(
                        FindingCard.Severity.GOOD,
                        texts.get("batch.doctor.fine"),
                        texts.get("batch.doctor.fine.why"),
                        "",
                        () -> {}))
                : diagnoses.stream()
                        .map(diagnosis -> found(diagnosis, texts, () -> mend.accept(diagnosis.mended())))
                        .toList();
    }

    private static DoctorSection.FindingModel found(Diagnosis diagnosis, Texts texts, Runnable mend) {
        if (diagnosis instanceof Diagnosis.Diverges found) {
            String why = found.rate() >= found.limit() ? "batch.doctor.diverges.limit" : "batch.doctor.diverges.noise";
            return new DoctorSection.FindingModel(
                    FindingCard.Severity.DANGER,
                    texts.get("batch.doctor.diverges", whole(found.batch())),
                    texts.get(why, number(found.rate()), number(found.limit()), number(found.walkRate())),
                    texts.get("batch.doctor.setRate", number(found.remedy())),
                    mend);
        }
        if (diagnosis instanceof Diagnosis.Sorted found) {
            return new DoctorSection.FindingModel(
                    FindingCard.Severity.WARNING,
                    texts.get("batch.doctor.sorted"),
                    texts.get("batch.doctor.sorted.why", number(found.spread()), number(found.expected())),
                    texts.get("batch.doctor.shuffle"),
                    mend);
        }
        if (diagnosis instanceof Diagnosis.OddWeighs found) {
            return new DoctorSection.FindingModel(
                    FindingCard.Severity.WARNING,
                    texts.get("batch.doctor.odd"),
                    texts.get(
                            "batch.doctor.odd.why",
                            whole(found.batch()),
                            number(found.weight()),
                            number(found.gradient()),
                            whole(found.remedy())),
                    setBatch(texts, found.remedy()),
                    mend);
        }
        if (diagnosis instanceof Diagnosis.AboveCritical found) {
            return new DoctorSection.FindingModel(
                    FindingCard.Severity.NOTE,
                    texts.get(
                            "batch.doctor.above",
                            whole(found.batch()),
                            NumberFormats.format(found.batch() / found.critical(), 2)),
                    texts.get(
                            "batch.doctor.above.why",
                            whole(found.remedy()),
                            percent(found.moreSteps()),
                            percent(found.fewerSamples())),
                    setBatch(texts, found.remedy()),
                    mend);
        }
        if (diagnosis instanceof Diagnosis.BelowCritical found) {
            return new DoctorSection.FindingModel(
                    FindingCard.Severity.NOTE,
                    texts.get("batch.doctor.below", whole(found.batch()), NumberFormats.format(found.critical(), 3)),
                    texts.get(
                            "batch.doctor.below.why",
                            whole(found.remedy()),
                            percent(found.fewerSteps()),
                            percent(found.moreSamples())),
                    setBatch(texts, found.remedy()),
                    mend);
        }
        Diagnosis.LeavesOut found = (Diagnosis.LeavesOut) diagnosis;
        return new DoctorSection.FindingModel(
                FindingCard.Severity.NOTE,
                texts.get("batch.doctor.leavesOut"),
                texts.get("batch.doctor.leavesOut.why", whole(found.left()), whole(found.samples())),
                texts.get("batch.doctor.keepLast"),
                mend);
    }

    private static String setBatch(Texts texts, int size) {
        return texts.get("batch.doctor.setBatch", whole(size));
    }

    private static String number(double value) {
        return NumberFormats.format(value, 3);
    }

    private static String percent(double share) {
        return NumberFormats.format(100 * share, 2);
    }

    private static String whole(int number) {
        return Integer.toString(number);
    }
}
