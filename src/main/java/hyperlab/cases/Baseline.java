package hyperlab.cases;

import hyperlab.data.CsvPlan;
import hyperlab.data.DataSet;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSplitter;
import hyperlab.data.PredictionTask;
import hyperlab.data.SplitSettings;
import hyperlab.nn.ConvolutionSpec;
import hyperlab.rule.SignificantDigits;
import hyperlab.train.BatchSize;
import hyperlab.train.Experiment;
import hyperlab.train.NetworkSettings;
import hyperlab.train.TrainingSettings;
import hyperlab.tune.SearchDimension;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.SearchSpace;
import hyperlab.tune.SearchSpace.Hyperparameter;
import hyperlab.tune.TuningObjective;
import hyperlab.tune.TuningStudy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The default experiment for new data, and the default study that starts from it. A quarter of the rows is held out as
 * test data with a fixed split; four fifths of the others are training data. Features are standardized, except for
 * images. Adam with batches of 32 trains one hidden layer of ReLU units (with a convolution before it for images), for
 * about the same number of steps regardless of the number of rows. For regression, the learning rate grows with the
 * magnitude of the targets: the output of a new network is near 0, and each step of Adam moves a weight by about the
 * learning rate, so u units reach a value v in t steps at a rate of about √(v/u)/t. The baseline uses ten times that
 * rate, from 0.01 to 0.3.
 */
public final class Baseline {
    private static final double TEST_FRACTION = 0.25;
    private static final double TRAIN_FRACTION = 0.8;
    private static final long SPLIT_SEED = 1;
    private static final long SEED = 1;
    private static final int BATCH = 32;
    private static final int STEPS = 2_000;
    private static final int MIN_EPOCHS = 5;
    private static final int MAX_EPOCHS = 100;
    private static final int MANY_FEATURES = 20;
    private static final int UNITS = 16;
    private static final int UNITS_FOR_MANY_FEATURES = 32;
    private static final double RATE = 0.01;
    private static final int RATE_MARGIN = 10;
    private static final double MAX_RATE = 0.3;
    private static final double RATE_RANGE = 30;
    private static final int TRIALS = 24;
    private static final int MANY_ROWS = 5_000;
    private static final int MIN_HALVING_EPOCHS = 9;

    private Baseline() {}

    /**
     * Creates the baseline experiment.
     *
     * @param settings the source; its split and its scaling are replaced
     * @param data the loaded data
     */
    public static Experiment of(DataSettings settings, DataSet data) {
        boolean images = data.image() != null;
        DataSettings dataSettings = withSplit(settings).withStandardize(!images);
        int units = data.features().numCols > MANY_FEATURES ? UNITS_FOR_MANY_FEATURES : UNITS;
        NetworkSettings network = Experiment.DEFAULT
                .network()
                .withConvolutions(images ? List.of(ConvolutionSpec.DEFAULT) : List.of())
                .withHidden(List.of(units));
        int training = (int) (data.samples() * (1 - TEST_FRACTION) * TRAIN_FRACTION);
        int steps = Math.max(1, (training + BATCH - 1) / BATCH);
        int epochs = Math.max(MIN_EPOCHS, Math.min(MAX_EPOCHS, STEPS / steps));
        TrainingSettings trainingSettings = TrainingSettings.DEFAULT
                .withLearningRate(rate(data, units, (double) epochs * steps))
                .withBatchSize(new BatchSize(BATCH))
                .withEpochs(epochs);
        return new Experiment(data.name(), SEED, dataSettings, network, trainingSettings, 1);
    }

    /**
     * Creates the baseline experiment on a table that is used as planned. Reads the table.
     *
     * @param file the path of the table, relative to {@code folder}
     * @param folder null for the working directory
     * @throws hyperlab.rule.InvalidInputException if the plan does not fit the table
     */
    public static Experiment ofTable(CsvPlan plan, String file, @Nullable Path folder) {
        DataSettings settings = DataSettings.DEFAULT.withCsv(plan.toSettings(file));
        return ofTable(plan, file, DataSplitter.load(settings, SEED, folder));
    }

    /** The same with the table's rows. */
    public static Experiment ofTable(CsvPlan plan, String file, DataSet data) {
        Experiment baseline = of(DataSettings.DEFAULT.withCsv(plan.toSettings(file)), data);
        return baseline.withData(baseline.data().withStandardize(plan.standardize()));
    }

    /** Returns these settings with the split of the baseline. */
    public static DataSettings withSplit(DataSettings settings) {
        return settings.withSplitSettings(new SplitSettings(TEST_FRACTION, SPLIT_SEED, 0, 0))
                .withTrainFraction(TRAIN_FRACTION);
    }

    private static double rate(DataSet data, int units, double steps) {
        if (data.task() == PredictionTask.CLASSIFICATION) {
            return RATE;
        }
        double largest = 0;
        for (double target : data.targets()) {
            largest = Math.max(largest, Math.abs(target));
        }
        double needed = RATE_MARGIN * Math.sqrt(largest / units) / steps;
        return Math.min(MAX_RATE, roundToOneDigit(Math.max(needed, RATE)));
    }

    /** Rounds to one significant digit. */
    static double roundToOneDigit(double value) {
        return SignificantDigits.round(value, 1);
    }

    /**
     * Creates the study: it searches the learning rate, batch size, units, L2 penalty, and whether to standardize (not
     * for images). It uses successive halving if there are many rows and enough epochs, otherwise Bayesian search.
     */
    public static TuningStudy study(Experiment baseline, DataSet data) {
        double rate = baseline.training().learningRate();
        double low = roundToOneDigit(rate / RATE_RANGE);
        double high = Math.min(1, roundToOneDigit(rate * RATE_RANGE));
        List<Hyperparameter> parameters = new ArrayList<>(List.of(
                new Hyperparameter("training.learningRate", new SearchDimension.LogDimension(low, high)),
                new Hyperparameter(
                        "training.batchSize", new SearchDimension.CategoricalDimension(List.of("8", "16", "32", "64"))),
                new Hyperparameter(
                        "network.hidden",
                        new SearchDimension.CategoricalDimension(List.of("[8]", "[16]", "[32]", "[64]"))),
                new Hyperparameter("training.penalty.l2", new SearchDimension.LogDimension(1e-5, 0.1))));
        if (data.image() == null) {
            parameters.add(new Hyperparameter(
                    "data.standardize", new SearchDimension.CategoricalDimension(List.of("false", "true"))));
        }
        boolean halves = data.samples() > MANY_ROWS && baseline.training().epochs() >= MIN_HALVING_EPOCHS;
        SearchMethod method = halves ? SearchMethod.Halving.DEFAULT : SearchMethod.Bayesian.DEFAULT;
        return new TuningStudy(
                baseline, null, new SearchSpace(parameters), method, TuningObjective.VALIDATION_LOSS, TRIALS, SEED, 2);
    }
}
