package hyperlab.lab.cases;

import hyperlab.cases.Case;
import hyperlab.cases.CaseScore.Configuration;
import hyperlab.cases.CaseScores;
import hyperlab.cases.Metric;
import hyperlab.cases.ScoreComparison;
import hyperlab.data.BundledDataSet;
import hyperlab.data.DataSettings;
import hyperlab.export.ScoreFormat;
import hyperlab.export.SettingFormat;
import hyperlab.text.KeyNames;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.train.PairedDifference;
import hyperlab.train.Quantiles;
import hyperlab.tune.TuningStudy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The lab's texts about cases, in one language. */
final class CaseText {
    private final Texts texts;

    CaseText(Texts texts) {
        this.texts = texts;
    }

    // name and subject

    /** The display name of the case, or the name of its file. */
    String name(Case workedCase) {
        return caseSpecificText(workedCase, "title").orElse(workedCase.name());
    }

    /** One line that says what is predicted from what. */
    String subject(Case workedCase) {
        return caseSpecificText(workedCase, "subject").orElseGet(() -> userDataSubject(workedCase));
    }

    /**
     * A text that belongs to the case: {@code title}, {@code subject}, {@code question}, {@code data}, {@code
     * baseline}, {@code tuned} or {@code caution}; empty if it has none.
     */
    Optional<String> caseSpecificText(Case workedCase, String what) {
        String key = "case." + workedCase.name() + "." + what;
        return isBundled(workedCase) && texts.has(key) ? Optional.of(texts.get(key)) : Optional.empty();
    }

    /** The conclusions that the case does not support: a text about this case, followed by one about every case. */
    String caution(Case workedCase) {
        String general = texts.get(
                "cases.caution.every",
                Integer.toString(workedCase.recordedScores().seeds()));
        return caseSpecificText(workedCase, "caution")
                .map(caseText -> caseText + " " + general)
                .orElse(general);
    }

    private static boolean isBundled(Case workedCase) {
        return !workedCase.before().data().source().equals(DataSettings.CSV);
    }

    private String userDataSubject(Case workedCase) {
        var csv = workedCase.before().data().csv();
        return csv == null
                ? workedCase.before().data().source()
                : texts.get(
                        "cases.own.subject",
                        csv.target(),
                        Integer.toString(csv.features().size()));
    }

    String task(Metric measure) {
        return texts.get("cases.task." + (measure == Metric.ACCURACY ? "classification" : "regression"));
    }

    /** The numbers of rows and features; empty if they are not known without reading the file. */
    String size(Case workedCase) {
        return size(workedCase, "cases.size");
    }

    /** A shorter form of the size. */
    String shape(Case workedCase) {
        return size(workedCase, "cases.shape");
    }

    private String size(Case workedCase, String key) {
        DataSettings data = workedCase.before().data();
        Optional<BundledDataSet> bundled = BundledDataSet.named(data.source());
        if (bundled.isEmpty()) {
            return "";
        }
        Integer samples = data.samples();
        int rows = samples == null ? bundled.get().samples() : samples;
        return texts.get(
                key,
                NumberFormats.count(rows),
                NumberFormats.count(bundled.get().features()));
    }

    String size(int rows, int features) {
        return texts.get("cases.size", NumberFormats.count(rows), NumberFormats.count(features));
    }

    // tuned keys

    String key(String key) {
        return KeyNames.of(key, texts);
    }

    /** The formatted value of a key in an experiment. */
    String value(Experiment experiment, String key) {
        return new SettingFormat(texts).value(experiment, key);
    }

    /** The icon of a tuned key. */
    static String icon(String key) {
        return switch (key) {
            case "training.learningRate" -> "fth-trending-down";
            case "training.batchSize" -> "fth-layers";
            case "network.hidden", "ensemble" -> "fth-share-2";
            case "network.activation.name" -> "fth-activity";
            case "training.epochs", "training.patience" -> "fth-repeat";
            case "network.convolutions" -> "fth-grid";
            default -> "fth-sliders";
        };
    }

    // scores

    String medianLabel(Metric measure) {
        return texts.get("cases.median." + measure.fileName());
    }

    /** A formatted score: in percent, or in the unit of the target. */
    String score(double value, Metric measure) {
        return new ScoreFormat(measure, texts).withoutUnit(value);
    }

    /** The values that charts show: accuracies in percent, others unchanged. */
    static double[] chartValues(double[] values, Metric measure) {
        double[] scaled = values.clone();
        for (int i = 0; i < scaled.length && measure == Metric.ACCURACY; i++) {
            scaled[i] *= 100;
        }
        return scaled;
    }

    static String unit(Metric measure) {
        return measure == Metric.ACCURACY ? "%" : "";
    }

    static double maxScore(Metric measure) {
        return measure == Metric.ACCURACY ? 100 : Double.POSITIVE_INFINITY;
    }

    /** The medians before and after, such as 81.6 → 100.0. */
    String medians(CaseScores scores, Metric measure) {
        return texts.get(
                "cases.change",
                score(median(scores, Configuration.BEFORE), measure),
                score(median(scores, Configuration.AFTER), measure));
    }

    /** The difference of the medians as they are shown. */
    String medianGain(CaseScores scores, Metric measure) {
        return new ScoreFormat(measure, texts)
                .difference(median(scores, Configuration.BEFORE), median(scores, Configuration.AFTER));
    }

    /**
     * The style of a gain: better or worse if its paired interval excludes 0; empty if it may be luck.
     */
    static Optional<String> gainStyle(CaseScores scores, Metric measure) {
        ScoreComparison comparison =
                ScoreComparison.of(scores.array(Configuration.BEFORE), scores.array(Configuration.AFTER), measure);
        if (comparison == null) {
            return Optional.empty();
        }
        return switch (comparison.verdict()) {
            case BETTER -> Optional.of("better");
            case WORSE -> Optional.of("worse");
            case OPEN, CONSTANT -> Optional.empty();
        };
    }

    private static double median(CaseScores scores, Configuration part) {
        return Quantiles.of(scores.array(part)).median();
    }

    /** The result of comparing pairs of values: the mean difference, its interval, and a verdict. */
    String comparisonText(double[] first, double[] second, Metric measure, String kind) {
        ScoreComparison comparison = ScoreComparison.of(first, second, measure);
        if (comparison == null) {
            return texts.get("cases.paired.few");
        }
        PairedDifference difference = PairedDifference.of(first, second);
        String pairs = Integer.toString(difference.pairs());
        if (comparison.verdict() == ScoreComparison.Verdict.CONSTANT) {
            return texts.get(
                    "cases.paired.constant." + kind,
                    new ScoreFormat(measure, texts).difference(difference.mean()),
                    pairs);
        }
        String interval = texts.get(
                "cases.paired." + kind,
                new ScoreFormat(measure, texts).difference(difference.mean()),
                new ScoreFormat(measure, texts).difference(difference.from()),
                new ScoreFormat(measure, texts).difference(difference.to()),
                pairs,
                Integer.toString(comparison.betterCount()),
                Integer.toString(comparison.worseCount()));
        return interval + " " + texts.get("cases.paired.verdict." + kind + "." + comparison.verdict());
    }

    // the study

    String studyText(TuningStudy study, int trialCount) {
        return texts.get(
                "cases.study",
                capitalize(texts.get("chart.method." + study.method().name())),
                Integer.toString(study.trials()),
                Integer.toString(study.space().dimensions()),
                texts.get("chart.objective." + study.objective().fileName()),
                String.join(", ", study.space().keys().stream().map(this::key).toList()),
                Integer.toString(trialCount));
    }

    /** Returns the text with its first letter capitalized. */
    private static String capitalize(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    // rerun

    String verdict(CaseRerunner.RerunVerdict verdict) {
        return texts.get("cases.verdict." + verdict.name());
    }

    /** A note if fewer seeds are shown than requested; otherwise empty. */
    String missingSeedsText(int shown, int requested) {
        return shown < requested
                ? texts.get("cases.seeds.fewer", Integer.toString(shown), Integer.toString(requested))
                : "";
    }

    List<String> chartLabels() {
        return List.of(texts.get("cases.before"), texts.get("cases.after"));
    }
}
