package hyperlab.diagnosis;

import hyperlab.data.DataSet;
import hyperlab.data.DataSplit;
import hyperlab.nn.Loss;
import hyperlab.nn.NetworkProbe;
import hyperlab.random.RandomStream;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingOutcome;
import hyperlab.train.TrainingRun;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The input of {@link TrainingDoctor}.
 *
 * @param experiment the current settings of the run
 * @param data facts about its data
 * @param epochReports the epoch reports from epoch 0 on, either all or a regular subset
 * @param outcome null while the run continues
 * @param network the network report at the newest row; null if not measured
 * @param noise the gradient noise scale at the newest row; null if not measured
 * @param suggestedRate a learning rate suggested by a {@link LearningRateRangeTest} from the run's start; null without
 *     a test
 */
public record DiagnosisInput(
        Experiment experiment,
        DataSummary data,
        List<EpochReport> epochReports,
        @Nullable TrainingOutcome outcome,
        @Nullable NetworkReport network,
        @Nullable NoiseScale noise,
        @Nullable Double suggestedRate) {
    public DiagnosisInput {
        epochReports = List.copyOf(epochReports);
        if (epochReports.isEmpty()) {
            throw new IllegalArgumentException("rows must hold that of epoch 0");
        }
    }

    /** A copy with a rate suggested by a range test. */
    public DiagnosisInput withSuggestedRate(double rate) {
        return new DiagnosisInput(experiment, data, epochReports, outcome, network, noise, rate);
    }

    /**
     * Facts about the data.
     *
     * @param trainRows number of training samples
     * @param baselineLoss {@link BaselineLoss} of the training set
     * @param scaleRatio {@link FeatureScales#scaleRatio} of the training set as the network receives it
     */
    public record DataSummary(int trainRows, double baselineLoss, double scaleRatio) {
        public static DataSummary of(DataSplit partition, Loss loss) {
            DataSet train = partition.train();
            return new DataSummary(
                    train.samples(),
                    BaselineLoss.of(train, train, loss),
                    FeatureScales.of(train.features()).scaleRatio());
        }
    }

    /**
     * The input for a run at its current epoch. Measures its network, or the first one of an ensemble.
     *
     * @param epochReports the epoch reports from epoch 0 on, either all or a regular subset
     */
    public static DiagnosisInput of(TrainingRun run, List<EpochReport> epochReports) {
        Experiment experiment = run.experiment();
        DataSplit partition = run.partition();
        boolean diverged = run.outcome() instanceof TrainingOutcome.Diverged;
        NetworkState state = diverged
                ? null
                : NetworkState.of(new NetworkProbe(run.network()), partition.train(), experiment.seed());
        return new DiagnosisInput(
                experiment,
                DataSummary.of(
                        partition, experiment.training().lossFor(partition.all().task())),
                epochReports,
                run.outcome(),
                state == null ? null : state.report(),
                state == null ? null : state.noise(),
                null);
    }

    /**
     * The measurements of a network that the doctor needs.
     *
     * @param rows the training samples it was measured on: all, or {@value #MAX_ROWS} random ones
     * @param noise the gradient noise scale; null for fewer than two samples and for networks with convolutions
     */
    public record NetworkState(
            DataSet rows, NetworkReport report, @Nullable NoiseScale noise) {
        private static final int MAX_ROWS = 500;

        /**
         * Measures a network.
         *
         * @param seed of the run; the same seed selects the same samples
         */
        public static NetworkState of(NetworkProbe probe, DataSet train, long seed) {
            DataSet rows = RowSampler.sample(train, MAX_ROWS, RandomStream.named(seed, "looks"));
            NoiseScale noise = rows.samples() < 2
                            || !probe.network().shape().convolutions().isEmpty()
                    ? null
                    : NoiseScale.exact(probe, rows, () -> false).orElse(null);
            return new NetworkState(
                    rows, NetworkReport.of(probe, rows, NetworkReport.DEFAULT_SATURATION_THRESHOLD), noise);
        }
    }

    EpochReport firstReport() {
        return epochReports.get(0);
    }

    EpochReport latestReport() {
        return epochReports.get(epochReports.size() - 1);
    }

    /** The rows from this share of the elapsed epochs on, always including the newest. */
    List<EpochReport> reportsFrom(double share) {
        double epoch = share * latestReport().epoch();
        int index = 0;
        while (index < epochReports.size() - 1 && epochReports.get(index).epoch() < epoch) {
            index++;
        }
        return epochReports.subList(index, epochReports.size());
    }
}
