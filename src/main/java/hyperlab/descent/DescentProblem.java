package hyperlab.descent;

import hyperlab.finding.Severity;
import java.util.Arrays;
import java.util.List;

/** The problems that {@link DescentDoctor} finds, the most severe ones first. */
enum DescentProblem {
    /**
     * On a function with constant curvature, every step is longer than the one before. Arguments: rate, limit, rate,
     * curvature, factor 1 − ηc, growth per step in percent, symbol of the curvature; with momentum: rate, limit,
     * asymptotic growth per step in percent. On a surface, only the direction of largest curvature diverges.
     */
    EXCEEDS_STABILITY_LIMIT(
            Severity.DANGER,
            "learning-rate.doctor.diverges",
            "learning-rate.doctor.divergesMomentum",
            "learning-rate.doctor.divergesSurface"),

    /**
     * On a function with constant curvature, every step is as long as the one before. Arguments: rate, symbol of the
     * curvature.
     */
    AT_STABILITY_LIMIT(Severity.DANGER, "learning-rate.doctor.bounces", "learning-rate.doctor.bouncesSurface"),

    /** The path diverged. Arguments: rate, first step without a finite value, and the suggested rate if any. */
    PATH_DIVERGED(Severity.DANGER, "learning-rate.doctor.diverged", "learning-rate.doctor.divergedBetter"),

    /** The path ends higher than it starts. Arguments: rate, steps, last and first value, suggested rate if any. */
    ENDS_HIGHER(Severity.DANGER, "learning-rate.doctor.climbs", "learning-rate.doctor.climbsBetter"),

    /**
     * The path converged in a minimum that is not the lowest. Arguments: rate, point and value where it ended, point
     * and value of the lowest minimum.
     */
    IN_LOCAL_MINIMUM(Severity.WARNING, "learning-rate.doctor.trapped", "learning-rate.doctor.trappedSurface"),

    /**
     * The path needs more than four times as many steps as the suggested rate to reach 1 % of its initial height
     * above the minimum. Arguments: rate, steps, suggested rate, its steps.
     */
    SLOW_DESCENT(Severity.NOTE, "learning-rate.doctor.slow"),

    /**
     * The path has not reached 1 % of its initial height above the minimum after all its steps. Arguments: rate,
     * steps, percent of the height that remains; suggested rate and its steps if any.
     */
    UNFINISHED_DESCENT(Severity.NOTE, "learning-rate.doctor.unfinished", "learning-rate.doctor.unfinishedBetter");

    private final Severity severity;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> keys;

    /** @param keys the keys of its wordings */
    DescentProblem(Severity severity, String... keys) {
        this.severity = severity;
        this.keys = List.of(keys);
    }

    /**
     * The problem that a key is a wording of.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    static DescentProblem ofKey(String key) {
        return Arrays.stream(values())
                .filter(problem -> problem.keys.contains(key))
                .findFirst()
                .orElseThrow();
    }

    Severity severity() {
        return severity;
    }

    /** The keys of its wordings. */
    List<String> keys() {
        return keys;
    }
}
