package hyperlab.cases;

import hyperlab.cases.CaseScore.Configuration;
import hyperlab.cases.ScoreComparison.Verdict;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one tuned key contributes to the scores of a case. Each comparison is null if it was not run for at least two
 * seeds, or if a score is not finite.
 *
 * @param key the key, or the component if several of its keys were tuned
 * @param changedAlone the gain over the baseline when only this key has its tuned value
 * @param setBackAlone the gain of the tuned experiment over the one in which only this key is set back
 * @param others the gain of the tuned experiment over the one in which only this key was changed: what the other keys
 *     add to it
 * @param interaction the gain of {@code setBackAlone} over that of {@code changedAlone}, seed by seed: how much more
 *     the key is worth together with the others than without them
 */
public record KeyContribution(
        String key,
        @Nullable ScoreComparison changedAlone,
        @Nullable ScoreComparison setBackAlone,
        @Nullable ScoreComparison others,
        @Nullable ScoreComparison interaction) {

    /** How a key gains, judged by the 95 % intervals of its comparisons. */
    public enum Role {
        /** It gains alone, setting it back costs, and the others add nothing to it beyond the luck of the seeds. */
        ALONE_AND_NEEDED,
        /** It gains alone, setting it back costs, and the others add to it. */
        PART_AND_NEEDED,
        /** It gains alone, but setting it back costs nothing beyond luck: the others can stand in for it. */
        ALONE_BUT_REPLACEABLE,
        /** It gains nothing alone beyond luck, but setting it back costs: it gains only together with others. */
        ONLY_TOGETHER,
        /** Alone it is worse than the baseline, and setting it back costs nothing beyond luck. */
        WORSE_ALONE,
        /** Alone it is worse than the baseline, and setting it back gains. */
        WORSE_ALONE_AND_TOGETHER,
        /** It gains nothing alone beyond luck, and setting it back gains. */
        WORSE_TOGETHER,
        /** Neither shows an effect beyond the luck of the seeds. */
        NONE_SEEN
    }

    static KeyContribution of(String key, CaseScores scores, Metric metric) {
        double[] before = scores.array(Configuration.BEFORE);
        double[] after = scores.array(Configuration.AFTER);
        double[] changed = scores.array(Configuration.changedAlone(key));
        double[] setBack = scores.array(Configuration.setBackAlone(key));
        return new KeyContribution(
                key,
                ScoreComparison.of(before, changed, metric),
                ScoreComparison.of(setBack, after, metric),
                ScoreComparison.of(changed, after, metric),
                ScoreComparison.of(differences(before, changed), differences(setBack, after), metric));
    }

    private static double[] differences(double[] first, double[] second) {
        double[] differences = new double[Math.min(first.length, second.length)];
        Arrays.setAll(differences, i -> second[i] - first[i]);
        return differences;
    }

    /** The role of the key; null if one of its comparisons is missing or has no interval although it is not 0. */
    public @Nullable Role role() {
        if (changedAlone == null || setBackAlone == null || others == null) {
            return null;
        }
        if (Stream.of(changedAlone, setBackAlone, others).anyMatch(KeyContribution::isUndecided)) {
            return null;
        }
        boolean needed = setBackAlone.isBetter();
        if (changedAlone.isBetter()) {
            return !needed
                    ? Role.ALONE_BUT_REPLACEABLE
                    : others.isBetter() ? Role.PART_AND_NEEDED : Role.ALONE_AND_NEEDED;
        }
        if (needed) {
            return Role.ONLY_TOGETHER;
        }
        boolean gainsWhenSetBack = setBackAlone.verdict() == Verdict.WORSE;
        if (changedAlone.verdict() == Verdict.WORSE) {
            return gainsWhenSetBack ? Role.WORSE_ALONE_AND_TOGETHER : Role.WORSE_ALONE;
        }
        return gainsWhenSetBack ? Role.WORSE_TOGETHER : Role.NONE_SEEN;
    }

    private static boolean isUndecided(ScoreComparison comparison) {
        return comparison.verdict() == Verdict.CONSTANT && comparison.gain().mean() != 0;
    }
}
