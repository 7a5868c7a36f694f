package hyperlab.app.tuning;

import hyperlab.tune.Found;
import hyperlab.tune.Method;
import hyperlab.tune.Study;
import hyperlab.tune.TrialRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The results of recently viewed studies, so that switching between studies loses nothing. Random, Bayesian and manual
 * searches keep their trials when the number of trials changes.
 */
final class TrialCache {
    private static final int MAX_STUDIES = 16;

    private final Map<Study, CachedStudy> studies = new LinkedHashMap<>();
    private final Map<Study, List<TrialRow>> manualTrials = new LinkedHashMap<>();

    private record CachedStudy(Study study, List<Found> found) {}

    void put(Study study, List<Found> found) {
        CachedStudy before = studies.get(key(study));
        boolean isPrefix = before != null
                && study.method() instanceof Method.Manual
                && commonPointCount(study, before.study()) == pointCount(study)
                && pointCount(before.study()) > pointCount(study);
        if (!found.isEmpty() && !isPrefix) {
            studies.remove(key(study));
            studies.put(key(study), new CachedStudy(study, found));
            trim(studies);
        }
    }

    void remove(Study study) {
        studies.remove(key(study));
        if (study.method() instanceof Method.Manual) {
            manualTrials.remove(searchKey(study));
        }
    }

    List<Found> resultsOf(Study study) {
        CachedStudy known = studies.get(key(study));
        if (known == null) {
            return List.of();
        }
        int first = study.method() instanceof Method.Manual ? commonPointCount(study, known.study()) : study.trials();
        return known.found().stream().filter(found -> found.trial() < first).toList();
    }

    private static int pointCount(Study study) {
        return study.method() instanceof Method.Manual manual ? manual.points().size() : 0;
    }

    /** The number of leading points that both studies share. */
    private static int commonPointCount(Study one, Study other) {
        int same = 0;
        if (one.method() instanceof Method.Manual first && other.method() instanceof Method.Manual second) {
            while (same < Math.min(first.points().size(), second.points().size())
                    && first.points().get(same).equals(second.points().get(same))) {
                same++;
            }
        }
        return same;
    }

    /** Remembers manual trials, so that they can be compared with other searches of the same space. */
    void putManualTrials(SearchState search) {
        if (search.study().method() instanceof Method.Manual) {
            manualTrials.remove(searchKey(search.study()));
            manualTrials.put(searchKey(search.study()), search.finishedTrials());
            trim(manualTrials);
        }
    }

    List<TrialRow> manualTrials(Study study) {
        return manualTrials.getOrDefault(searchKey(study), List.of());
    }

    private static <V> void trim(Map<Study, V> map) {
        while (map.size() > MAX_STUDIES) {
            map.remove(map.keySet().iterator().next());
        }
    }

    private static Study key(Study study) {
        Study alone = study.method() instanceof Method.Bayesian ? study : study.withParallel(1);
        if (study.method() instanceof Method.Manual) {
            return alone.withMethod(new Method.Manual(List.of())).withTrials(1);
        }
        boolean ignoresTrialCount = study.method() instanceof Method.RandomSearch || study.method() instanceof Method.Bayesian;
        return ignoresTrialCount ? alone.withTrials(1) : alone;
    }

    private static Study searchKey(Study study) {
        return study.withMethod(new Method.RandomSearch())
                .withTrials(1)
                .withParallel(1)
                .withSeed(0);
    }
}
