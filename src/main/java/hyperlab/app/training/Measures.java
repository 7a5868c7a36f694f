package hyperlab.app.training;

import hyperlab.diagnosis.NoiseScale;
import hyperlab.diagnosis.Sharpness;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What instruments read of a network; null or empty is what was not measured.
 *
 * @param noise the gradient noise scale
 * @param sharpness the largest eigenvalue of the Hessian
 * @param ratios how far the epoch's next step moves each layer's weights against their size
 * @param members losses of the networks that predict together; null where there are none
 */
record Measures(
        @Nullable NoiseScale noise,
        @Nullable Sharpness sharpness,
        List<Double> ratios,
        @Nullable MemberLosses members) {
    Measures {
        ratios = List.copyOf(ratios);
    }
}
