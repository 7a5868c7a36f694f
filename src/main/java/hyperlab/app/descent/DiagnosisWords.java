package hyperlab.app.descent;

import static hyperlab.app.descent.RateWords.shown;

import hyperlab.app.control.FindingCard;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;

/**
 * The localized text of a diagnosis.
 *
 * @param kind the severity
 * @param remedy the label of the remedy button; empty if there is no remedy
 */
record DiagnosisWords(FindingCard.Severity kind, String title, String text, String remedy) {
    static DiagnosisWords fine(Texts texts) {
        return new DiagnosisWords(
                FindingCard.Severity.GOOD, texts.get("rate.doctor.fine"), texts.get("rate.doctor.fine.why"), "");
    }

    /**
     * Formats a diagnosis.
     *
     * @param named the name of the racer's rate in titles
     * @param curvature the symbol for the curvature
     */
    static DiagnosisWords of(Diagnosis diagnosis, String named, String curvature, Texts texts) {
        String rate = shown(diagnosis.rate());
        String remedy = diagnosis.remedy() > 0 ? shown(diagnosis.remedy()) : "";
        if (diagnosis instanceof Diagnosis.Diverges found) {
            String why = found.plain()
                    ? texts.get(
                            found.surface() ? "rate.doctor.diverges.surface" : "rate.doctor.diverges.why",
                            shown(found.limit()),
                            rate,
                            shown(found.curvature()),
                            shown(found.factor()),
                            NumberFormats.format(100 * (Math.abs(found.factor()) - 1), 3),
                            curvature)
                    : texts.get(
                            "rate.doctor.diverges.momentum",
                            shown(found.limit()),
                            NumberFormats.format(100 * (found.factor() - 1), 3));
            return grave(texts, "diverges", named, why, remedy);
        }
        if (diagnosis instanceof Diagnosis.Bounces found) {
            String why =
                    texts.get(found.surface() ? "rate.doctor.bounces.surface" : "rate.doctor.bounces.why", curvature);
            return grave(texts, "bounces", named, why, remedy);
        }
        if (diagnosis instanceof Diagnosis.Diverged found) {
            return new DiagnosisWords(
                    FindingCard.Severity.DANGER,
                    texts.get("rate.doctor.diverged", named, Integer.toString(found.step())),
                    remedy.isEmpty()
                            ? texts.get("rate.doctor.diverged.why")
                            : texts.get("rate.doctor.diverged.better", remedy),
                    remedy.isEmpty() ? "" : texts.get("rate.doctor.set", remedy));
        }
        if (diagnosis instanceof Diagnosis.Climbs found) {
            return new DiagnosisWords(
                    FindingCard.Severity.DANGER,
                    texts.get("rate.doctor.climbs", named),
                    texts.get(
                            remedy.isEmpty() ? "rate.doctor.climbs.why" : "rate.doctor.climbs.better",
                            Integer.toString(found.steps()),
                            NumberFormats.format(found.end(), 3),
                            NumberFormats.format(found.start(), 3),
                            remedy),
                    remedy.isEmpty() ? "" : texts.get("rate.doctor.set", remedy));
        }
        if (diagnosis instanceof Diagnosis.Trapped found) {
            return new DiagnosisWords(
                    FindingCard.Severity.WARNING,
                    texts.get("rate.doctor.trapped", named),
                    texts.get(
                            found.at().size() == 1 ? "rate.doctor.trapped.why" : "rate.doctor.trapped.surface",
                            RateWords.point(found.at()),
                            NumberFormats.format(found.value(), 3),
                            RateWords.point(found.lowestAt()),
                            NumberFormats.format(found.lowestValue(), 3)),
                    "");
        }
        if (diagnosis instanceof Diagnosis.Slow found) {
            return new DiagnosisWords(
                    FindingCard.Severity.NOTE,
                    texts.get("rate.doctor.slow", named),
                    texts.get(
                            "rate.doctor.slow.why",
                            Integer.toString(found.steps()),
                            remedy,
                            Integer.toString(found.remedySteps())),
                    texts.get("rate.doctor.try", remedy));
        }
        Diagnosis.Unfinished found = (Diagnosis.Unfinished) diagnosis;
        String left = texts.get(
                "rate.doctor.unfinished.why", Integer.toString(found.steps()), NumberFormats.format(100 * found.share(), 3));
        return new DiagnosisWords(
                FindingCard.Severity.NOTE,
                texts.get("rate.doctor.unfinished", named),
                remedy.isEmpty()
                        ? left
                        : texts.get(
                                "rate.doctor.unfinished.better", left, remedy, Integer.toString(found.remedySteps())),
                remedy.isEmpty() ? "" : texts.get("rate.doctor.try", remedy));
    }

    private static DiagnosisWords grave(Texts texts, String key, String named, String why, String remedy) {
        return new DiagnosisWords(
                FindingCard.Severity.DANGER, texts.get("rate.doctor." + key, named), why, texts.get("rate.doctor.set", remedy));
    }
}
