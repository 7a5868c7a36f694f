package hyperlab.lab.tuning;

import hyperlab.text.Texts;
import hyperlab.train.PairedDifference;
import hyperlab.tune.PairedComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The names of the racers, and what a race of search methods says. */
final class RaceText {
    private final Texts texts;

    RaceText(Texts texts) {
        this.texts = texts;
    }

    /** Summarizes the standings of the race. */
    String describeStandings(List<MethodRaceViewModel.MethodStanding> standings, boolean running) {
        int seeds = standings.stream()
                .mapToInt(MethodRaceViewModel.MethodStanding::seeds)
                .min()
                .orElse(0);
        if (seeds == 0) {
            return texts.get(running ? "tuning.race.begun" : "tuning.race.none");
        }
        return standings.stream()
                        .map(one -> texts.get(
                                "tuning.race.line",
                                racer(one.racer()),
                                TuningText.number(last(one.median())),
                                Integer.toString(one.ahead()),
                                seeds))
                        .collect(Collectors.joining(" "))
                + " "
                + (running ? texts.get("tuning.race.soFar") : raceVerdict(standings));
    }

    /** The name of a racer: of its method, or of the file with its study. */
    String racer(MethodRaceViewModel.Racer racer) {
        return racer.savedName() == null
                ? new TuningText(texts).method(racer.study().method())
                : racer.savedName();
    }

    /** Compares each racer with the first one under the same seeds. */
    private String raceVerdict(List<MethodRaceViewModel.MethodStanding> standings) {
        List<String> sentences = new ArrayList<>();
        sentences.add(texts.get("tuning.race.test", racer(standings.get(0).racer())));
        int intervals = 0;
        for (MethodRaceViewModel.MethodStanding one : standings) {
            PairedComparison comparison = one.againstFirst();
            if (comparison != null) {
                sentences.add(raceVerdict(racer(one.racer()), comparison));
                intervals += comparison.hasInterval() ? 1 : 0;
            }
        }
        if (intervals > 1) {
            sentences.add(texts.get("tuning.race.several", Integer.toString(intervals)));
        }
        return String.join(" ", sentences);
    }

    private String raceVerdict(String name, PairedComparison comparison) {
        PairedDifference difference = comparison.difference();
        String key = "tuning.race.verdict."
                + comparison.verdict().name().toLowerCase(Locale.ROOT).replace("_", "");
        int pairs = comparison.pairs();
        return difference == null
                ? texts.get(key, name, pairs, Integer.toString(PairedComparison.MIN_PAIRS))
                : texts.get(
                        key,
                        name,
                        TuningText.signed(difference.mean()),
                        TuningText.number(difference.from()),
                        TuningText.number(difference.to()),
                        pairs);
    }

    /** The rank of the user's own trials among the methods' medians, at the budget that the user has spent. */
    String describeUserRank(
            List<MethodRaceViewModel.MethodStanding> standings, double[] own, int spent, boolean larger) {
        if (spent == 0 || spent > own.length || Double.isNaN(own[spent - 1])) {
            return "";
        }
        double best = own[spent - 1];
        List<MethodRaceViewModel.MethodStanding> there = standings.stream()
                .filter(one -> Double.isFinite(one.median()[spent - 1]))
                .toList();
        long ahead = there.stream()
                .filter(one -> larger ? one.median()[spent - 1] > best : one.median()[spent - 1] < best)
                .count();
        return texts.get(
                "tuning.race.person",
                TuningText.number(best),
                spent,
                Long.toString(ahead + 1),
                Integer.toString(there.size() + 1));
    }

    static double last(double... values) {
        return values.length == 0 ? Double.NaN : values[values.length - 1];
    }
}
