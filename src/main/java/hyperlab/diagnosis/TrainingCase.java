package hyperlab.diagnosis;

import hyperlab.data.DataSet;
import hyperlab.data.Partition;
import hyperlab.nn.Loss;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the doctor looks at.
 *
 * @param experiment what the run is trained with now
 * @param data what is known of its data
 * @param rows what it reported, from epoch 0 on, all or every so many
 * @param outcome null while it goes on
 * @param network the network at the newest row; null where it was not looked at
 * @param noise the gradient noise scale there; null where it was not measured
 * @param testedRate a rate that a {@link RateTest} from the run's start found good; null without one
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

    /** The same with a rate that was found good. */
    public TrainingCase withTestedRate(double rate) {
        return new TrainingCase(experiment, data, rows, outcome, network, noise, rate);
    }

    /**
     * What is known of the data.
     *
     * @param trainRows samples that train
     * @param prior {@link PriorLoss} of the training part
     * @param spread {@link FeatureScales#spread} of the training part as the network gets it
     */
    public record Data(int trainRows, double prior, double spread) {
        public static Data of(Partition partition, Loss loss) {
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

    /** The rows from this share of the epochs on, at least the newest. */
    List<EpochReport> from(double share) {
        double epoch = share * newest().epoch();
        int place = 0;
        while (place < rows.size() - 1 && rows.get(place).epoch() < epoch) {
            place++;
        }
        return rows.subList(place, rows.size());
    }
}
