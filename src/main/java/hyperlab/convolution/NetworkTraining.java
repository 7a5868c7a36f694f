package hyperlab.convolution;

import hyperlab.data.Partition;
import hyperlab.data.Partitions;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.IncrementalStudy;
import hyperlab.train.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Trains a network and reports snapshots of it during training. The list of results contains only the latest snapshot.
 *
 * @param choice settings of the network
 * @param seed of the initialization, the split and the sample order
 */
public record NetworkTraining(NetworkChoice choice, long seed) implements IncrementalStudy<Learned> {
    private static final long BETWEEN_NANOS = 40_000_000;

    @Override
    public void run(PartialResultsListener<Learned> listener, BooleanSupplier cancelled) {
        Experiment experiment = choice.experiment(seed);
        Partition partition = Partitions.of(experiment.data(), seed, null);
        TrainingRun run = new TrainingRun(experiment, partition, null);
        int perEpoch = (partition.train().samples() + choice.batch() - 1) / choice.batch();
        double steps = (double) perEpoch * choice.epochs();
        List<EpochReport> epochs = new ArrayList<>(List.of(run.report()));
        listener.resultsChanged(List.of(learned(run, epochs)), 0);
        long told = System.nanoTime();
        while (run.outcome() == null && !cancelled.getAsBoolean()) {
            boolean ended = run.step();
            if (ended) {
                epochs.add(run.report());
            }
            if (ended || System.nanoTime() - told > BETWEEN_NANOS) {
                told = System.nanoTime();
                // A diverged run ends early; the final report below then sets the progress to 1.
                listener.resultsChanged(List.of(learned(run, epochs)), run.stepCount() / steps);
            }
        }
        if (run.outcome() != null) {
            listener.resultsChanged(List.of(learned(run, epochs)), 1);
        }
    }

    private Learned learned(TrainingRun run, List<EpochReport> epochs) {
        return new Learned(choice, run.stepCount(), epochs, run.network().weights());
    }
}
