package hyperlab.cases;

import hyperlab.cases.Score.Part;
import hyperlab.rule.InvalidInputException;
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
 * @param setBack scores of the tuned experiment with only its first key reset to the baseline's value, same size; empty
 *     if it was not run
 * @param foldsBefore cross-validation scores of the baseline, one for each fold; empty if it was not run
 * @param foldsAfter cross-validation scores of the tuned experiment, same size
 */
public record CaseScores(
        List<Double> before,
        List<Double> after,
        List<Double> setBack,
        List<Double> foldsBefore,
        List<Double> foldsAfter) {
    public static final CaseScores NONE = new CaseScores(List.of(), List.of(), List.of(), List.of(), List.of());

    public CaseScores {
        before = List.copyOf(before);
        after = List.copyOf(after);
        setBack = List.copyOf(setBack);
        foldsBefore = List.copyOf(foldsBefore);
        foldsAfter = List.copyOf(foldsAfter);
        asMany("after", after, before, "before");
        asMany("foldsAfter", foldsAfter, foldsBefore, "foldsBefore");
        if (!setBack.isEmpty()) {
            asMany("setBack", setBack, before, "before");
        }
    }

    private static void asMany(String name, List<Double> values, List<Double> others, String other) {
        if (values.size() != others.size()) {
            throw new InvalidInputException(name, "as many numbers as " + other + ", " + others.size(), values.size());
        }
    }

    /** Collects the scores of the seeds and folds whose runs have all ended, up to the first incomplete one. */
    public static CaseScores of(List<Score> found) {
        Map<Part, Map<Integer, Double>> values = new TreeMap<>();
        for (Part part : Part.values()) {
            values.put(part, new TreeMap<>());
        }
        found.forEach(score -> values.getOrDefault(score.part(), Map.of()).put(score.place(), score.value()));
        boolean setsBack = !values.getOrDefault(Part.SET_BACK, Map.of()).isEmpty();
        List<Part> seeded =
                setsBack ? List.of(Part.BEFORE, Part.AFTER, Part.SET_BACK) : List.of(Part.BEFORE, Part.AFTER);
        List<List<Double>> seeds = whole(values, seeded);
        List<List<Double>> folds = whole(values, List.of(Part.FOLD_BEFORE, Part.FOLD_AFTER));
        return new CaseScores(
                seeds.get(0), seeds.get(1), setsBack ? seeds.get(2) : List.of(), folds.get(0), folds.get(1));
    }

    private static List<List<Double>> whole(Map<Part, Map<Integer, Double>> values, List<Part> parts) {
        List<Map<Integer, Double>> found =
                parts.stream().map(part -> values.getOrDefault(part, Map.of())).toList();
        // Count only up to the first gap; a value after a gap would be mistaken for that of an earlier seed or fold.
        long count = IntStream.iterate(0, place -> place + 1)
                .takeWhile(place -> isIn(found, place))
                .count();
        return found.stream()
                .map(own -> own.entrySet().stream()
                        .filter(entry -> entry.getKey() < count)
                        .map(Map.Entry::getValue)
                        .toList())
                .toList();
    }

    private static boolean isIn(List<Map<Integer, Double>> found, int place) {
        return found.stream().allMatch(each -> each.containsKey(place));
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
    public List<Double> of(Part part) {
        return switch (part) {
            case BEFORE -> before;
            case AFTER -> after;
            case SET_BACK -> setBack;
            case FOLD_BEFORE -> foldsBefore;
            case FOLD_AFTER -> foldsAfter;
        };
    }

    /** The paired differences between after and before, seed by seed. Needs at least two seeds. */
    public PairedDifference difference() {
        return PairedDifference.of(array(before), array(after));
    }

    /** The scores of one configuration as a new array. */
    public double[] array(Part part) {
        return array(of(part));
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
    public @Nullable Score firstOther(CaseScores again, Measure measure) {
        for (Part part : Part.values()) {
            List<Double> recorded = of(part);
            List<Double> found = again.of(part);
            for (int place = 0; place < Math.min(recorded.size(), found.size()); place++) {
                if (!measure.agrees(recorded.get(place), found.get(place))) {
                    return new Score(part, place, found.get(place));
                }
            }
        }
        return null;
    }
}
