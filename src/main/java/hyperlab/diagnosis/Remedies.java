package hyperlab.diagnosis;

import hyperlab.nn.Activation;
import hyperlab.nn.layer.Initializer;
import hyperlab.rule.SignificantDigits;
import hyperlab.train.BatchSize;
import hyperlab.train.Experiment;
import hyperlab.train.NetworkSettings;
import hyperlab.train.TrainingSettings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The setting to change first for each {@link Problem}; null if none of the usual remedies is left to try. */
final class Remedies {
    private static final double RATE_DECREASE_FACTOR = 10;
    private static final double RATE_INCREASE_FACTOR = 10;
    /** A suggestion above this share of the current rate would hardly change anything. */
    private static final double CLEARLY_LOWER = 0.8;

    private static final int RATES_TO_TRY = 3;
    private static final double MAX_RATE = 10;
    private static final int BATCH_INCREASE_FACTOR = 4;
    private static final int MIN_PATIENCE = 5;
    private static final int MAX_PATIENCE = 100;
    private static final int EPOCHS_PER_PATIENCE = 10;
    private static final int DEFAULT_UNITS = 8;
    private static final int UNIT_INCREASE_FACTOR = 4;

    private final Experiment experiment;
    private final DiagnosisInput input;

    Remedies(DiagnosisInput input) {
        this.experiment = input.experiment();
        this.input = input;
    }

    /**
     * The rate from the range test if it is clearly lower than the current one; otherwise a tenth of the current rate.
     */
    Experiment lowerRate() {
        double rate = experiment.training().learningRate();
        Double suggestedRate = input.suggestedRate();
        return withRate(
                suggestedRate != null && suggestedRate < CLEARLY_LOWER * rate
                        ? suggestedRate
                        : rate / RATE_DECREASE_FACTOR);
    }

    /**
     * Removes given initial weights, or replaces a uniform initializer by the automatic one; otherwise standardizes the
     * features.
     */
    @Nullable
    Experiment finiteInitialization() {
        NetworkSettings network = experiment.network();
        if (network.initialWeights() != null) {
            return withNetwork(network.withInitialWeights(null));
        }
        if (network.initializer() instanceof Initializer.Uniform) {
            return withNetwork(network.withInitializer(Initializer.Auto.DEFAULT));
        }
        return experiment.data().standardize() ? null : standardizedFeatures();
    }

    @Nullable
    Experiment higherRate() {
        double rate = experiment.training().learningRate();
        return rate < MAX_RATE ? withRate(rate * RATE_INCREASE_FACTOR) : null;
    }

    private Experiment withRate(double rate) {
        double rounded = SignificantDigits.round(rate, 3);
        TrainingSettings training = experiment.training();
        List<Double> layerRates = training.layerRates().stream()
                .map(each -> SignificantDigits.round(each * rounded / training.learningRate(), 3))
                .toList();
        return experiment.withTraining(training.withLearningRate(rounded).withLayerRates(layerRates));
    }

    /**
     * The changes to try one after the other until one removes a problem that keeps the network from learning: the
     * usual remedy, then lower rates, standardized features, the automatic initializer and an activation function that
     * cannot die. Each is one change.
     *
     * @param first the usual remedy; null if there is none
     */
    List<Experiment> toTry(@Nullable Experiment first) {
        Set<Experiment> all = new LinkedHashSet<>();
        if (first != null) {
            all.add(first);
        }
        double start = first == null
                ? experiment.training().learningRate()
                : Math.min(
                        first.training().learningRate(), experiment.training().learningRate());
        for (int k = 1; k <= RATES_TO_TRY; k++) {
            all.add(withRate(start / Math.pow(RATE_DECREASE_FACTOR, k)));
        }
        if (!experiment.data().standardize()) {
            all.add(standardizedFeatures());
        }
        if (!(experiment.network().initializer() instanceof Initializer.Auto)) {
            all.add(withNetwork(experiment.network().withInitializer(Initializer.Auto.DEFAULT)));
        }
        Experiment leaky = leakyActivation();
        if (leaky != null) {
            all.add(leaky);
        }
        return List.copyOf(all);
    }

    Experiment standardizedFeatures() {
        return experiment.withData(experiment.data().withStandardize(true));
    }

    /**
     * Replaces zero initialization; otherwise lowers the rate if the loss has jumped; otherwise adds units to a network
     * without hidden layers; otherwise raises the rate.
     */
    @Nullable
    Experiment escapeBaseline() {
        NetworkSettings network = experiment.network();
        if (network.initializer() instanceof Initializer.Zero) {
            return withNetwork(network.withInitializer(Initializer.Auto.DEFAULT));
        }
        double jumpThreshold = TrainingDoctor.LOSS_INCREASE_FACTOR
                * Math.max(input.firstReport().trainLoss(), input.data().baselineLoss());
        if (input.epochReports().stream().anyMatch(row -> row.trainLoss() > jumpThreshold)) {
            return lowerRate();
        }
        return network.hidden().isEmpty() && network.convolutions().isEmpty() ? moreUnits() : higherRate();
    }

    @Nullable
    Experiment leakyActivation() {
        NetworkSettings network = experiment.network();
        return network.activation() instanceof Activation.Relu
                ? withNetwork(network.withActivation(new Activation.LeakyRelu(0.01)))
                : null;
    }

    /** Replaces a uniform or He initializer by the automatic one; otherwise lowers the rate. */
    Experiment reducedSaturation() {
        NetworkSettings network = experiment.network();
        return network.initializer() instanceof Initializer.Uniform || network.initializer() instanceof Initializer.He
                ? withNetwork(network.withInitializer(Initializer.Auto.DEFAULT))
                : lowerRate();
    }

    /**
     * Replaces a function with saturation on both sides, such as sigmoid, by ReLU; for other functions, the same as
     * {@link #preventExplodingGradient}.
     */
    @Nullable
    Experiment preventVanishingGradient() {
        NetworkSettings network = experiment.network();
        return network.activation().shape().isBounded()
                ? withNetwork(network.withActivation(new Activation.Relu()))
                : preventExplodingGradient();
    }

    /** Uses the automatic initializer; if it is already used, removes half of the hidden layers. */
    @Nullable
    Experiment preventExplodingGradient() {
        NetworkSettings network = experiment.network();
        if (!(network.initializer() instanceof Initializer.Auto)) {
            return withNetwork(network.withInitializer(Initializer.Auto.DEFAULT));
        }
        List<Integer> hidden = network.hidden();
        return hidden.size() > 1 ? withNetwork(network.withHidden(hidden.subList(0, (hidden.size() + 1) / 2))) : null;
    }

    @Nullable
    Experiment largerBatch() {
        int rows = input.data().trainRows();
        int batch = experiment.training().batchSize().effective(rows);
        return batch >= rows
                ? null
                : experiment.withTraining(experiment
                        .training()
                        .withBatchSize(new BatchSize(Math.min(rows, BATCH_INCREASE_FACTOR * batch))));
    }

    @Nullable
    Experiment earlyStopping() {
        TrainingSettings training = experiment.training();
        int patience = Math.max(MIN_PATIENCE, Math.min(MAX_PATIENCE, training.epochs() / EPOCHS_PER_PATIENCE));
        return training.patience() == 0 ? experiment.withTraining(training.withPatience(patience)) : null;
    }

    /** Quadruples the units of each hidden layer; adds a first hidden layer if there is none. */
    @Nullable
    Experiment moreUnits() {
        NetworkSettings network = experiment.network();
        List<Integer> enlarged = new ArrayList<>();
        for (int units : network.hidden()) {
            enlarged.add(Math.min(NetworkSettings.MAX_UNITS, UNIT_INCREASE_FACTOR * units));
        }
        if (enlarged.isEmpty()) {
            enlarged.add(DEFAULT_UNITS);
        }
        return enlarged.equals(network.hidden()) ? null : withNetwork(network.withHidden(enlarged));
    }

    private Experiment withNetwork(NetworkSettings changed) {
        return experiment.withNetwork(changed);
    }
}
