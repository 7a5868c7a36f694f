package hyperlab.cases;

import hyperlab.cases.CaseScore.Configuration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What tuning gained in a case, and which key gained how much. Every interval is a paired t interval over the seeds
 * ({@link hyperlab.train.PairedDifference}); it holds for the case's test rows only.
 *
 * @param total the gain of the tuned experiment over the baseline
 * @param keys what each tuned key contributes
 * @param linear the gain of the linear reference over the baseline
 * @param overLinear the gain of the tuned experiment over the linear reference
 */
public record CaseContributions(
        @Nullable ScoreComparison total,
        List<KeyContribution> keys,
        @Nullable ScoreComparison linear,
        @Nullable ScoreComparison overLinear) {
    public CaseContributions {
        keys = List.copyOf(keys);
    }

    public static CaseContributions of(CaseScores scores, Metric metric) {
        double[] before = scores.array(Configuration.BEFORE);
        double[] after = scores.array(Configuration.AFTER);
        double[] linear = scores.array(Configuration.LINEAR);
        return new CaseContributions(
                ScoreComparison.of(before, after, metric),
                scores.keys().stream()
                        .map(key -> KeyContribution.of(key, scores, metric))
                        .toList(),
                ScoreComparison.of(before, linear, metric),
                ScoreComparison.of(linear, after, metric));
    }

    /** The key that gains most alone; null unless its interval lies above 0 and above those of all other keys. */
    public @Nullable KeyContribution largestAlone() {
        return largest(KeyContribution::changedAlone);
    }

    /** The key that costs most when set back; null unless its interval lies above 0 and above those of all others. */
    public @Nullable KeyContribution largestSetBack() {
        return largest(KeyContribution::setBackAlone);
    }

    private @Nullable KeyContribution largest(Function<KeyContribution, @Nullable ScoreComparison> comparison) {
        if (keys.size() < 2 || keys.stream().map(comparison).anyMatch(Objects::isNull)) {
            return null;
        }
        return keys.stream()
                .filter(key -> isAboveOthers(key, comparison))
                .findFirst()
                .orElse(null);
    }

    private boolean isAboveOthers(
            KeyContribution candidate, Function<KeyContribution, @Nullable ScoreComparison> comparison) {
        ScoreComparison own = Objects.requireNonNull(comparison.apply(candidate));
        return own.isBetter()
                && keys.stream()
                        .filter(other -> !other.equals(candidate))
                        .map(other -> Objects.requireNonNull(comparison.apply(other)))
                        .allMatch(other -> own.gain().from() > other.gain().to());
    }
}
