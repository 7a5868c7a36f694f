package hyperlab.app.training;

import java.util.List;

/**
 * Validation losses of networks that predict together.
 *
 * @param members each by itself
 * @param mean of their mean prediction
 * @param off of the one network with dropout off; NaN where the members are an ensemble's
 */
record MemberLosses(List<Double> members, double mean, double off) {
    MemberLosses {
        members = List.copyOf(members);
    }

    boolean ofMasks() {
        return !Double.isNaN(off);
    }
}
