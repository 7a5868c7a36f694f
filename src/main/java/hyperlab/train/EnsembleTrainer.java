package hyperlab.train;

import hyperlab.data.DataSplit;
import hyperlab.data.PredictionTask;
import hyperlab.nn.Ensemble;
import hyperlab.nn.Loss;
import hyperlab.nn.Network;
import hyperlab.nn.NetworkShape;
import hyperlab.nn.kernel.CancelledException;
import hyperlab.nn.kernel.KernelMatrixOps;
import hyperlab.nn.kernel.MatrixOps;
import hyperlab.nn.kernel.Workers;
import hyperlab.nn.layer.Initializer;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.nn.layer.ParameterBlock;
import hyperlab.random.RandomStream;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The networks of a run, which are trained in lockstep on the same data. Member k uses the experiment's seed + k for
 * its initial weights, the order of its rows and its dropout masks. The data and their split depend on the experiment's
 * own seed.
 */
final class EnsembleTrainer {
    private final Stepper[] steppers;
    private final Ensemble ensemble;
    private long steps;

    /** @param initialWeights initial weights for each member, used instead of random ones; null for random ones */
    EnsembleTrainer(Experiment experiment, DataSplit partition, @Nullable List<List<LayerWeights>> initialWeights) {
        this(experiment, partition, initialWeights, KernelMatrixOps::new);
    }

    /**
     * Creates the networks with the given matrix products, to compare implementations.
     *
     * @param initialWeights initial weights for each member, used instead of random ones; null for random ones
     * @param matrixOps creates the matrix products of each dense layer
     */
    EnsembleTrainer(
            Experiment experiment,
            DataSplit partition,
            @Nullable List<List<LayerWeights>> initialWeights,
            Function<Workers, MatrixOps> matrixOps) {
        LayerRates.check(experiment);
        NetworkShape shape = shape(experiment, partition);
        BatchLimit.check(experiment.training(), partition, shape);
        Initializer initializer = experiment.network().initializer();
        if (initialWeights != null && initialWeights.size() != experiment.ensemble()) {
            throw new InvalidInputException("network.initialWeights", Rule.ENSEMBLE_SIZE, initialWeights.size());
        }
        steppers = new Stepper[experiment.ensemble()];
        for (int k = 0; k < steppers.length; k++) {
            long seed = experiment.seed() + k;
            Network network = new Network(
                    shape,
                    initializer,
                    RandomStream.named(seed, "weights"),
                    RandomStream.named(seed, "dropout"),
                    matrixOps);
            if (initialWeights != null) {
                load(network, initialWeights.get(k));
            }
            steppers[k] = new Stepper(network, partition.train(), experiment.training(), seed);
        }
        ensemble = ensemble(steppers);
    }

    /** Resumes between two epochs from the members' saved {@code states}. */
    EnsembleTrainer(Experiment experiment, DataSplit partition, List<Stepper.State> states, long steps) {
        NetworkShape shape = shape(experiment, partition);
        RandomStream unused = RandomStream.named(experiment.seed(), "weights");
        this.steppers = states.stream()
                .map(state -> new Stepper(
                        new Network(shape, new Initializer.Zero(), unused, RandomStream.fromState(state.dropout())),
                        partition.train(),
                        experiment.training(),
                        state))
                .toArray(Stepper[]::new);
        this.ensemble = ensemble(steppers);
        this.steps = steps;
    }

    private static Ensemble ensemble(Stepper[] steppers) {
        List<Network> networks = new ArrayList<>();
        for (Stepper stepper : steppers) {
            networks.add(stepper.network());
        }
        return new Ensemble(networks);
    }

    static NetworkShape shape(Experiment experiment, DataSplit partition) {
        NetworkSettings settings = experiment.network();
        PredictionTask task = partition.train().task();
        Loss loss = experiment.training().lossFor(task);
        if (loss == Loss.CROSS_ENTROPY && task == PredictionTask.REGRESSION) {
            throw new InvalidInputException("training.loss", Rule.NUMERIC_TARGET_LOSS, loss.fileName());
        }
        try {
            return new NetworkShape(
                    partition.train().features().numCols,
                    partition.train().image(),
                    settings.convolutions(),
                    settings.hidden(),
                    partition.train().outputs(),
                    settings.activation(),
                    settings.dropout(),
                    loss);
        } catch (InvalidInputException error) {
            throw error.withPrefix("network");
        }
    }

    private static void load(Network network, List<LayerWeights> weights) {
        try {
            network.load(weights);
        } catch (InvalidInputException error) {
            throw error.withPrefix("network.initialWeights");
        }
    }

    /** The state of each member, from which a run can resume. {@code values} must be the current parameters. */
    List<Stepper.State> states(ParameterValues values) {
        return IntStream.range(0, steppers.length)
                .mapToObj(k -> steppers[k].state(values.values()[k]))
                .toList();
    }

    ParameterValues values() {
        return new ParameterValues(Arrays.stream(steppers).map(Stepper::values).toArray(double[][][]::new));
    }

    void load(ParameterValues values) {
        for (int k = 0; k < steppers.length; k++) {
            steppers[k].load(values.values()[k]);
        }
    }

    /** Converts saved parameters to the weights of each member. Loads them into the networks temporarily. */
    List<List<LayerWeights>> weights(ParameterValues values) {
        ParameterValues current = values();
        load(values);
        List<List<LayerWeights>> weights = ensemble.weights();
        load(current);
        return weights;
    }

    /** Rejects settings that {@link #applySettings} cannot apply. */
    void check(TrainingSettings settings, DataSplit partition) {
        BatchLimit.check(settings, partition, steppers[0].network().shape());
    }

    void applySettings(Experiment experiment) {
        for (Stepper stepper : steppers) {
            stepper.applySettings(experiment.training(), experiment.network().dropout());
        }
    }

    void startEpoch() {
        for (Stepper stepper : steppers) {
            stepper.startEpoch();
        }
    }

    /** Whether the epoch has samples left. */
    boolean hasNext() {
        return steppers[0].hasNext();
    }

    /**
     * Performs one step of each member over its next batch. Returns false if the loss of any member was not finite;
     * that member's weights are then unchanged.
     */
    boolean step(int size, double learningRate) {
        return step(size, learningRate, null);
    }

    /**
     * The same with a rate for each layer.
     *
     * @throws CancelledException if the work has been cancelled; nothing has changed, and the next step is the same
     * @param layerRates the rate of each layer with weights, used instead of {@code learningRate}; null for none
     */
    boolean step(int size, double learningRate, double @Nullable [] layerRates) {
        boolean[] finite = new boolean[steppers.length];
        for (int k = 0; k < steppers.length; k++) {
            try {
                finite[k] = steppers[k].computeGradient(size);
            } catch (CancelledException e) {
                Arrays.stream(steppers, 0, k + 1).forEach(Stepper::takeBack);
                throw e;
            }
        }
        boolean allFinite = true;
        for (int k = 0; k < steppers.length; k++) {
            allFinite &= finite[k];
            if (finite[k]) {
                steppers[k].update(learningRate, layerRates);
            }
        }
        steps += allFinite ? 1 : 0;
        return allFinite;
    }

    /** Sets the threads of the networks and the request to cancel. */
    void setExecution(Execution execution) {
        for (Network network : ensemble.members()) {
            network.workers().configure(execution.threads(), execution.cancelled());
        }
    }

    /**
     * Performs the same step of each member, and records that of the first one.
     *
     * @throws CancelledException as {@link #step(int, double, double[])}
     */
    StepTrace trace(int size, double learningRate, double @Nullable [] layerRates) {
        long number = steps + 1;
        steppers[0].startTrace();
        try {
            step(size, learningRate, layerRates);
            return steppers[0].endTrace(number, learningRate);
        } finally {
            steppers[0].cancelTrace();
        }
    }

    /** The number of steps so far, of each member. */
    long steps() {
        return steps;
    }

    /** The latest batch loss, averaged over the members. */
    double batchLoss() {
        double sum = 0;
        for (Stepper stepper : steppers) {
            sum += stepper.batchLoss();
        }
        return sum / steppers.length;
    }

    int batchSamples() {
        return steppers[0].batchSamples();
    }

    Ensemble ensemble() {
        return ensemble;
    }

    boolean weightsAreFinite() {
        for (Network network : ensemble.members()) {
            for (ParameterBlock block : network.parameters()) {
                if (!isFinite(block.values())) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isFinite(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * 0;
        }
        return sum == 0;
    }
}
