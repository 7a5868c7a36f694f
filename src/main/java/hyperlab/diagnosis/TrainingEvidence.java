package hyperlab.diagnosis;

import hyperlab.nn.WeightLayer;
import java.util.List;

/**
 * What shows a problem of a training run, and where.
 *
 * @param problem the problem; it defines the rule
 * @param certainty how far the threshold is exceeded
 * @param measured the measured value, see {@link Problem}
 * @param reference the value it is compared with, see {@link Problem}
 * @param fromEpoch the first epoch that shows it
 * @param toEpoch the last epoch that shows it
 * @param layers the layers that show it; empty if the curves do
 * @param inAccuracy whether the accuracy curves show the problem as well as the loss curves
 */
public record TrainingEvidence(
        Problem problem,
        Certainty certainty,
        double measured,
        double reference,
        int fromEpoch,
        int toEpoch,
        List<WeightLayer> layers,
        boolean inAccuracy) {
    public TrainingEvidence {
        layers = List.copyOf(layers);
    }

    /** How certain a finding is, by the factor at which the threshold is exceeded. This is not a probability. */
    public enum Certainty {
        /** The threshold is exceeded. */
        POSSIBLE("doctor.certainty.possible"),
        /** Exceeded by a factor of two or more. */
        LIKELY("doctor.certainty.likely"),
        /** Exceeded by a factor of five or more, or directly observed. */
        CERTAIN("doctor.certainty.certain");

        private static final double TWOFOLD = 2;
        private static final double FIVEFOLD = 5;

        private final String key;

        Certainty(String key) {
            this.key = key;
        }

        /** The message key of its name. */
        String key() {
            return key;
        }

        /** Returns the certainty for the factor at which a threshold is exceeded. */
        static Certainty of(double times) {
            return times >= FIVEFOLD ? CERTAIN : times >= TWOFOLD ? LIKELY : POSSIBLE;
        }
    }

    /** Evidence in the loss curves. */
    TrainingEvidence(
            Problem problem, Certainty certainty, double measured, double reference, int fromEpoch, int toEpoch) {
        this(problem, certainty, measured, reference, fromEpoch, toEpoch, List.of(), false);
    }

    TrainingEvidence withInAccuracy(boolean isShown) {
        return new TrainingEvidence(problem, certainty, measured, reference, fromEpoch, toEpoch, layers, isShown);
    }
}
