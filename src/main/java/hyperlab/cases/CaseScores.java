package hyperlab.cases;

import hyperlab.cases.CaseScore.Configuration;
import hyperlab.cases.CaseScore.Kind;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.PairedDifference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The scores of the runs of a case, in the order of the seeds or folds. Values at the same index of two lists are a
 * pair.
 *
 * @param values the scores of each configuration that was run, in the order of {@link Kind}: one score for each seed,
 *     or for each fold
 */
public record CaseScores(Map<Configuration, List<Double>> values) {
    public static final CaseScores NONE = new CaseScores(Map.of());

    public CaseScores {
        Map<Configuration, List<Double>> sorted = new LinkedHashMap<>();
        values.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .sorted(Comparator.comparing(entry -> entry.getKey().kind()))
                .forEach(entry -> sorted.put(entry.getKey(), List.copyOf(entry.getValue())));
        int before = size(sorted, Configuration.BEFORE);
        int foldsBefore = size(sorted, Configuration.FOLD_BEFORE);
        requireSize("after", size(sorted, Configuration.AFTER), "before", before);
        requireSize("foldsAfter", size(sorted, Configuration.FOLD_AFTER), "foldsBefore", foldsBefore);
        sorted.forEach((configuration, list) -> {
            switch (configuration.kind()) {
                case CHANGED_ALONE -> requireSize("changedAlone." + configuration.key(), list.size(), "before", before);
                case SET_BACK_ALONE ->
                    requireSize("setBackAlone." + configuration.key(), list.size(), "before", before);
                case LINEAR -> requireSize("linear", list.size(), "before", before);
                case BEFORE, AFTER, FOLD_BEFORE, FOLD_AFTER -> {}
            }
        });
        values = Collections.unmodifiableMap(sorted);
    }

    private static int size(Map<Configuration, List<Double>> values, Configuration configuration) {
        return values.getOrDefault(configuration, List.of()).size();
    }

    private static void requireSize(String name, int size, String other, int expected) {
        if (size != expected) {
            throw new InvalidInputException(name, Rule.SCORES_AS_MANY_AS, other, expected, size);
        }
    }

    /** The scores of the baseline and of the tuned experiment for the same seeds. */
    public static CaseScores of(List<Double> before, List<Double> after) {
        return new CaseScores(Map.of(Configuration.BEFORE, before, Configuration.AFTER, after));
    }

    /** The same scores with those of another configuration. */
    public CaseScores with(Configuration configuration, List<Double> scores) {
        Map<Configuration, List<Double>> all = new LinkedHashMap<>(values);
        all.put(configuration, scores);
        return new CaseScores(all);
    }

    /** The same scores with those of cross-validation. */
    public CaseScores withFolds(List<Double> foldsBefore, List<Double> foldsAfter) {
        Map<Configuration, List<Double>> all = new LinkedHashMap<>(values);
        all.put(Configuration.FOLD_BEFORE, foldsBefore);
        all.put(Configuration.FOLD_AFTER, foldsAfter);
        return new CaseScores(all);
    }

    /** Collects the scores of the seeds and folds whose runs have all ended, up to the first incomplete one. */
    public static CaseScores of(List<CaseScore> results) {
        Map<Configuration, Map<Integer, Double>> seeds = new LinkedHashMap<>();
        Map<Configuration, Map<Integer, Double>> folds = new LinkedHashMap<>();
        // The first scores of a plan are those of the baseline and of the tuned experiment. Without both, no seed is
        // complete.
        List.of(Configuration.BEFORE, Configuration.AFTER).forEach(each -> seeds.put(each, new TreeMap<>()));
        List.of(Configuration.FOLD_BEFORE, Configuration.FOLD_AFTER).forEach(each -> folds.put(each, new TreeMap<>()));
        results.forEach(score -> (score.configuration().isFold() ? folds : seeds)
                .computeIfAbsent(score.configuration(), each -> new TreeMap<>())
                .put(score.index(), score.value()));
        Map<Configuration, List<Double>> complete = new LinkedHashMap<>();
        addComplete(seeds, complete);
        addComplete(folds, complete);
        return new CaseScores(complete);
    }

    private static void addComplete(
            Map<Configuration, Map<Integer, Double>> found, Map<Configuration, List<Double>> complete) {
        // Count only up to the first gap; a value after a gap would be mistaken for that of an earlier seed or fold.
        long count = IntStream.iterate(0, index -> index + 1)
                .takeWhile(index -> found.values().stream().allMatch(each -> each.containsKey(index)))
                .count();
        found.forEach((configuration, valuesByIndex) -> complete.put(
                configuration, valuesByIndex.values().stream().limit(count).toList()));
    }

    /** Number of seeds. */
    public int seeds() {
        return before().size();
    }

    /** Number of folds. */
    public int folds() {
        return foldsBefore().size();
    }

    /** Number of all scores. */
    public int count() {
        return values.values().stream().mapToInt(Collection::size).sum();
    }

    /** The scores of the baseline. */
    public List<Double> before() {
        return of(Configuration.BEFORE);
    }

    /** The scores of the tuned experiment. */
    public List<Double> after() {
        return of(Configuration.AFTER);
    }

    /** The cross-validation scores of the baseline; empty if it was not run. */
    public List<Double> foldsBefore() {
        return of(Configuration.FOLD_BEFORE);
    }

    /** The cross-validation scores of the tuned experiment; empty if it was not run. */
    public List<Double> foldsAfter() {
        return of(Configuration.FOLD_AFTER);
    }

    /** The scores of one configuration; empty if it was not run. */
    public List<Double> of(Configuration configuration) {
        return values.getOrDefault(configuration, List.of());
    }

    /** The keys that were changed alone or set back alone, in the order in which they were run. */
    public List<String> keys() {
        return values.keySet().stream()
                .filter(each -> each.kind() == Kind.CHANGED_ALONE || each.kind() == Kind.SET_BACK_ALONE)
                .map(Configuration::key)
                .distinct()
                .toList();
    }

    /** The scores of at most the first seeds, with all folds. */
    public CaseScores firstSeeds(int count) {
        Map<Configuration, List<Double>> first = new LinkedHashMap<>();
        values.forEach((configuration, list) -> first.put(
                configuration, configuration.isFold() ? list : list.subList(0, Math.min(count, list.size()))));
        return new CaseScores(first);
    }

    /** The paired differences between after and before, seed by seed. Needs at least two seeds. */
    public PairedDifference difference() {
        return PairedDifference.of(array(Configuration.BEFORE), array(Configuration.AFTER));
    }

    /** The scores of one configuration as a new array. */
    public double[] array(Configuration configuration) {
        return of(configuration).stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * Compares these scores with those of another run of the same case, which may have fewer seeds.
     *
     * @return the first score of the other run that differs, in the order of the configurations; null if the scores
     *     that both have are equal
     */
    public @Nullable CaseScore firstDifference(CaseScores rerun, Metric metric) {
        for (Map.Entry<Configuration, List<Double>> entry : values.entrySet()) {
            List<Double> recorded = entry.getValue();
            List<Double> results = rerun.of(entry.getKey());
            for (int index = 0; index < Math.min(recorded.size(), results.size()); index++) {
                if (!metric.isEqual(recorded.get(index), results.get(index))) {
                    return new CaseScore(entry.getKey(), index, results.get(index));
                }
            }
        }
        return null;
    }

    /** The number of scores that both have. */
    public int commonCount(CaseScores other) {
        List<Integer> counts = new ArrayList<>();
        values.forEach((configuration, list) ->
                counts.add(Math.min(list.size(), other.of(configuration).size())));
        return counts.stream().mapToInt(Integer::intValue).sum();
    }
}
