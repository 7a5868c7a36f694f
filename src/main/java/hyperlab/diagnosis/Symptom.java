package hyperlab.diagnosis;

import hyperlab.nn.WeightLayer;
import hyperlab.train.Experiment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is the matter with a training.
 *
 * @param ailment what, with its rule
 * @param certainty how far beyond the threshold it is
 * @param measured see {@link Ailment}
 * @param reference what it is held against, see there
 * @param evidence where it shows
 * @param remedy the experiment with the one setting changed that is the customary first thing to try; null for none
 */
public record Symptom(
        Ailment ailment,
        Certainty certainty,
        double measured,
        double reference,
        Evidence evidence,
        @Nullable Experiment remedy) {
    Symptom withEvidence(Evidence newEvidence) {
        return new Symptom(ailment, certainty, measured, reference, newEvidence, remedy);
    }

    /** How sure the doctor is, by how many times the threshold is passed: no probability. */
    public enum Certainty {
        /** Passed. */
        POSSIBLE,
        /** Passed twofold or more. */
        LIKELY,
        /** Passed fivefold or more, or a fact. */
        CERTAIN;

        private static final double TWOFOLD = 2;
        private static final double FIVEFOLD = 5;

        /** By how many times a threshold is passed. */
        static Certainty of(double times) {
            return times >= FIVEFOLD ? CERTAIN : times >= TWOFOLD ? LIKELY : POSSIBLE;
        }
    }

    /**
     * Where a symptom shows.
     *
     * @param fromEpoch the first epoch
     * @param toEpoch the last
     * @param layers the layers; none where it is the curves that show it
     * @param inAccuracy whether the curves of the accuracy show it as those of the loss do
     */
    public record Evidence(int fromEpoch, int toEpoch, List<WeightLayer> layers, boolean inAccuracy) {
        public Evidence {
            layers = List.copyOf(layers);
        }

        Evidence(int fromEpoch, int toEpoch, List<WeightLayer> layers) {
            this(fromEpoch, toEpoch, layers, false);
        }

        Evidence shownInAccuracy(boolean isShown) {
            return new Evidence(fromEpoch, toEpoch, layers, isShown);
        }
    }
}
