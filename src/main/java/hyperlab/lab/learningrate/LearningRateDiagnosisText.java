package hyperlab.lab.learningrate;

import static hyperlab.lab.learningrate.LearningRateText.format;

import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.ui.control.FindingCard;

/**
 * The localized text of a diagnosis.
 *
 * @param kind the severity
 * @param remedy the label of the remedy button; empty if there is no remedy
 */
record LearningRateDiagnosisText(FindingCard.Severity kind, String title, String text, String remedy) {
    static LearningRateDiagnosisText noProblems(Texts texts) {
        return new LearningRateDiagnosisText(
                FindingCard.Severity.GOOD,
                texts.get("learning-rate.doctor.fine"),
                texts.get("learning-rate.doctor.fine.why"),
                "");
    }

    /**
     * Formats a diagnosis.
     *
     * @param rateName the name of the racer's rate in titles
     * @param curvature the symbol for the curvature
     */
    static LearningRateDiagnosisText of(
            LearningRateDiagnosis diagnosis, String rateName, String curvature, Texts texts) {
        String rate = format(diagnosis.rate());
        String remedy = diagnosis.remedy() > 0 ? format(diagnosis.remedy()) : "";
        if (diagnosis instanceof LearningRateDiagnosis.ExceedsStabilityLimit diagnosed) {
            String why = diagnosed.plain()
                    ? texts.get(
                            diagnosed.surface()
                                    ? "learning-rate.doctor.diverges.surface"
                                    : "learning-rate.doctor.diverges.why",
                            format(diagnosed.limit()),
                            rate,
                            format(diagnosed.curvature()),
                            format(diagnosed.factor()),
                            NumberFormats.format(100 * (Math.abs(diagnosed.factor()) - 1), 3),
                            curvature)
                    : texts.get(
                            "learning-rate.doctor.diverges.momentum",
                            format(diagnosed.limit()),
                            NumberFormats.format(100 * (diagnosed.factor() - 1), 3));
            return severe(texts, "diverges", rateName, why, remedy);
        }
        if (diagnosis instanceof LearningRateDiagnosis.AtStabilityLimit diagnosed) {
            String why = texts.get(
                    diagnosed.surface() ? "learning-rate.doctor.bounces.surface" : "learning-rate.doctor.bounces.why",
                    curvature);
            return severe(texts, "bounces", rateName, why, remedy);
        }
        if (diagnosis instanceof LearningRateDiagnosis.PathDiverged diagnosed) {
            return new LearningRateDiagnosisText(
                    FindingCard.Severity.DANGER,
                    texts.get("learning-rate.doctor.diverged", rateName, Integer.toString(diagnosed.step())),
                    remedy.isEmpty()
                            ? texts.get("learning-rate.doctor.diverged.why")
                            : texts.get("learning-rate.doctor.diverged.better", remedy),
                    remedy.isEmpty() ? "" : texts.get("learning-rate.doctor.set", remedy));
        }
        if (diagnosis instanceof LearningRateDiagnosis.EndsHigher diagnosed) {
            return new LearningRateDiagnosisText(
                    FindingCard.Severity.DANGER,
                    texts.get("learning-rate.doctor.climbs", rateName),
                    texts.get(
                            remedy.isEmpty() ? "learning-rate.doctor.climbs.why" : "learning-rate.doctor.climbs.better",
                            Integer.toString(diagnosed.steps()),
                            NumberFormats.format(diagnosed.end(), 3),
                            NumberFormats.format(diagnosed.start(), 3),
                            remedy),
                    remedy.isEmpty() ? "" : texts.get("learning-rate.doctor.set", remedy));
        }
        if (diagnosis instanceof LearningRateDiagnosis.InLocalMinimum diagnosed) {
            return new LearningRateDiagnosisText(
                    FindingCard.Severity.WARNING,
                    texts.get("learning-rate.doctor.trapped", rateName),
                    texts.get(
                            diagnosed.point().size() == 1
                                    ? "learning-rate.doctor.trapped.why"
                                    : "learning-rate.doctor.trapped.surface",
                            LearningRateText.formatPoint(diagnosed.point()),
                            NumberFormats.format(diagnosed.value(), 3),
                            LearningRateText.formatPoint(diagnosed.lowestPoint()),
                            NumberFormats.format(diagnosed.lowestValue(), 3)),
                    "");
        }
        if (diagnosis instanceof LearningRateDiagnosis.SlowDescent diagnosed) {
            return new LearningRateDiagnosisText(
                    FindingCard.Severity.NOTE,
                    texts.get("learning-rate.doctor.slow", rateName),
                    texts.get(
                            "learning-rate.doctor.slow.why",
                            Integer.toString(diagnosed.steps()),
                            remedy,
                            Integer.toString(diagnosed.remedySteps())),
                    texts.get("learning-rate.doctor.try", remedy));
        }
        LearningRateDiagnosis.UnfinishedDescent diagnosed = (LearningRateDiagnosis.UnfinishedDescent) diagnosis;
        String left = texts.get(
                "learning-rate.doctor.unfinished.why",
                Integer.toString(diagnosed.steps()),
                NumberFormats.format(100 * diagnosed.remainingFraction(), 3));
        return new LearningRateDiagnosisText(
                FindingCard.Severity.NOTE,
                texts.get("learning-rate.doctor.unfinished", rateName),
                remedy.isEmpty()
                        ? left
                        : texts.get(
                                "learning-rate.doctor.unfinished.better",
                                left,
                                remedy,
                                Integer.toString(diagnosed.remedySteps())),
                remedy.isEmpty() ? "" : texts.get("learning-rate.doctor.try", remedy));
    }

    private static LearningRateDiagnosisText severe(
            Texts texts, String key, String rateName, String why, String remedy) {
        return new LearningRateDiagnosisText(
                FindingCard.Severity.DANGER,
                texts.get("learning-rate.doctor." + key, rateName),
                why,
                texts.get("learning-rate.doctor.set", remedy));
    }
}
