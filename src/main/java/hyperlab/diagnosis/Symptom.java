package hyperlab.diagnosis;

import hyperlab.nn.WeightLayer;
import hyperlab.train.Experiment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One problem found in a training run.
 *
 * @param problem the problem; it defines the rule
 * @param certainty how far the threshold is exceeded
 * @param measured the measured value, see {@link Problem}
 * @param reference the value it is compared with, see {@link Problem}
 * @param evidence the epochs and layers that show the problem
 * @param remedy the experiment with the one setting changed that is usually tried first; null if there is none
 */
public record Symptom(
        Problem problem,
        Certainty certainty,
        double measured,
        double reference,
        Evidence evidence,
        @Nullable Experiment remedy) {
    Symptom withEvidence(Evidence newEvidence) {
        return new Symptom(problem, certainty, measured, reference, newEvidence, remedy);
    }

    /** How certain the diagnosis is, by the factor at which the threshold is exceeded. This is not a probability. */
    public enum Certainty {
        /** The threshold is exceeded. */
        POSSIBLE,
        /** Exceeded by a factor of two or more. */
        LIKELY,
        /** Exceeded by a factor of five or more, or directly observed. */
        CERTAIN;

        private static final double TWOFOLD = 2;
        private static final double FIVEFOLD = 5;

        /** Returns the certainty for the factor at which a threshold is exceeded. */
        static Certainty of(double times) {
            return times >= FIVEFOLD ? CERTAIN : times >= TWOFOLD ? LIKELY : POSSIBLE;
        }
    }

    /**
     * Where a problem shows.
     *
     * @param fromEpoch the first epoch
     * @param toEpoch the last epoch
     * @param layers the layers; empty if the curves show the problem
     * @param inAccuracy whether the accuracy curves show the problem as well as the loss curves
     */
    public record Evidence(int fromEpoch, int toEpoch, List<WeightLayer> layers, boolean inAccuracy) {
        public Evidence {
            layers = List.copyOf(layers);
        }

        Evidence(int fromEpoch, int toEpoch, List<WeightLayer> layers) {
            this(fromEpoch, toEpoch, layers, false);
        }

        Evidence withInAccuracy(boolean isShown) {
            return new Evidence(fromEpoch, toEpoch, layers, isShown);
        }
    }
}
