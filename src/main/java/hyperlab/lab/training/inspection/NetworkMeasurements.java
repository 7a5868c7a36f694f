package hyperlab.lab.training.inspection;

import hyperlab.diagnosis.NoiseScale;
import hyperlab.diagnosis.Sharpness;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measurements of a network; null or empty if not measured.
 *
 * @param noise the gradient noise scale
 * @param sharpness the largest eigenvalue of the Hessian
 * @param updateRatios for each layer, the size of the next weight update relative to the weights
 * @param members losses of the networks whose predictions are averaged; null if there are none
 */
public record NetworkMeasurements(
        @Nullable NoiseScale noise,
        @Nullable Sharpness sharpness,
        List<Double> updateRatios,
        @Nullable MemberLosses members) {
    public NetworkMeasurements {
        updateRatios = List.copyOf(updateRatios);
    }
}
