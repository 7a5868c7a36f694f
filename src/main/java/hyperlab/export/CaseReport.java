package hyperlab.export;

import hyperlab.cases.Case;
import hyperlab.cases.CaseScore.Configuration;
import hyperlab.cases.CaseScores;
import hyperlab.data.DataSplit;
import hyperlab.export.caption.Captions;
import hyperlab.text.KeyNames;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.train.Quantiles;
import hyperlab.tune.StudyBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Describes a case in words, from its question to the conclusions that should not be drawn. Every number comes from the
 * case's record or from the given scores. A case without its own texts is described by its numbers only.
 */
public final class CaseReport {
    private final Case subject;
    private final Texts texts;
    private final ScoreFormat format;

    /** One section of the description. */
    public record CaseSection(String heading, String text) {}

    public CaseReport(Case subject, Texts texts) {
        this.subject = subject;
        this.texts = texts;
        this.format = new ScoreFormat(subject.metric(), texts);
    }

    /** The title; the name of the case if it has no texts. */
    public String title() {
        return caseText("title").orElse(subject.name());
    }

    /** The case in one line, for a list. */
    public String summaryLine() {
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
                format.withoutUnit(median(scores, Configuration.BEFORE)),
                format.score(median(scores, Configuration.AFTER)),
                format.difference(median(scores, Configuration.BEFORE), median(scores, Configuration.AFTER)),
                Integer.toString(scores.seeds()),
                name,
                from,
                to);
    }

    /**
     * The sections that need no run: question, data, baseline and search.
     *
     * @param partition the split data of the baseline
     */
    public List<CaseSection> introduction(DataSplit partition) {
        List<CaseSection> sections = new ArrayList<>();
        caseText("question").ifPresent(question -> sections.add(paragraph("question", question)));
        String counts = texts.get(
                "case.parts",
                integer(partition.all().samples()),
                integer(partition.all().featureNames().size()),
                integer(partition.train().samples()),
                integer(partition.validation().samples()),
                integer(partition.test().samples()));
        sections.add(paragraph("data", join(counts, caseText("data"))));
        sections.add(paragraph("baseline", join(Captions.settings(subject.before(), texts), caseText("baseline"))));
        sections.add(paragraph("tuned", String.join(" ", join(search(), caseText("tuned")), changes())));
        return sections;
    }

    private String search() {
        return texts.get(
                "case.study",
                texts.get("chart.method." + subject.study().method().name()),
                integer(StudyBudget.trials(subject.study())),
                texts.get("chart.objective." + subject.study().objective().fileName()),
                subject.study().space().keys().stream()
                        .map(key -> KeyNames.of(key, texts))
                        .collect(Collectors.joining(", ")));
    }

    private String changes() {
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

    /**
     * The results, and the conclusions that should not be drawn; requires scores of at least two seeds.
     *
     * @param testRows number of test rows; 0 if it is not known
     */
    public List<CaseSection> outcome(CaseScores scores, int testRows) {
        ContributionReport contributions = new ContributionReport(subject, scores, texts);
        List<CaseSection> sections = new ArrayList<>();
        sections.add(paragraph("gained", improvement(scores)));
        sections.add(paragraph("spread", spread(scores) + " " + contributions.totalText(testRows)));
        if (scores.folds() > 0) {
            sections.add(paragraph(
                    "folds",
                    texts.get(
                            "case.folds",
                            integer(scores.folds()),
                            format.score(median(scores, Configuration.FOLD_BEFORE)),
                            format.score(median(scores, Configuration.FOLD_AFTER)))));
        }
        List<String> keys = contributions.keyTexts();
        if (!keys.isEmpty()) {
            sections.add(paragraph(
                    "contributions",
                    Stream.concat(keys.stream(), Stream.of(contributions.unchangedText()))
                            .filter(text -> !text.isEmpty())
                            .collect(Collectors.joining(" "))));
        }
        String linear = contributions.linearText();
        if (!linear.isEmpty()) {
            sections.add(paragraph("linear", linear));
        }
        caseText("conclusion").ifPresent(conclusion -> sections.add(paragraph("conclusion", conclusion)));
        caseText("caution").ifPresent(caution -> sections.add(paragraph("caution", caution)));
        sections.add(paragraph("why", texts.get("case.why")));
        return sections;
    }

    private String improvement(CaseScores scores) {
        return texts.get(
                "case.gained",
                measure(),
                integer(scores.seeds()),
                format.score(median(scores, Configuration.BEFORE)),
                format.score(median(scores, Configuration.AFTER)),
                format.difference(median(scores, Configuration.BEFORE), median(scores, Configuration.AFTER)));
    }

    private String spread(CaseScores scores) {
        Quantiles before = Quantiles.of(scores.array(Configuration.BEFORE));
        Quantiles after = Quantiles.of(scores.array(Configuration.AFTER));
        return texts.get(
                "case.spread",
                format.withoutUnit(before.lower()),
                format.score(before.upper()),
                format.withoutUnit(before.minimum()),
                format.score(before.maximum()),
                format.withoutUnit(after.lower()),
                format.score(after.upper()),
                format.withoutUnit(after.minimum()),
                format.score(after.maximum()));
    }

    /** The name of the compared measure. */
    public String measure() {
        return texts.get("case." + subject.metric().fileName());
    }

    private static double median(CaseScores scores, Configuration part) {
        return Quantiles.of(scores.array(part)).median();
    }

    /** The value of an experiment's setting, formatted for readers. */
    public String value(Experiment experiment, String key) {
        return new SettingFormat(texts).value(experiment, key);
    }

    private CaseSection paragraph(String heading, String text) {
        return new CaseSection(texts.get("case.heading." + heading), text);
    }

    private Optional<String> caseText(String what) {
        String key = "case." + subject.name() + "." + what;
        return texts.has(key) ? Optional.of(texts.get(key)) : Optional.empty();
    }

    private static String join(String numbers, Optional<String> caseText) {
        return caseText.map(text -> text + " " + numbers).orElse(numbers);
    }

    private static String integer(int number) {
        return Integer.toString(number);
    }
}
