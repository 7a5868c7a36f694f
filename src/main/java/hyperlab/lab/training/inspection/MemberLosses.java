package hyperlab.lab.training.inspection;

import java.util.List;

/**
 * Validation losses of networks whose predictions are averaged.
 *
 * @param members the loss of each member alone
 * @param mean the loss of their mean prediction
 * @param dropoutOff the loss of the network with dropout off; NaN for the members of an ensemble
 */
public record MemberLosses(List<Double> members, double mean, double dropoutOff) {
    public MemberLosses {
        members = List.copyOf(members);
    }

    public boolean isDropout() {
        return !Double.isNaN(dropoutOff);
    }
}
