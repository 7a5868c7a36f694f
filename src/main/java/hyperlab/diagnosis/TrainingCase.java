package hyperlab.diagnosis;

import hyperlab.data.DataSet;
import hyperlab.data.DataSplit;
import hyperlab.nn.Loss;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The input of {@link TrainingDoctor}.
 *
 * @param experiment the current settings of the run
 * @param data facts about its data
 * @param rows the epoch reports from epoch 0 on, either all or a regular subset
 * @param outcome null while the run continues
 * @param network the network report at the newest row; null if not measured
 * @param noise the gradient noise scale at the newest row; null if not measured
 * @param testedRate a learning rate suggested by a {@link RateTest} from the run's start; null without a test
 */
public record TrainingCase(
        Experiment experiment,
        Data data,
        List<EpochReport> rows,
        @Nullable TrainingOutcome outcome,
        @Nullable NetworkReport network,
        @Nullable NoiseScale noise,
        @Nullable Double testedRate) {
    public TrainingCase {
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("rows must hold that of epoch 0");
        }
    }

    /** A copy with a rate suggested by a range test. */
    public TrainingCase withTestedRate(double rate) {
        return new TrainingCase(experiment, data, rows, outcome, network, noise, rate);
    }

    /**
     * Facts about the data.
     *
     * @param trainRows number of training samples
     * @param prior {@link PriorLoss} of the training set
     * @param spread {@link FeatureScales#spread} of the training set as the network receives it
     */
    public record Data(int trainRows, double prior, double spread) {
        public static Data of(DataSplit partition, Loss loss) {
            DataSet train = partition.train();
            return new Data(
                    train.samples(),
                    PriorLoss.of(train, train, loss),
                    FeatureScales.of(train.features()).spread());
        }
    }

    EpochReport first() {
        return rows.get(0);
    }

    EpochReport newest() {
        return rows.get(rows.size() - 1);
    }

    /** The rows from this share of the elapsed epochs on, always including the newest. */
    List<EpochReport> from(double share) {
        double epoch = share * newest().epoch();
        int place = 0;
        while (place < rows.size() - 1 && rows.get(place).epoch() < epoch) {
            place++;
        }
        return rows.subList(place, rows.size());
    }
}
