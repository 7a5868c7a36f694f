package hyperlab.train;

import hyperlab.data.Partition;
import java.util.List;

/**
 * All that decides how a run goes on from the end of an epoch: settings, weights, moments, orders of rows and the states
 * of its random streams. Immutable; any number of runs may go on from it, on any threads. The data are shared, not copied.
 */
public final class Snapshot {
    private static final long BYTES_OF_ITSELF = 512;
    private static final long BYTES_OF_A_MEMBER = 256;
    private static final long BYTES_OF_AN_ARRAY = 128;

    private final Experiment experiment;
    private final Partition partition;
    private final EpochReport report;
    private final BestWeights best;
    private final List<Stepper.State> members;

    /**
     * @param experiment with all that was changed until now
     * @param report of the epoch that has just ended
     * @param members the state of each
     */
    Snapshot(
            Experiment experiment,
            Partition partition,
            EpochReport report,
            BestWeights best,
            List<Stepper.State> members) {
        this.experiment = experiment;
        this.partition = partition;
        this.report = report;
        this.best = best;
        this.members = members;
    }

    /** Finished epochs. */
    public int epoch() {
        return report.epoch();
    }

    /** What the run reported at this epoch's end. */
    public EpochReport report() {
        return report;
    }

    /** The run's experiment, with all that was changed on the way until here. */
    public Experiment experiment() {
        return experiment;
    }

    /** The memory that it takes, rounded up: weights, moments, orders, and the best epoch's weights where they are others. */
    public long bytes() {
        long bytes = BYTES_OF_ITSELF;
        for (Stepper.State member : members) {
            long weights = member.parameters() * Double.BYTES + BYTES_OF_AN_ARRAY * member.values().length;
            bytes += BYTES_OF_A_MEMBER + weights + member.bytesBeside();
            bytes += best.epoch() == epoch() ? 0 : weights;
        }
        return bytes;
    }

    Partition partition() {
        return partition;
    }

    BestWeights best() {
        return best;
    }

    List<Stepper.State> members() {
        return members;
    }
}
