package hyperlab.export;

import hyperlab.cases.Case;
import hyperlab.cases.CaseContributions;
import hyperlab.cases.CaseScore.Configuration;
import hyperlab.cases.CaseScores;
import hyperlab.cases.KeyContribution;
import hyperlab.cases.KeyContribution.Role;
import hyperlab.cases.ScoreComparison;
import hyperlab.cases.ScoreComparison.Verdict;
import hyperlab.chart.training.ContributionsChart;
import hyperlab.export.caption.Captions;
import hyperlab.file.ExperimentOverrides;
import hyperlab.text.KeyNames;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.train.PairedDifference;
import hyperlab.train.Quantiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says which tuned key of a case contributed what, in words, as a table and as a chart. Every statement is computed
 * from the scores: a gain is called more than luck only if its paired 95 % interval excludes 0.
 */
public final class ContributionReport {
    private static final int CHANGED_ALONE = 0;
    private static final int SET_BACK_ALONE = 1;
    private static final int WHOLE = 2;

    private final Case subject;
    private final CaseScores scores;
    private final CaseContributions contributions;
    private final Texts texts;
    private final ScoreFormat format;

    /** One row of the table: a key, and its two gains with their intervals. */
    public record ContributionRow(String name, String changedAlone, String setBackAlone) {}

    public ContributionReport(Case subject, CaseScores scores, Texts texts) {
        this.subject = subject;
        this.scores = scores;
        this.contributions = CaseContributions.of(scores, subject.metric());
        this.texts = texts;
        this.format = new ScoreFormat(subject.metric(), texts);
    }

    /** Returns whether any key was changed alone or set back alone under at least two seeds. */
    public boolean isEmpty() {
        return contributions.keys().stream().allMatch(key -> key.changedAlone() == null && key.setBackAlone() == null);
    }

    /** The searched keys for which the search kept the value of the baseline, in the order of the search space. */
    public static List<String> unchangedKeys(Case subject) {
        return subject.study().space().keys().stream()
                .filter(key -> ExperimentOverrides.value(subject.before(), key)
                        .equals(ExperimentOverrides.value(subject.after(), key)))
                .toList();
    }

    /** Which keys were searched but kept their value, so that nothing can be compared; empty if there are none. */
    public String unchangedText() {
        SettingFormat settings = new SettingFormat(texts);
        String keys = unchangedKeys(subject).stream()
                .map(key ->
                        texts.get("case.contributions.unchanged.key", name(key), settings.value(subject.before(), key)))
                .collect(Collectors.joining(", "));
        return keys.isEmpty() ? "" : texts.get("case.contributions.unchanged", keys);
    }

    /** The name of a key or a component for readers. */
    private String name(String key) {
        String name = KeyNames.of(key, texts);
        return name.equals(key) ? KeyNames.of(key + ".name", texts) : name;
    }

    // words

    /**
     * The gain of the tuned experiment with its test, number of seeds, interval and verdict, and what one test row is
     * worth; empty if there are too few seeds.
     *
     * @param testRows number of test rows; 0 if it is not known
     */
    public String totalText(int testRows) {
        ScoreComparison total = contributions.total();
        if (total == null) {
            return "";
        }
        String rows = rowsText(testRows, total.gain().mean());
        String test = comparisonText("case.contributions.total", total);
        return rows.isEmpty() ? test : test + " " + rows;
    }

    private String comparisonText(String key, ScoreComparison comparison) {
        PairedDifference gain = comparison.gain();
        String pairs = Integer.toString(gain.pairs());
        Verdict verdict = comparison.verdict();
        if (verdict == Verdict.CONSTANT) {
            return texts.get(key + ".constant", format.difference(gain.mean()), pairs);
        }
        String interval = texts.get(
                key,
                format.difference(gain.mean()),
                format.signed(gain.from()),
                format.difference(gain.to()),
                pairs,
                Integer.toString(comparison.betterCount()),
                Integer.toString(comparison.worseCount()));
        return interval + " " + texts.get(key + "." + verdict.name());
    }

    private String rowsText(int testRows, double gain) {
        if (testRows == 0) {
            return "";
        }
        String count = Integer.toString(testRows);
        if (!format.isShare()) {
            return texts.get("case.contributions.rows", count);
        }
        return texts.get(
                "case.contributions.rows.worth",
                count,
                NumberFormats.formatFixed(100.0 / testRows, 1),
                NumberFormats.formatFixed(Math.abs(gain) * testRows, 1));
    }

    /** One sentence for each key, and whether one of them stands out. */
    public List<String> keyTexts() {
        List<String> sentences = new ArrayList<>();
        for (KeyContribution key : contributions.keys()) {
            Role role = key.role();
            if (role != null) {
                String sentence = texts.get("case.role." + role.name(), capitalized(name(key.key())));
                String interaction = isPair() ? "" : interactionText("case.interaction.", key.interaction());
                sentences.add(interaction.isEmpty() ? sentence : sentence + " " + interaction);
            }
        }
        if (contributions.keys().size() > 1
                && sentences.size() == contributions.keys().size()) {
            if (isPair()) {
                // With two keys, the interaction of one is that of the other.
                sentences.add(interactionText(
                        "case.interaction.pair.", contributions.keys().get(0).interaction()));
            }
            sentences.add(standingOutText());
        }
        return sentences.stream().filter(sentence -> !sentence.isEmpty()).toList();
    }

    private boolean isPair() {
        return contributions.keys().size() == 2;
    }

    private String interactionText(String key, @Nullable ScoreComparison interaction) {
        if (interaction == null) {
            return "";
        }
        PairedDifference gain = interaction.gain();
        return switch (interaction.verdict()) {
            case BETTER -> interactionText(key + "more", gain.mean(), gain.from(), gain.to());
            case WORSE -> interactionText(key + "less", -gain.mean(), -gain.to(), -gain.from());
            case OPEN, CONSTANT -> "";
        };
    }

    private String interactionText(String key, double mean, double from, double to) {
        return texts.get(key, format.size(mean), format.sizeWithoutUnit(from), format.size(to));
    }

    private String standingOutText() {
        KeyContribution alone = contributions.largestAlone();
        KeyContribution setBack = contributions.largestSetBack();
        if (alone == null && setBack == null) {
            return texts.get("case.largest.none");
        }
        if (alone != null && setBack != null) {
            return alone.key().equals(setBack.key())
                    ? texts.get("case.largest.both", name(alone.key()))
                    : texts.get("case.largest.alone", name(alone.key())) + " "
                            + texts.get("case.largest.setBack", name(setBack.key()));
        }
        return alone != null
                ? texts.get("case.largest.onlyAlone", name(alone.key()))
                : texts.get(
                        "case.largest.onlySetBack",
                        name(Objects.requireNonNull(setBack).key()));
    }

    /** The linear reference: its settings, its median, and the comparison with the tuned experiment; or empty. */
    public String linearText() {
        Experiment linear = subject.plan().linear();
        ScoreComparison comparison = contributions.overLinear();
        if (linear == null || comparison == null) {
            return "";
        }
        String median =
                format.score(Quantiles.of(scores.array(Configuration.LINEAR)).median());
        return texts.get(
                        linear.data().standardize() ? "case.linear.standardized" : "case.linear.plain",
                        Captions.settings(linear, texts).replaceFirst("\\.$", ""),
                        median)
                + " " + comparisonText("case.linear.gain", comparison);
    }

    /** How the intervals are to be read. */
    public String method() {
        return texts.get("case.contributions.method");
    }

    // table

    /** The header of the table. */
    public ContributionRow header() {
        return new ContributionRow(
                texts.get("case.contributions.key"),
                texts.get("case.contributions.changedAlone"),
                texts.get("case.contributions.setBackAlone"));
    }

    /** One row per key, then the tuned experiment as a whole and the linear reference, compared with the baseline. */
    public List<ContributionRow> rows() {
        List<ContributionRow> rows = new ArrayList<>();
        for (KeyContribution key : contributions.keys()) {
            rows.add(new ContributionRow(name(key.key()), cell(key.changedAlone()), cell(key.setBackAlone())));
        }
        rows.add(new ContributionRow(texts.get("case.contributions.all"), cell(contributions.total()), ""));
        if (contributions.linear() != null) {
            rows.add(new ContributionRow(texts.get("case.contributions.linear"), cell(contributions.linear()), ""));
        }
        return rows;
    }

    private String cell(@Nullable ScoreComparison comparison) {
        if (comparison == null) {
            return "–";
        }
        PairedDifference gain = comparison.gain();
        return comparison.verdict() == Verdict.CONSTANT
                ? texts.get(
                        "case.contributions.cell.constant", format.signed(gain.mean()), Integer.toString(gain.pairs()))
                : texts.get(
                        "case.contributions.cell",
                        format.signed(gain.mean()),
                        format.signed(gain.from()),
                        format.signed(gain.to()));
    }

    // chart

    /** The gains of all keys, of the tuned experiment and of the linear reference, with their intervals. */
    public ContributionsChart.Model chart() {
        if (isEmpty()) {
            return ContributionsChart.Model.EMPTY;
        }
        List<ContributionsChart.Row> rows = new ArrayList<>();
        for (KeyContribution key : contributions.keys()) {
            List<ContributionsChart.Gain> gains = new ArrayList<>();
            addGain(gains, CHANGED_ALONE, key.changedAlone());
            addGain(gains, SET_BACK_ALONE, key.setBackAlone());
            rows.add(new ContributionsChart.Row(name(key.key()), gains));
        }
        List<ContributionsChart.Gain> total = new ArrayList<>();
        addGain(total, WHOLE, contributions.total());
        rows.add(new ContributionsChart.Row(texts.get("case.contributions.all"), total));
        List<ContributionsChart.Gain> linear = new ArrayList<>();
        addGain(linear, WHOLE, contributions.linear());
        rows.add(new ContributionsChart.Row(texts.get("case.contributions.linear"), linear));
        return new ContributionsChart.Model(
                rows,
                List.of(
                        texts.get("case.contributions.changedAlone"),
                        texts.get("case.contributions.setBackAlone"),
                        texts.get("case.contributions.whole")),
                format.differenceUnit());
    }

    private void addGain(List<ContributionsChart.Gain> gains, int series, @Nullable ScoreComparison comparison) {
        if (comparison != null) {
            PairedDifference gain = comparison.gain();
            gains.add(new ContributionsChart.Gain(
                    series,
                    format.chartValue(gain.mean()),
                    format.chartValue(gain.from()),
                    format.chartValue(gain.to())));
        }
    }

    private static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
