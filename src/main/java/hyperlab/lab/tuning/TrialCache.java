package hyperlab.lab.tuning;

import hyperlab.cases.DefaultComparison;
import hyperlab.chart.series.Curve;
import hyperlab.tune.JournalEntry;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningStudy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The results of recently viewed studies, so that switching between studies loses nothing. Random, Bayesian and manual
 * searches keep their trials when the number of trials changes.
 */
final class TrialCache {
    static final int MAX_STUDIES = 16;

    private final Map<TuningStudy, CachedStudy> studies = new LinkedHashMap<>();
    private final Map<TuningStudy, List<TrialRecord>> manualTrials = new LinkedHashMap<>();

    private record CachedStudy(
            TuningStudy study,
            List<JournalEntry> found,
            Map<Integer, Curve> curves,
            @Nullable DefaultComparison comparison) {}

    /**
     * Remembers the results of a study.
     *
     * @param curves the objective by epoch, by trial number
     * @param comparison of its best trial with the default; null keeps the one that is known
     */
    void put(
            TuningStudy study,
            List<JournalEntry> results,
            Map<Integer, Curve> curves,
            @Nullable DefaultComparison comparison) {
        CachedStudy before = studies.get(key(study));
        boolean isPrefix = before != null
                && study.method() instanceof SearchMethod.Manual
                && commonPointCount(study, before.study()) == pointCount(study)
                && pointCount(before.study()) > pointCount(study);
        if (!results.isEmpty() && !isPrefix) {
            studies.remove(key(study));
            studies.put(
                    key(study),
                    new CachedStudy(
                            study,
                            study.method() instanceof SearchMethod.Manual ? results : union(before, results),
                            study.method() instanceof SearchMethod.Manual ? curves : unionOfCurves(before, curves),
                            comparison != null || before == null ? comparison : before.comparison()));
            trim(studies);
        }
    }

    /** A study with fewer trials has the same first trials, so it must not replace the results of a longer one. */
    private static List<JournalEntry> union(@Nullable CachedStudy before, List<JournalEntry> results) {
        if (before == null) {
            return results;
        }
        Set<List<Integer>> known = new HashSet<>();
        results.forEach(one -> known.add(List.of(one.trial(), one.epochs())));
        return Stream.concat(
                        results.stream(),
                        before.found().stream().filter(one -> !known.contains(List.of(one.trial(), one.epochs()))))
                .toList();
    }

    private static Map<Integer, Curve> unionOfCurves(@Nullable CachedStudy before, Map<Integer, Curve> curves) {
        Map<Integer, Curve> union = new HashMap<>(before == null ? Map.of() : before.curves());
        union.putAll(curves);
        return union;
    }

    /** The comparison of a study's best trial with the default; null if there is none. */
    @Nullable
    DefaultComparison comparisonOf(TuningStudy study) {
        CachedStudy known = studies.get(key(study));
        return known == null ? null : known.comparison();
    }

    void remove(TuningStudy study) {
        studies.remove(key(study));
        if (study.method() instanceof SearchMethod.Manual) {
            manualTrials.remove(searchKey(study));
        }
    }

    List<JournalEntry> resultsOf(TuningStudy study) {
        CachedStudy known = studies.get(key(study));
        if (known == null) {
            return List.of();
        }
        int first = knownTrials(study, known);
        return known.found().stream().filter(found -> found.trial() < first).toList();
    }

    /** The known curves of a study's trials, by their numbers. */
    Map<Integer, Curve> curvesOf(TuningStudy study) {
        CachedStudy known = studies.get(key(study));
        if (known == null) {
            return Map.of();
        }
        Map<Integer, Curve> curves = new HashMap<>(known.curves());
        int first = knownTrials(study, known);
        curves.keySet().removeIf(trial -> trial >= first);
        return curves;
    }

    /** How many of the first trials of a study are those of a known one. */
    private static int knownTrials(TuningStudy study, CachedStudy known) {
        return study.method() instanceof SearchMethod.Manual ? commonPointCount(study, known.study()) : study.trials();
    }

    private static int pointCount(TuningStudy study) {
        return study.method() instanceof SearchMethod.Manual manual
                ? manual.points().size()
                : 0;
    }

    /** The number of leading points that both studies share. */
    private static int commonPointCount(TuningStudy one, TuningStudy other) {
        int same = 0;
        if (one.method() instanceof SearchMethod.Manual first && other.method() instanceof SearchMethod.Manual second) {
            while (same < Math.min(first.points().size(), second.points().size())
                    && first.points().get(same).equals(second.points().get(same))) {
                same++;
            }
        }
        return same;
    }

    /** Remembers manual trials, so that they can be compared with other searches of the same space. */
    void putManualTrials(SearchState search) {
        if (search.study().method() instanceof SearchMethod.Manual) {
            manualTrials.remove(searchKey(search.study()));
            manualTrials.put(searchKey(search.study()), search.finishedTrials());
            trim(manualTrials);
        }
    }

    List<TrialRecord> manualTrials(TuningStudy study) {
        return manualTrials.getOrDefault(searchKey(study), List.of());
    }

    private static <V> void trim(Map<TuningStudy, V> map) {
        while (map.size() > MAX_STUDIES) {
            map.remove(map.keySet().iterator().next());
        }
    }

    private static TuningStudy key(TuningStudy study) {
        TuningStudy alone = study.method() instanceof SearchMethod.Bayesian ? study : study.withParallel(1);
        if (study.method() instanceof SearchMethod.Manual) {
            return alone.withMethod(new SearchMethod.Manual(List.of())).withTrials(1);
        }
        boolean ignoresTrialCount =
                study.method() instanceof SearchMethod.RandomSearch || study.method() instanceof SearchMethod.Bayesian;
        return ignoresTrialCount ? alone.withTrials(1) : alone;
    }

    private static TuningStudy searchKey(TuningStudy study) {
        return study.withMethod(new SearchMethod.RandomSearch())
                .withTrials(1)
                .withParallel(1)
                .withSeed(0);
    }
}
