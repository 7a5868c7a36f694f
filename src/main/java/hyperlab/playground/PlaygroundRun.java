package hyperlab.playground;

import hyperlab.data.DataSet;
import hyperlab.data.DataSplit;
import hyperlab.data.PredictionTask;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.train.EpochReport;
import hyperlab.train.Training;
import hyperlab.train.TrainingListener;
import hyperlab.train.TrainingOutcome;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * Trains a link like the original after the page first loads. Each epoch uses the training points in the same order.
 * The gradients of a partial last batch carry over into the next epoch, and an update divides by the actual number of
 * samples. The reported loss is the mean of ½(output − label)² over a part, without the penalty. For classification the
 * output lies in (−1, 1): its sign is the prediction (class −1 at 0), and {@code predictions.csv} uses (1 + output)/2
 * as the probability of class 1, which for tanh is the logistic function of twice the output unit's total.
 */
public final class PlaygroundRun implements Training {
    private final PlaygroundExperiment experiment;
    private final DataSplit partition;
    private final PlaygroundNetwork network;
    private EpochReport report;
    private @Nullable TrainingOutcome outcome;
    private List<LayerWeights> bestWeights;
    private double bestLoss;
    private int bestEpoch;
    private long steps;
    private long trainNanos;
    private long evaluationNanos;

    /** Generates the points, their order and the weights, and evaluates epoch 0. */
    public PlaygroundRun(PlaygroundExperiment experiment) {
        PlaygroundLink link = experiment.link();
        SeedRandom random = new SeedRandom(link.data().seed());
        this.experiment = experiment;
        this.partition = PlaygroundPartition.of(link, random);
        this.network = PlaygroundNetwork.of(link, random);
        this.report = evaluate(0);
        this.bestWeights = network.weights();
        this.bestLoss = report.validationLoss();
        if (experiment.epochs() == 0) {
            outcome = new TrainingOutcome.Completed(0, 0, false);
        }
    }

    @Override
    public TrainingOutcome train(TrainingListener listener, BooleanSupplier cancelled) {
        if (steps == 0) {
            listener.epochEnded(report);
        }
        while (outcome == null) {
            boolean whole = epoch(cancelled);
            if (whole && endEpoch()) {
                listener.epochEnded(report);
            }
            if (outcome == null && (!whole || cancelled.getAsBoolean())) {
                outcome = new TrainingOutcome.Stopped(report.epoch(), bestEpoch);
            }
        }
        return outcome;
    }

    /** How the run ended; null before. */
    public @Nullable TrainingOutcome outcome() {
        return outcome;
    }

    /** The training loss of the best constant output, which is the mean label: the mean of ½(mean − label)². */
    public double baselineLoss() {
        DataSet train = partition.train();
        double mean = 0;
        for (int row = 0; row < train.samples(); row++) {
            mean += PlaygroundPartition.label(train, row) / train.samples();
        }
        double sum = 0;
        for (int row = 0; row < train.samples(); row++) {
            double error = mean - PlaygroundPartition.label(train, row);
            sum += error * error / 2;
        }
        return sum / train.samples();
    }

    /** Runs one pass over the training points; returns false if it was canceled. */
    private boolean epoch(BooleanSupplier cancelled) {
        long before = System.nanoTime();
        PlaygroundLink.TrainingOptions settings = experiment.link().training();
        DataSet train = partition.train();
        int rows = train.samples();
        int row = 0;
        boolean stopped = false;
        while (row < rows && !stopped) {
            network.output(train.features().data, row * train.features().numCols);
            network.backward(PlaygroundPartition.label(train, row));
            row++;
            if (row % settings.batchSize() == 0) {
                network.update(settings.learningRate(), settings.regularization(), settings.regularizationRate());
                steps++;
                stopped = cancelled.getAsBoolean();
            }
        }
        trainNanos += System.nanoTime() - before;
        return row == rows;
    }

    private boolean endEpoch() {
        EpochReport ended = evaluate(report.epoch() + 1);
        if (!Double.isFinite(ended.trainLoss()) || !network.isFinite()) {
            outcome = new TrainingOutcome.Diverged(report.epoch(), bestEpoch, ended.trainLoss());
            return false;
        }
        report = ended;
        if (ended.validationLoss() < bestLoss) {
            bestWeights = network.weights();
            bestLoss = ended.validationLoss();
            bestEpoch = ended.epoch();
        }
        if (ended.epoch() >= experiment.epochs()) {
            outcome = new TrainingOutcome.Completed(ended.epoch(), bestEpoch, false);
        }
        return true;
    }

    private EpochReport evaluate(int epoch) {
        long before = System.nanoTime();
        double[] train = lossAndAccuracy(partition.train());
        double[] validation = lossAndAccuracy(partition.validation());
        evaluationNanos += System.nanoTime() - before;
        return new EpochReport(
                epoch,
                steps,
                train[0],
                validation[0],
                train[1],
                validation[1],
                experiment.link().training().learningRate(),
                trainNanos / 1e9,
                (trainNanos + evaluationNanos) / 1e9);
    }

    private double[] lossAndAccuracy(DataSet data) {
        double sum = 0;
        int right = 0;
        for (int row = 0; row < data.samples(); row++) {
            double output = network.output(data.features().data, row * data.features().numCols);
            double label = PlaygroundPartition.label(data, row);
            double error = output - label;
            sum += 0.5 * (error * error);
            right += output > 0 == label > 0 ? 1 : 0;
        }
        double samples = data.samples();
        return new double[] {sum / samples, data.task() == PredictionTask.CLASSIFICATION ? right / samples : Double.NaN
        };
    }

    @Override
    public DMatrixRMaj predict(DMatrixRMaj features) {
        if (outcome instanceof TrainingOutcome.Diverged) {
            network.load(bestWeights);
        }
        boolean classes = partition.all().task() == PredictionTask.CLASSIFICATION;
        DMatrixRMaj predictions = new DMatrixRMaj(features.numRows, classes ? 2 : 1);
        for (int row = 0; row < features.numRows; row++) {
            double output = network.output(features.data, row * features.numCols);
            if (classes) {
                predictions.set(row, 0, (1 - output) / 2);
                predictions.set(row, 1, (1 + output) / 2);
            } else {
                predictions.set(row, 0, output);
            }
        }
        return predictions;
    }

    /** The latest weights; after divergence, those of the epoch with the lowest validation loss. */
    @Override
    public List<List<LayerWeights>> resultingWeights() {
        return List.of(outcome instanceof TrainingOutcome.Diverged ? bestWeights : network.weights());
    }

    /** The number of weights that L1 has set to 0 permanently. */
    public int deadWeights() {
        return network.deadWeightCount();
    }

    @Override
    public DataSplit partition() {
        return partition;
    }

    @Override
    public long stepCount() {
        return steps;
    }
}
