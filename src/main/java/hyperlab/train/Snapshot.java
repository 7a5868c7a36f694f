package hyperlab.train;

import hyperlab.data.DataSplit;
import java.util.List;

/**
 * Everything that determines how a run continues from the end of an epoch: settings, weights, optimizer moments, row
 * orders and the states of its random streams. Immutable. Any number of runs may resume from it, on any threads. The
 * data are shared, not copied.
 */
public final class Snapshot {
    private static final long BASE_BYTES = 512;
    private static final long BYTES_PER_MEMBER = 256;
    private static final long BYTES_PER_ARRAY = 128;

    private final Experiment experiment;
    private final DataSplit partition;
    private final EpochReport report;
    private final BestWeights best;
    private final List<Stepper.State> members;

    /**
     * @param experiment the experiment, including all changes until now
     * @param report the report of the epoch that has just ended
     * @param members the state of each member
     */
    Snapshot(
            Experiment experiment,
            DataSplit partition,
            EpochReport report,
            BestWeights best,
            List<Stepper.State> members) {
        this.experiment = experiment;
        this.partition = partition;
        this.report = report;
        this.best = best;
        this.members = members;
    }

    /** The number of finished epochs. */
    public int epoch() {
        return report.epoch();
    }

    /** The report of this epoch. */
    public EpochReport report() {
        return report;
    }

    /** The run's experiment, including all changes up to this epoch. */
    public Experiment experiment() {
        return experiment;
    }

    /**
     * An upper estimate of the memory in bytes: weights, moments, row orders, and the weights of the best epoch if that
     * is another epoch.
     */
    public long bytes() {
        long bytes = BASE_BYTES;
        for (Stepper.State member : members) {
            long weights = member.parameters() * Double.BYTES + BYTES_PER_ARRAY * member.values().length;
            bytes += BYTES_PER_MEMBER + weights + member.otherBytes();
            bytes += best.epoch() == epoch() ? 0 : weights;
        }
        return bytes;
    }

    DataSplit partition() {
        return partition;
    }

    BestWeights best() {
        return best;
    }

    List<Stepper.State> members() {
        return members;
    }
}
