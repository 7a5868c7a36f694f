package hyperlab.cases;

import hyperlab.cases.CaseScore.Configuration;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.PairedDifference;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The scores of the runs of a case, in the order of the seeds or folds. Values at the same index of two lists are a
 * pair.
 *
 * @param before scores of the baseline on the test part, one for each seed
 * @param after scores of the tuned experiment, same size
 * @param ablation scores of the tuned experiment with only its first key reset to the baseline's value, same size; empty
 *     if it was not run
 * @param foldsBefore cross-validation scores of the baseline, one for each fold; empty if it was not run
 * @param foldsAfter cross-validation scores of the tuned experiment, same size
 */
public record CaseScores(
        List<Double> before,
        List<Double> after,
        List<Double> ablation,
        List<Double> foldsBefore,
        List<Double> foldsAfter) {
    public static final CaseScores NONE = new CaseScores(List.of(), List.of(), List.of(), List.of(), List.of());

    public CaseScores {
        before = List.copyOf(before);
        after = List.copyOf(after);
        ablation = List.copyOf(ablation);
        foldsBefore = List.copyOf(foldsBefore);
        foldsAfter = List.copyOf(foldsAfter);
        requireSameSize("after", after, before, "before");
        requireSameSize("foldsAfter", foldsAfter, foldsBefore, "foldsBefore");
        if (!ablation.isEmpty()) {
            requireSameSize("setBack", ablation, before, "before");
        }
    }

    private static void requireSameSize(String name, List<Double> values, List<Double> others, String other) {
        if (values.size() != others.size()) {
            throw new InvalidInputException(name, Rule.SCORES_AS_MANY_AS, other, others.size(), values.size());
        }
    }

    /** Collects the scores of the seeds and folds whose runs have all ended, up to the first incomplete one. */
    public static CaseScores of(List<CaseScore> results) {
        Map<Configuration, Map<Integer, Double>> values = new TreeMap<>();
        for (Configuration configuration : Configuration.values()) {
            values.put(configuration, new TreeMap<>());
        }
        results.forEach(
                score -> values.getOrDefault(score.configuration(), Map.of()).put(score.index(), score.value()));
        boolean hasAblation =
                !values.getOrDefault(Configuration.ABLATION, Map.of()).isEmpty();
        List<Configuration> seeded = hasAblation
                ? List.of(Configuration.BEFORE, Configuration.AFTER, Configuration.ABLATION)
                : List.of(Configuration.BEFORE, Configuration.AFTER);
        List<List<Double>> seeds = completeValues(values, seeded);
        List<List<Double>> folds = completeValues(values, List.of(Configuration.FOLD_BEFORE, Configuration.FOLD_AFTER));
        return new CaseScores(
                seeds.get(0), seeds.get(1), hasAblation ? seeds.get(2) : List.of(), folds.get(0), folds.get(1));
    }

    private static List<List<Double>> completeValues(
            Map<Configuration, Map<Integer, Double>> values, List<Configuration> parts) {
        List<Map<Integer, Double>> results = parts.stream()
                .map(configuration -> values.getOrDefault(configuration, Map.of()))
                .toList();
        // Count only up to the first gap; a value after a gap would be mistaken for that of an earlier seed or fold.
        long count = IntStream.iterate(0, index -> index + 1)
                .takeWhile(index -> isComplete(results, index))
                .count();
        return results.stream()
                .map(valuesByIndex -> valuesByIndex.entrySet().stream()
                        .filter(entry -> entry.getKey() < count)
                        .map(Map.Entry::getValue)
                        .toList())
                .toList();
    }

    private static boolean isComplete(List<Map<Integer, Double>> results, int index) {
        return results.stream().allMatch(each -> each.containsKey(index));
    }

    /** Number of seeds. */
    public int seeds() {
        return before.size();
    }

    /** Number of folds. */
    public int folds() {
        return foldsBefore.size();
    }

    /** The scores of one configuration. */
    public List<Double> of(Configuration configuration) {
        return switch (configuration) {
            case BEFORE -> before;
            case AFTER -> after;
            case ABLATION -> ablation;
            case FOLD_BEFORE -> foldsBefore;
            case FOLD_AFTER -> foldsAfter;
        };
    }

    /** The paired differences between after and before, seed by seed. Needs at least two seeds. */
    public PairedDifference difference() {
        return PairedDifference.of(array(before), array(after));
    }

    /** The scores of one configuration as a new array. */
    public double[] array(Configuration configuration) {
        return array(of(configuration));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * Compares these scores with those of another run of the same case, which may have fewer seeds.
     *
     * @return the first score of the other run that differs, in the order of the configurations; null if the scores
     *     that both have are equal
     */
    public @Nullable CaseScore firstDifference(CaseScores rerun, Metric metric) {
        for (Configuration configuration : Configuration.values()) {
            List<Double> recorded = of(configuration);
            List<Double> results = rerun.of(configuration);
            for (int index = 0; index < Math.min(recorded.size(), results.size()); index++) {
                if (!metric.isEqual(recorded.get(index), results.get(index))) {
                    return new CaseScore(configuration, index, results.get(index));
                }
            }
        }
        return null;
    }
}
