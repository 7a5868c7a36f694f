package hyperlab.diagnosis;

import hyperlab.nn.Activation;
import hyperlab.nn.Initializer;
import hyperlab.train.BatchSize;
import hyperlab.train.Experiment;
import hyperlab.train.NetworkSettings;
import hyperlab.train.TrainingSettings;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The setting to change first for each {@link Ailment}; null if none of the usual remedies is left to try. */
final class Remedies {
    private static final double CALMER = 10;
    private static final double FASTER = 10;
    private static final double HIGHEST_RATE = 10;
    private static final int LARGER = 4;
    private static final int FEWEST_PATIENT = 5;
    private static final int MOST_PATIENT = 100;
    private static final int PATIENT_SHARE = 10;
    private static final int FIRST_UNITS = 8;
    private static final int MORE = 4;

    private final Experiment experiment;
    private final TrainingCase given;

    Remedies(TrainingCase given) {
        this.experiment = given.experiment();
        this.given = given;
    }

    /** The rate from the range test if it is lower than the current one; otherwise a tenth of the current rate. */
    Experiment calmerRate() {
        double rate = experiment.training().learningRate();
        Double tested = given.testedRate();
        return rate(tested != null && tested < rate ? tested : rate / CALMER);
    }

    /**
     * Removes given initial weights, or replaces a uniform initializer by the automatic one; otherwise standardizes the
     * features.
     */
    @Nullable
    Experiment finiteStart() {
        NetworkSettings network = experiment.network();
        if (network.initialWeights() != null) {
            return network(network.withInitialWeights(null));
        }
        if (network.initializer() instanceof Initializer.Uniform) {
            return network(network.withInitializer(Initializer.Auto.DEFAULT));
        }
        return experiment.data().standardize() ? null : standardized();
    }

    @Nullable
    Experiment fasterRate() {
        double rate = experiment.training().learningRate();
        return rate < HIGHEST_RATE ? rate(rate * FASTER) : null;
    }

    private Experiment rate(double rate) {
        double rounded = new BigDecimal(rate).round(new MathContext(3)).doubleValue();
        return experiment.withTraining(experiment.training().withLearningRate(rounded));
    }

    Experiment standardized() {
        return experiment.withData(experiment.data().withStandardize(true));
    }

    /**
     * Replaces zero initialization; otherwise lowers the rate if the loss has jumped; otherwise adds units to a network
     * without hidden layers; otherwise raises the rate.
     */
    @Nullable
    Experiment offThePrior() {
        NetworkSettings network = experiment.network();
        if (network.initializer() instanceof Initializer.Zero) {
            return network(network.withInitializer(Initializer.Auto.DEFAULT));
        }
        double leap = TrainingDoctor.RISEN
                * Math.max(given.first().trainLoss(), given.data().prior());
        if (given.rows().stream().anyMatch(row -> row.trainLoss() > leap)) {
            return calmerRate();
        }
        return network.hidden().isEmpty() && network.convolutions().isEmpty() ? moreUnits() : fasterRate();
    }

    @Nullable
    Experiment livingUnits() {
        NetworkSettings network = experiment.network();
        return network.activation() instanceof Activation.Relu
                ? network(network.withActivation(new Activation.LeakyRelu(0.01)))
                : null;
    }

    /** Replaces a uniform or He initializer by the automatic one; otherwise lowers the rate. */
    Experiment unsaturated() {
        NetworkSettings network = experiment.network();
        return network.initializer() instanceof Initializer.Uniform || network.initializer() instanceof Initializer.He
                ? network(network.withInitializer(Initializer.Auto.DEFAULT))
                : calmerRate();
    }

    /** Replaces sigmoid and tanh by ReLU; for other functions, the same as {@link #tamedGradient}. */
    @Nullable
    Experiment passingGradient() {
        NetworkSettings network = experiment.network();
        return network.activation() instanceof Activation.Sigmoid || network.activation() instanceof Activation.Tanh
                ? network(network.withActivation(new Activation.Relu()))
                : tamedGradient();
    }

    /** Uses the automatic initializer; if it is already used, removes half of the hidden layers. */
    @Nullable
    Experiment tamedGradient() {
        NetworkSettings network = experiment.network();
        if (!(network.initializer() instanceof Initializer.Auto)) {
            return network(network.withInitializer(Initializer.Auto.DEFAULT));
        }
        List<Integer> hidden = network.hidden();
        return hidden.size() > 1 ? network(network.withHidden(hidden.subList(0, (hidden.size() + 1) / 2))) : null;
    }

    @Nullable
    Experiment largerBatch() {
        int rows = given.data().trainRows();
        int batch = experiment.training().batchSize().effective(rows);
        return batch >= rows
                ? null
                : experiment.withTraining(
                        experiment.training().withBatchSize(new BatchSize(Math.min(rows, LARGER * batch))));
    }

    @Nullable
    Experiment stopEarly() {
        TrainingSettings training = experiment.training();
        int patience = Math.max(FEWEST_PATIENT, Math.min(MOST_PATIENT, training.epochs() / PATIENT_SHARE));
        return training.patience() == 0 ? experiment.withTraining(training.withPatience(patience)) : null;
    }

    /** Quadruples the units of each hidden layer; adds a first hidden layer if there is none. */
    @Nullable
    Experiment moreUnits() {
        NetworkSettings network = experiment.network();
        List<Integer> more = new ArrayList<>();
        for (int units : network.hidden()) {
            more.add(Math.min(NetworkSettings.MAX_UNITS, MORE * units));
        }
        if (more.isEmpty()) {
            more.add(FIRST_UNITS);
        }
        return more.equals(network.hidden()) ? null : network(network.withHidden(more));
    }

    private Experiment network(NetworkSettings changed) {
        return experiment.withNetwork(changed);
    }
}
