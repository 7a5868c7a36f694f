package hyperlab.export;

import hyperlab.cases.DefaultComparison;
import hyperlab.cases.DefaultComparison.Evidence;
import hyperlab.cases.Metric;
import hyperlab.chart.training.SeedsChart;
import hyperlab.text.Texts;
import hyperlab.train.PairedDifference;
import hyperlab.tune.PairedComparison;
import hyperlab.tune.PairedComparison.Verdict;
import hyperlab.tune.TuningObjective;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Says whether the best trial of a study is better than its default, in words and as a chart. The verdict claims no
 * more than the evaluated rows support: only rows that took no part in the choice of the trial decide.
 */
public final class ComparisonReport {
    private static final double PERCENT = 100;

    private final DefaultComparison subject;
    private final TuningObjective objective;
    private final Texts texts;
    private final ScoreFormat format;

    /** @param objective the objective of the study, on which the values depend */
    public ComparisonReport(DefaultComparison subject, TuningObjective objective, Texts texts) {
        this.subject = subject;
        this.objective = objective;
        this.texts = texts;
        // Losses have the format of errors.
        format = new ScoreFormat(objective.isLargerBetter() ? Metric.ACCURACY : Metric.RMSE, texts);
    }

    /** The quantity that is compared, and on which rows, such as "test loss". */
    public String quantity() {
        return texts.get("tuning.default.quantity." + (subject.test() ? "test" : "validation") + "."
                + (objective.isLargerBetter() ? "accuracy" : "loss"));
    }

    /** The answer in one sentence. */
    public String verdict() {
        PairedComparison comparison = subject.comparison(objective);
        Verdict verdict = comparison.verdict();
        String detail = switch (verdict) {
            case BETTER -> subject.evidence() == Evidence.SEEN ? ".seen" : "";
            case OPEN -> ahead(comparison.difference());
            case WORSE, EQUAL, CONSTANT, TOO_FEW -> "";
        };
        return texts.get(
                "tuning.default.verdict."
                        + verdict.name().toLowerCase(Locale.ROOT).replace("_", "") + detail,
                comparison.pairs(),
                Integer.toString(PairedComparison.MIN_PAIRS));
    }

    /** Which of the two has the better mean: the end of a key; empty if neither has. */
    private String ahead(@Nullable PairedDifference difference) {
        if (difference == null || difference.mean() == 0) {
            return "";
        }
        return (difference.mean() > 0) == objective.isLargerBetter() ? ".best" : ".default";
    }

    /** The numbers behind the verdict: the test, its sample, the interval, and the runs that do not count. */
    public String numbers() {
        PairedComparison comparison = subject.comparison(objective);
        PairedDifference difference = comparison.difference();
        List<String> sentences = new ArrayList<>();
        if (difference != null) {
            sentences.add(texts.get(
                    comparison.hasInterval() ? "tuning.default.interval" : "tuning.default.difference",
                    quantity(),
                    Integer.toString(subject.trial()),
                    format.difference(difference.mean()),
                    format.difference(difference.from()),
                    format.difference(difference.to()),
                    Integer.toString(comparison.pairs()),
                    Long.toString(subject.firstSeed())));
        }
        addDiverged(sentences, "tuning.default.diverged.default", subject.standard());
        addDiverged(sentences, "tuning.default.diverged.best", subject.best());
        return String.join(" ", sentences);
    }

    private void addDiverged(List<String> sentences, String key, List<Double> values) {
        long diverged = values.stream().filter(value -> !Double.isFinite(value)).count();
        if (diverged > 0) {
            sentences.add(texts.get(key, Long.toString(diverged), Integer.toString(values.size())));
        }
    }

    /** How the rows relate to the choice of the trial, and so what the verdict is worth. */
    public String evidence() {
        return texts.get("tuning.default.evidence." + subject.evidence().fileName());
    }

    /** All of it as one paragraph. */
    public String text() {
        return String.join(
                " ",
                List.of(verdict(), numbers(), evidence()).stream()
                        .filter(sentence -> !sentence.isEmpty())
                        .toList());
    }

    /** The compared quantity, and how to read the strips. */
    public String chartSubtitle() {
        return texts.get("tuning.default.strips", quantity());
    }

    /** The values under each seed as strips. */
    public SeedsChart.Model chart() {
        return new SeedsChart.Model(
                List.of(
                        new SeedsChart.Row(texts.get("tuning.default.row"), 1, values(subject.standard())),
                        new SeedsChart.Row(texts.get("tuning.default.best"), 0, values(subject.best()))),
                objective.isLargerBetter() ? PERCENT : Double.POSITIVE_INFINITY,
                objective.isLargerBetter() ? "%" : "",
                true,
                true);
    }

    private double[] values(List<Double> values) {
        return Arrays.stream(DefaultComparison.array(values))
                .map(format::chartValue)
                .toArray();
    }
}
