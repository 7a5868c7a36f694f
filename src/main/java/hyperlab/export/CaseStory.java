package hyperlab.export;

import hyperlab.cases.Case;
import hyperlab.cases.CaseScores;
import hyperlab.cases.Metric;
import hyperlab.cases.CaseScore.Configuration;
import hyperlab.data.DataSplit;
import hyperlab.text.KeyNames;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.train.PairedDifference;
import hyperlab.train.FiveNumberSummary;
import hyperlab.tune.StudyPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Describes a case in words, from its question to the conclusions that should not be drawn. Every number comes from the
 * case's record or from the given scores. A case without its own texts is described by its numbers only.
 */
public final class CaseStory {
    private static final int DIGITS = 3;

    private final Case subject;
    private final Texts texts;

    /** One section of the description. */
    public record Paragraph(String heading, String text) {}

    public CaseStory(Case subject, Texts texts) {
        this.subject = subject;
        this.texts = texts;
    }

    /** The title; the name of the case if it has no texts. */
    public String title() {
        return own("title").orElse(subject.name());
    }

    /** The case in one line, for a list. */
    public String line() {
        CaseScores scores = subject.recordedScores();
        String key = subject.mainKey();
        String name = KeyNames.of(key, texts);
        String from = value(subject.before(), key);
        String to = value(subject.after(), key);
        if (scores.seeds() == 0) {
            return title() + ": " + name + " " + from + " → " + to;
        }
        return texts.get(
                "case.line",
                title(),
                measure(),
                plain(median(scores, Configuration.BEFORE)),
                score(median(scores, Configuration.AFTER)),
                change(median(scores, Configuration.AFTER) - median(scores, Configuration.BEFORE)),
                Integer.toString(scores.seeds()),
                name,
                from,
                to);
    }

    /**
     * The sections that need no run: question, data, baseline and search.
     *
     * @param parts the split data of the baseline
     */
    public List<Paragraph> setting(DataSplit parts) {
        List<Paragraph> story = new ArrayList<>();
        own("question").ifPresent(question -> story.add(paragraph("question", question)));
        String counts = texts.get(
                "case.parts",
                whole(parts.all().samples()),
                whole(parts.all().featureNames().size()),
                whole(parts.train().samples()),
                whole(parts.validation().samples()),
                whole(parts.test().samples()));
        story.add(paragraph("data", joined(counts, own("data"))));
        story.add(paragraph("baseline", joined(Captions.settings(subject.before(), texts), own("baseline"))));
        story.add(paragraph("tuned", String.join(" ", joined(search(), own("tuned")), chosen())));
        return story;
    }

    private String search() {
        return texts.get(
                "case.study",
                texts.get("chart.method." + subject.study().method().name()),
                whole(StudyPlan.trials(subject.study())),
                texts.get("chart.objective." + subject.study().objective().fileName()),
                subject.study().space().keys().stream()
                        .map(key -> KeyNames.of(key, texts))
                        .collect(Collectors.joining(", ")));
    }

    private String chosen() {
        return texts.get(
                "case.changed",
                subject.tunedKeys().stream()
                        .map(key -> texts.get(
                                "case.change",
                                KeyNames.of(key, texts),
                                value(subject.before(), key),
                                value(subject.after(), key)))
                        .collect(Collectors.joining(", ")));
    }

    /** The results, and the conclusions that should not be drawn; requires scores of at least two seeds. */
    public List<Paragraph> outcome(CaseScores scores) {
        List<Paragraph> story = new ArrayList<>();
        story.add(paragraph("gained", gained(scores)));
        story.add(paragraph("spread", spread(scores) + " " + paired(scores)));
        if (scores.folds() > 0) {
            story.add(paragraph(
                    "folds",
                    texts.get(
                            "case.folds",
                            whole(scores.folds()),
                            score(median(scores, Configuration.FOLD_BEFORE)),
                            score(median(scores, Configuration.FOLD_AFTER)))));
        }
        own("caution").ifPresent(caution -> story.add(paragraph("caution", caution)));
        story.add(paragraph("why", texts.get("case.why")));
        return story;
    }

    private String gained(CaseScores scores) {
        String medians = texts.get(
                "case.gained",
                measure(),
                whole(scores.seeds()),
                score(median(scores, Configuration.BEFORE)),
                score(median(scores, Configuration.AFTER)),
                change(median(scores, Configuration.AFTER) - median(scores, Configuration.BEFORE)));
        return scores.ablation().isEmpty()
                ? medians
                : medians
                        + " "
                        + texts.get(
                                "case.setBack",
                                KeyNames.of(subject.mainKey(), texts),
                                value(subject.before(), subject.mainKey()),
                                score(median(scores, Configuration.ABLATION)));
    }

    private String spread(CaseScores scores) {
        FiveNumberSummary before = FiveNumberSummary.of(scores.array(Configuration.BEFORE));
        FiveNumberSummary after = FiveNumberSummary.of(scores.array(Configuration.AFTER));
        return texts.get(
                "case.spread",
                plain(before.lower()),
                score(before.upper()),
                plain(before.minimum()),
                score(before.maximum()),
                plain(after.lower()),
                score(after.upper()),
                plain(after.minimum()),
                score(after.maximum()));
    }

    private String paired(CaseScores scores) {
        PairedDifference difference = scores.difference();
        boolean larger = subject.metric().isLargerBetter();
        int better = larger ? difference.higherCount() : difference.lowerCount();
        int worse = larger ? difference.lowerCount() : difference.higherCount();
        boolean gains = larger ? difference.mean() > 0 : difference.mean() < 0;
        String verdict = !difference.isSignificant() ? "open" : gains ? "better" : "worse";
        return texts.get(
                        "case.paired",
                        change(difference.mean()),
                        change(difference.from()),
                        change(difference.to()),
                        whole(better),
                        whole(difference.pairs()),
                        whole(worse))
                + " "
                + texts.get("case.verdict." + verdict);
    }

    /** The name of the compared measure. */
    public String measure() {
        return texts.get("case." + subject.metric().fileName());
    }

    /** A score with its unit. */
    public String score(double value) {
        return isShare() ? texts.get("case.percent", plain(value)) : plain(value);
    }

    private String plain(double value) {
        return isShare() ? NumberFormats.formatFixed(100 * value, 1) : NumberFormats.format(value);
    }

    private String change(double difference) {
        String number = isShare() ? NumberFormats.formatFixed(100 * difference, 1) : NumberFormats.format(difference, DIGITS);
        String signed = difference > 0 ? "+" + number : number;
        return isShare() ? texts.get("case.points", signed) : signed;
    }

    private boolean isShare() {
        return subject.metric() == Metric.ACCURACY;
    }

    private static double median(CaseScores scores, Configuration part) {
        return FiveNumberSummary.of(scores.array(part)).median();
    }

    /** The value of an experiment's setting, formatted for readers. */
    public String value(Experiment experiment, String key) {
        return new SettingWords(texts).value(experiment, key);
    }

    private Paragraph paragraph(String heading, String text) {
        return new Paragraph(texts.get("case.heading." + heading), text);
    }

    private Optional<String> own(String what) {
        String key = "case." + subject.name() + "." + what;
        return texts.has(key) ? Optional.of(texts.get(key)) : Optional.empty();
    }

    private static String joined(String numbers, Optional<String> own) {
        return own.map(text -> text + " " + numbers).orElse(numbers);
    }

    private static String whole(int number) {
        return Integer.toString(number);
    }
}
