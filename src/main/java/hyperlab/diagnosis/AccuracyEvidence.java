package hyperlab.diagnosis;

import hyperlab.train.EpochReport;
import hyperlab.train.TrainingOutcome;
import java.util.List;

/**
 * Checks whether a problem found in the losses also shows in the accuracies over the epochs of the evidence. A loss can
 * rise while the same number of samples is predicted correctly, so the accuracy curves count as evidence only if this
 * check passes. The thresholds are Hyperlab's own.
 */
final class AccuracyEvidence {
    private static final double TOLERANCE = 0.02;

    private final DiagnosisInput input;
    private final List<EpochReport> rows;

    private AccuracyEvidence(DiagnosisInput input, TrainingEvidence evidence) {
        this.input = input;
        this.rows = input.epochReports().stream()
                .filter(row -> row.epoch() >= evidence.fromEpoch() && row.epoch() <= evidence.toEpoch())
                .toList();
    }

    /** Always false for regression and for problems found in layers or features. */
    static boolean confirms(DiagnosisInput input, TrainingEvidence evidence) {
        AccuracyEvidence signs = new AccuracyEvidence(input, evidence);
        return !signs.rows.isEmpty()
                && !Double.isNaN(signs.first().trainAccuracy())
                && signs.confirms(evidence.problem());
    }

    private boolean confirms(Problem problem) {
        return switch (problem) {
            case DIVERGING -> input.outcome() instanceof TrainingOutcome.Diverged || last() < highest();
            case FLAT_AT_PRIOR -> highest() - lowest() <= TrainingDoctor.BASELINE_TOLERANCE;
            case NOISY_BATCH -> countDrops() >= TrainingDoctor.JUMP_SHARE * (rows.size() - 1);
            case TOO_SLOW -> last() < (1 + first().trainAccuracy()) / 2;
            case OVERFIT ->
                last() > first().trainAccuracy() && newest().validationAccuracy() <= first().validationAccuracy();
            case UNDERFIT -> last() - first().trainAccuracy() < TOLERANCE;
            case UNLIKE_SCALES, DEAD_UNITS, SATURATED_UNITS, VANISHING_GRADIENT, EXPLODING_GRADIENT -> false;
        };
    }

    private int countDrops() {
        int falls = 0;
        for (int k = 1; k < rows.size(); k++) {
            falls += rows.get(k).trainAccuracy() < rows.get(k - 1).trainAccuracy() - TOLERANCE ? 1 : 0;
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
