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
final class KnownTrials {
    private static final int MOST = 16;

    private final Map<Study, Kept> kept = new LinkedHashMap<>();
    private final Map<Study, List<TrialRow>> own = new LinkedHashMap<>();

    private record Kept(Study study, List<Found> found) {}

    void keep(Study study, List<Found> found) {
        Kept before = kept.get(key(study));
        boolean isPart = before != null
                && study.method() instanceof Method.Manual
                && samePoints(study, before.study()) == points(study)
                && points(before.study()) > points(study);
        if (!found.isEmpty() && !isPart) {
            kept.remove(key(study));
            kept.put(key(study), new Kept(study, found));
            trim(kept);
        }
    }

    void forget(Study study) {
        kept.remove(key(study));
        if (study.method() instanceof Method.Manual) {
            own.remove(subject(study));
        }
    }

    List<Found> of(Study study) {
        Kept known = kept.get(key(study));
        if (known == null) {
            return List.of();
        }
        int first = study.method() instanceof Method.Manual ? samePoints(study, known.study()) : study.trials();
        return known.found().stream().filter(found -> found.trial() < first).toList();
    }

    private static int points(Study study) {
        return study.method() instanceof Method.Manual manual ? manual.points().size() : 0;
    }

    /** The number of leading points that both studies share. */
    private static int samePoints(Study one, Study other) {
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
    void remember(Search search) {
        if (search.study().method() instanceof Method.Manual) {
            own.remove(subject(search.study()));
            own.put(subject(search.study()), search.over());
            trim(own);
        }
    }

    List<TrialRow> own(Study study) {
        return own.getOrDefault(subject(study), List.of());
    }

    private static <V> void trim(Map<Study, V> map) {
        while (map.size() > MOST) {
            map.remove(map.keySet().iterator().next());
        }
    }

    private static Study key(Study study) {
        Study alone = study.method() instanceof Method.Bayesian ? study : study.withParallel(1);
        if (study.method() instanceof Method.Manual) {
            return alone.withMethod(new Method.Manual(List.of())).withTrials(1);
        }
        boolean anyNumber = study.method() instanceof Method.RandomSearch || study.method() instanceof Method.Bayesian;
        return anyNumber ? alone.withTrials(1) : alone;
    }

    private static Study subject(Study study) {
        return study.withMethod(new Method.RandomSearch())
                .withTrials(1)
                .withParallel(1)
                .withSeed(0);
    }
}
