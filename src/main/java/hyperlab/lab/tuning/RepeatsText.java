package hyperlab.lab.tuning;

import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.train.PairedDifference;
import hyperlab.train.Quantiles;
import hyperlab.tune.PairedComparison;
import hyperlab.tune.TrialComparison;
import hyperlab.tune.TrialReplication;
import hyperlab.tune.TuningStudy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What repeating the best trials with several seeds says. */
final class RepeatsText {
    private static final String NONE = "–";

    private final Texts texts;

    RepeatsText(Texts texts) {
        this.texts = texts;
    }

    /**
     * One row of the table of repeats.
     *
     * @param trial the name of the trial
     * @param numbers its value with its own seed, and the median and the middle half under the other seeds; a dash for
     *     those that it does not have
     */
    record Row(String trial, List<String> numbers) {}

    /** The table of the repeated trials, in their order. */
    List<Row> rows(List<TrialReplication.ReplicatedTrial> repeated) {
        return repeated.stream()
                .map(one -> {
                    double[] values = one.finiteValues();
                    String median = NONE;
                    String half = NONE;
                    if (values.length > 0) {
                        Quantiles spread = Quantiles.of(values);
                        median = TuningText.number(spread.median());
                        half = texts.get(
                                "tuning.repeats.fromTo",
                                TuningText.number(spread.lower()),
                                TuningText.number(spread.upper()));
                    }
                    return new Row(
                            texts.get(
                                    "tuning.readout.trial",
                                    Integer.toString(one.row().trial())),
                            List.of(TuningText.number(one.row().value()), median, half));
                })
                .toList();
    }

    /** Says what the table does not, and compares each trial with the study's best. */
    String describe(TuningStudy study, List<TrialReplication.ReplicatedTrial> repeated, boolean running, double share) {
        if (running) {
            return texts.get("tuning.repeats.running", NumberFormats.format(Math.rint(100 * share), TuningText.DIGITS));
        }
        List<String> lines = new ArrayList<>();
        if (!repeated.isEmpty()) {
            lines.add(texts.get(
                    "tuning.repeats.spread", Integer.toString(repeated.get(0).values().length)));
        }
        repeated.forEach(one -> describeLost(one).ifPresent(lines::add));
        if (repeated.size() > 1) {
            lines.addAll(conclusions(repeated, study.objective().isLargerBetter()));
        }
        if (!repeated.isEmpty() && hasOneSeedPerRun(study)) {
            long first = study.seed() + study.trials();
            lines.add(texts.get(
                    "tuning.repeats.seeds",
                    Long.toString(first),
                    Long.toString(first + repeated.get(0).values().length - 1)));
        }
        return String.join(" ", lines);
    }

    /** Whether run k of a repeated trial has the seed of run k of the same experiment under several seeds. */
    private static boolean hasOneSeedPerRun(TuningStudy study) {
        Experiment experiment = study.experiment();
        return experiment != null
                && experiment.ensemble() == 1
                && !study.space().keys().contains("seed")
                && !study.space().keys().contains("ensemble");
    }

    /** What a repeated trial lacks: the seeds under which it has no value. */
    private Optional<String> describeLost(TrialReplication.ReplicatedTrial one) {
        int seeds = one.values().length;
        int lost = seeds - one.finiteValues().length;
        return lost == 0
                ? Optional.empty()
                : Optional.of(texts.get(
                        "tuning.repeats.lost",
                        Integer.toString(one.row().trial()),
                        Integer.toString(lost),
                        Integer.toString(seeds)));
    }

    /** Compares the study's best trial with each of the others over the same seeds. */
    private List<String> conclusions(List<TrialReplication.ReplicatedTrial> repeated, boolean largerIsBetter) {
        TrialReplication.ReplicatedTrial best = repeated.get(0);
        List<String> sentences = new ArrayList<>(List.of(
                texts.get("tuning.repeats.test", Integer.toString(best.row().trial()))));
        int intervals = 0;
        for (TrialReplication.ReplicatedTrial other : repeated.subList(1, repeated.size())) {
            TrialComparison comparison = TrialComparison.of(best, other, largerIsBetter);
            sentences.add(describeComparison(comparison));
            intervals += comparison.comparison().hasInterval() ? 1 : 0;
        }
        if (intervals > 1) {
            sentences.add(texts.get("tuning.repeats.several", Integer.toString(intervals)));
        }
        return sentences;
    }

    private String describeComparison(TrialComparison trials) {
        String trial = Integer.toString(trials.other().trial());
        PairedComparison comparison = trials.comparison();
        int pairs = comparison.pairs();
        PairedDifference difference = comparison.difference();
        if (difference == null) {
            return texts.get("tuning.repeats.few", trial, pairs, Integer.toString(PairedComparison.MIN_PAIRS));
        }
        return texts.get(
                switch (comparison.verdict()) {
                    case TOO_FEW -> "tuning.repeats.few";
                    case EQUAL -> "tuning.repeats.equal";
                    case CONSTANT -> "tuning.repeats.constant";
                    case WORSE -> "tuning.repeats.worse";
                    case BETTER -> "tuning.repeats.better";
                    case OPEN -> "tuning.repeats.open";
                },
                trial,
                TuningText.signed(difference.mean()),
                TuningText.number(difference.from()),
                TuningText.number(difference.to()),
                pairs);
    }
}
