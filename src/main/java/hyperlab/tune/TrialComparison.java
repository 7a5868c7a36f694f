package hyperlab.tune;

/**
 * Compares two trials that were repeated under the same seeds.
 *
 * @param reference the trial compared with, ranked higher in the study
 * @param other the trial ranked lower: if it is worse, the order of the study holds; if it is better, it is reversed
 * @param comparison {@code other} compared with {@code reference}
 */
public record TrialComparison(TrialRecord reference, TrialRecord other, PairedComparison comparison) {
    /**
     * Compares two trials under the same seeds.
     *
     * @param largerIsBetter whether larger values of the objective are better
     */
    public static TrialComparison of(
            TrialReplication.ReplicatedTrial reference,
            TrialReplication.ReplicatedTrial other,
            boolean largerIsBetter) {
        return new TrialComparison(
                reference.row(), other.row(), PairedComparison.of(reference.values(), other.values(), largerIsBetter));
    }
}
