package hyperlab.diagnosis;

import hyperlab.train.EpochReport;
import hyperlab.train.TrainingOutcome;
import java.util.List;

/**
 * Checks whether a problem found in the losses also shows in the accuracies over the epochs of the evidence. A loss can
 * rise while the same number of samples is predicted correctly, so the accuracy curves count as evidence only if this
 * check passes. The thresholds are Hyperlab's own.
 */
final class AccuracySigns {
    private static final double LEVEL = 0.02;

    private final TrainingCase given;
    private final List<EpochReport> rows;

    private AccuracySigns(TrainingCase given, Symptom.Evidence evidence) {
        this.given = given;
        this.rows = given.rows().stream()
                .filter(row -> row.epoch() >= evidence.fromEpoch() && row.epoch() <= evidence.toEpoch())
                .toList();
    }

    /** Always false for regression and for problems found in layers or features. */
    static boolean show(Ailment ailment, TrainingCase given, Symptom.Evidence evidence) {
        AccuracySigns signs = new AccuracySigns(given, evidence);
        return !signs.rows.isEmpty() && !Double.isNaN(signs.first().trainAccuracy()) && signs.show(ailment);
    }

    private boolean show(Ailment ailment) {
        return switch (ailment) {
            case DIVERGING -> given.outcome() instanceof TrainingOutcome.Diverged || last() < highest();
            case FLAT_AT_PRIOR -> highest() - lowest() <= TrainingDoctor.AT_PRIOR;
            case NOISY_BATCH -> falls() >= TrainingDoctor.LEAPS * (rows.size() - 1);
            case TOO_SLOW -> last() < (1 + first().trainAccuracy()) / 2;
            case OVERFIT ->
                last() > first().trainAccuracy() && newest().validationAccuracy() <= first().validationAccuracy();
            case UNDERFIT -> last() - first().trainAccuracy() < LEVEL;
            case UNLIKE_SCALES, DEAD_UNITS, SATURATED_UNITS, VANISHING_GRADIENT, EXPLODING_GRADIENT -> false;
        };
    }

    private int falls() {
        int falls = 0;
        for (int k = 1; k < rows.size(); k++) {
            falls += rows.get(k).trainAccuracy() < rows.get(k - 1).trainAccuracy() - LEVEL ? 1 : 0;
        }
        return falls;
    }

    private EpochReport first() {
        return rows.get(0);
    }

    private EpochReport newest() {
        return rows.get(rows.size() - 1);
    }

    private double last() {
        return newest().trainAccuracy();
    }

    private double highest() {
        return rows.stream().mapToDouble(EpochReport::trainAccuracy).max().orElseThrow();
    }

    private double lowest() {
        return rows.stream().mapToDouble(EpochReport::trainAccuracy).min().orElseThrow();
    }
}
