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

/** What repeating the best trials with several seeds says. */
final class RepeatsText {
    private final Texts texts;

    RepeatsText(Texts texts) {
        this.texts = texts;
    }

    /** Summarizes the best trials with several seeds, and compares each with the study's best. */
    String describe(TuningStudy study, List<TrialReplication.ReplicatedTrial> repeated, boolean running, double share) {
        if (running) {
            return texts.get("tuning.repeats.running", NumberFormats.format(Math.rint(100 * share), TuningText.DIGITS));
        }
        List<String> lines = new ArrayList<>();
        for (TrialReplication.ReplicatedTrial one : repeated) {
            lines.add(describeRepeat(one));
        }
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

    private String describeRepeat(TrialReplication.ReplicatedTrial one) {
        double[] values = one.finiteValues();
        String trial = Integer.toString(one.row().trial());
        int lost = one.values().length - values.length;
        String line = "";
        if (values.length > 0) {
            Quantiles spread = Quantiles.of(values);
            line = texts.get(
                    "tuning.repeats.line",
                    trial,
                    TuningText.number(one.row().value()),
                    TuningText.number(spread.median()),
                    TuningText.number(spread.lower()),
                    TuningText.number(spread.upper()),
                    Integer.toString(values.length));
        }
        return lost == 0
                ? line
                : (line
                                + " "
                                + texts.get(
                                        "tuning.repeats.lost",
                                        trial,
                                        Integer.toString(lost),
                                        Integer.toString(one.values().length)))
                        .strip();
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
        String pairs = Integer.toString(comparison.pairs());
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
