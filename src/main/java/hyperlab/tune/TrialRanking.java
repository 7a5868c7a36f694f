package hyperlab.tune;

import hyperlab.train.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The order of a study's trials. Trials have one seed each, so the best of them may owe its place to luck. Once the
 * best ones were repeated under other seeds, the repeats decide their order.
 *
 * @param trials the completed trials, best first
 * @param medians the medians of the repeated trials by trial number, if they decide; otherwise empty
 */
public record TrialRanking(List<TrialRecord> trials, Map<Integer, Double> medians) {
    public TrialRanking {
        trials = List.copyOf(trials);
        medians = Map.copyOf(medians);
    }

    /**
     * Ranks trials.
     *
     * @param rows the trials, in any state
     * @param repeats the repeated trials. They decide as long as they are the best of {@code rows} by their own values:
     *     a trial that came later and did better has not been repeated, and would otherwise be left behind
     */
    public static TrialRanking of(
            TuningStudy study, List<TrialRecord> rows, List<TrialReplication.ReplicatedTrial> repeats) {
        List<TrialRecord> ranked = study.ranked(rows);
        Set<Integer> repeated = new HashSet<>();
        repeats.forEach(repeat -> repeated.add(repeat.row().trial()));
        boolean decide = !repeats.isEmpty()
                && ranked.size() >= repeats.size()
                && ranked.subList(0, repeats.size()).stream()
                        .map(TrialRecord::trial)
                        .allMatch(repeated::contains);
        if (!decide) {
            return new TrialRanking(ranked, Map.of());
        }
        boolean larger = study.objective().isLargerBetter();
        Map<Integer, Double> medians = new HashMap<>();
        repeats.forEach(repeat -> medians.put(repeat.row().trial(), median(repeat.values(), larger)));
        Comparator<TrialRecord> byMedian =
                Comparator.comparingDouble(row -> medians.getOrDefault(row.trial(), Double.NaN));
        List<TrialRecord> order = new ArrayList<>(ranked);
        order.subList(0, repeats.size()).sort(larger ? byMedian.reversed() : byMedian);
        return new TrialRanking(order, medians);
    }

    /** The median over all seeds; runs without a value count as the worst. */
    private static double median(double[] values, boolean largerIsBetter) {
        double worst = largerIsBetter ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        double[] all = Arrays.stream(values)
                .map(value -> Double.isFinite(value) ? value : worst)
                .sorted()
                .toArray();
        // Between a finite and an infinite value, interpolation would give NaN.
        double upper = all[all.length / 2];
        double lower = all[(all.length - 1) / 2];
        return Double.isFinite(upper) && Double.isFinite(lower)
                ? Quantiles.of(all).median()
                : worst;
    }

    /** The best trial; empty if none is completed. */
    public Optional<TrialRecord> best() {
        return trials.stream().findFirst();
    }

    /** Whether repeats decide the order of the best trials. */
    public boolean isDecidedByRepeats() {
        return !medians.isEmpty();
    }

    /** The median of a repeated trial over its seeds; empty if repeats do not decide, or not about this trial. */
    public OptionalDouble median(TrialRecord row) {
        Double median = medians.get(row.trial());
        return median == null ? OptionalDouble.empty() : OptionalDouble.of(median);
    }
}
