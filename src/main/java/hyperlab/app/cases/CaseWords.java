package hyperlab.app.cases;

import hyperlab.cases.Case;
import hyperlab.cases.CaseScores;
import hyperlab.cases.Measure;
import hyperlab.cases.Score.Part;
import hyperlab.data.Bundled;
import hyperlab.data.DataSettings;
import hyperlab.export.SettingWords;
import hyperlab.text.KeyNames;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.train.PairedDifference;
import hyperlab.train.Spread;
import hyperlab.tune.Study;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The lab's texts about cases, in one language. */
final class CaseWords {
    private final Texts texts;

    CaseWords(Texts texts) {
        this.texts = texts;
    }

    // name and subject

    /** The display name of the case, or the name of its file. */
    String name(Case one) {
        return named(one, "title").orElse(one.name());
    }

    /** One line that says what is predicted from what. */
    String subject(Case one) {
        return named(one, "subject").orElseGet(() -> own(one));
    }

    /**
     * A text that belongs to the case: {@code title}, {@code subject}, {@code question}, {@code data}, {@code
     * baseline}, {@code tuned} or {@code caution}; empty if it has none.
     */
    Optional<String> named(Case one, String what) {
        String key = "case." + one.name() + "." + what;
        return isStored(one) && texts.has(key) ? Optional.of(texts.get(key)) : Optional.empty();
    }

    /** The conclusions that the case does not support: a text about this case, followed by one about every case. */
    String caution(Case one) {
        String every =
                texts.get("cases.caution.every", Integer.toString(one.recorded().seeds()));
        return named(one, "caution").map(own -> own + " " + every).orElse(every);
    }

    private static boolean isStored(Case one) {
        return !one.before().data().source().equals(DataSettings.CSV);
    }

    private String own(Case one) {
        var csv = one.before().data().csv();
        return csv == null
                ? one.before().data().source()
                : texts.get(
                        "cases.own.subject",
                        csv.target(),
                        Integer.toString(csv.features().size()));
    }

    String task(Measure measure) {
        return texts.get("cases.task." + (measure == Measure.ACCURACY ? "classification" : "regression"));
    }

    /** The numbers of rows and features; empty if they are not known without reading the file. */
    String size(Case one) {
        return size(one, "cases.size");
    }

    /** A shorter form of the size. */
    String shape(Case one) {
        return size(one, "cases.shape");
    }

    private String size(Case one, String key) {
        DataSettings data = one.before().data();
        Optional<Bundled> bundled = Bundled.named(data.source());
        if (bundled.isEmpty()) {
            return "";
        }
        Integer samples = data.samples();
        int rows = samples == null ? bundled.get().samples() : samples;
        return texts.get(key, count(rows), count(bundled.get().features()));
    }

    String size(int rows, int features) {
        return texts.get("cases.size", count(rows), count(features));
    }

    static String count(int number) {
        return number < 10_000 ? Integer.toString(number) : String.format(Locale.ROOT, "%,d", number);
    }

    // tuned keys

    String key(String key) {
        return KeyNames.of(key, texts);
    }

    /** The formatted value of a key in an experiment. */
    String value(Experiment experiment, String key) {
        return new SettingWords(texts).value(experiment, key);
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

    String measured(Measure measure) {
        return texts.get("cases.median." + measure.fileName());
    }

    /** A formatted score: in percent, or in the unit of the target. */
    String score(double value, Measure measure) {
        return measure == Measure.ACCURACY ? NumberFormats.formatFixed(100 * value, 1) : NumberFormats.format(value, 3);
    }

    /** The values that charts show: accuracies in percent, others unchanged. */
    static double[] drawn(double[] values, Measure measure) {
        double[] drawn = values.clone();
        for (int i = 0; i < drawn.length && measure == Measure.ACCURACY; i++) {
            drawn[i] *= 100;
        }
        return drawn;
    }

    static String unit(Measure measure) {
        return measure == Measure.ACCURACY ? "%" : "";
    }

    static double most(Measure measure) {
        return measure == Measure.ACCURACY ? 100 : Double.POSITIVE_INFINITY;
    }

    /** The difference between two values, with its sign. */
    String gain(double before, double after, Measure measure) {
        double difference = measure == Measure.ACCURACY ? 100 * (after - before) : after - before;
        String number = measure == Measure.ACCURACY ? NumberFormats.formatFixed(difference, 1) : NumberFormats.format(difference, 3);
        String signed = difference > 0 && !number.equals("0.0") ? "+" + number : number;
        return texts.get("cases.gain." + measure.fileName(), signed);
    }

    /** The medians before and after, such as 81.6 → 100.0. */
    String medians(CaseScores scores, Measure measure) {
        return texts.get(
                "cases.change",
                score(median(scores, Part.BEFORE), measure),
                score(median(scores, Part.AFTER), measure));
    }

    String medianGain(CaseScores scores, Measure measure) {
        return gain(median(scores, Part.BEFORE), median(scores, Part.AFTER), measure);
    }

    /** Returns whether the median has improved. */
    static boolean isBetter(CaseScores scores, Measure measure) {
        double difference = median(scores, Part.AFTER) - median(scores, Part.BEFORE);
        return measure.isLargerBetter() ? difference > 0 : difference < 0;
    }

    private static double median(CaseScores scores, Part part) {
        return Spread.of(scores.array(part)).median();
    }

    /** The result of comparing pairs of values: the mean difference, its interval, and a verdict. */
    String paired(double[] first, double[] second, Measure measure, String kind) {
        if (first.length < 2) {
            return texts.get("cases.paired.few");
        }
        PairedDifference difference = PairedDifference.of(first, second);
        int better = measure.isLargerBetter() ? difference.higher() : difference.lower();
        int worse = measure.isLargerBetter() ? difference.lower() : difference.higher();
        String interval = texts.get(
                "cases.paired." + kind,
                gain(0, difference.mean(), measure),
                gain(0, difference.from(), measure),
                gain(0, difference.to(), measure),
                Integer.toString(difference.pairs()),
                Integer.toString(better),
                Integer.toString(worse));
        boolean helps = measure.isLargerBetter() ? difference.mean() > 0 : difference.mean() < 0;
        String verdict = !difference.isSettled() ? "open" : helps ? "better" : "worse";
        return interval + " " + texts.get("cases.paired.verdict." + verdict);
    }

    // the study

    String study(Study study, int known) {
        return texts.get(
                "cases.study",
                begun(texts.get("chart.method." + study.method().name())),
                Integer.toString(study.trials()),
                Integer.toString(study.space().dimensions()),
                texts.get("chart.objective." + study.objective().fileName()),
                String.join(", ", study.space().keys().stream().map(this::key).toList()),
                Integer.toString(known));
    }

    /** Returns the text with its first letter capitalized. */
    private static String begun(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    // rerun

    String verdict(Rerun.Verdict verdict) {
        return texts.get("cases.verdict." + verdict.name());
    }

    /** A note if fewer seeds are shown than requested; otherwise empty. */
    String seeds(int shown, int wanted) {
        return shown < wanted ? texts.get("cases.seeds.fewer", Integer.toString(shown), Integer.toString(wanted)) : "";
    }

    List<String> parts() {
        return List.of(texts.get("cases.before"), texts.get("cases.after"));
    }
}
