package hyperlab.convolution;

import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
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
 * @param settings settings of the network
 * @param seed of the initialization, the split and the sample order
 */
public record NetworkTrainingStudy(DigitNetworkSettings settings, long seed)
        implements IncrementalStudy<NetworkSnapshot> {
    private static final long REPORT_INTERVAL_NANOS = 40_000_000;

    @Override
    public void run(PartialResultsListener<NetworkSnapshot> listener, BooleanSupplier cancelled) {
        Experiment experiment = settings.experiment(seed);
        DataSplit partition = DataSplitter.loadAndSplit(experiment.data(), seed, null);
        TrainingRun run = new TrainingRun(experiment, partition, null);
        int perEpoch = (partition.train().samples() + settings.batch() - 1) / settings.batch();
        double steps = (double) perEpoch * settings.epochs();
        List<EpochReport> reports = new ArrayList<>(List.of(run.report()));
        listener.resultsChanged(List.of(snapshot(run, reports)), 0);
        long lastReportNanos = System.nanoTime();
        while (run.outcome() == null && !cancelled.getAsBoolean()) {
            boolean ended = run.step();
            if (ended) {
                reports.add(run.report());
            }
            if (ended || System.nanoTime() - lastReportNanos > REPORT_INTERVAL_NANOS) {
                lastReportNanos = System.nanoTime();
                // A diverged run ends early; the final report below then sets the progress to 1.
                listener.resultsChanged(List.of(snapshot(run, reports)), run.stepCount() / steps);
            }
        }
        if (run.outcome() != null) {
            listener.resultsChanged(List.of(snapshot(run, reports)), 1);
        }
    }

    private NetworkSnapshot snapshot(TrainingRun run, List<EpochReport> reports) {
        return new NetworkSnapshot(
                settings, run.stepCount(), reports, run.network().weights());
    }
}
