package hyperlab.activation;

import hyperlab.data.DataSettings;
import hyperlab.data.DataSources;
import hyperlab.nn.Activation;
import hyperlab.optim.Sgd;
import hyperlab.rule.Checks;
import hyperlab.train.Experiment;
import hyperlab.train.NetworkSettings;
import hyperlab.train.TrainingSettings;
import java.util.List;

/**
 * Settings of the trainings to compare. They use plain gradient descent with mini-batches of 32 on standardized data,
 * so that only the activation function affects how gradients propagate. All other settings are the defaults of an
 * experiment.
 *
 * @param source a generator or a bundled data set
 * @param hidden units of each hidden layer, at most 16 layers
 * @param learningRate η &gt; 0
 * @param epochs 1 … {@value #MAX_EPOCHS}
 * @param seeds number of trainings for each function, 1 … {@value #MAX_SEEDS}
 */
public record ActivationTrainingSettings(
        String source, List<Integer> hidden, double learningRate, int epochs, int seeds) {
    public static final int MAX_EPOCHS = 200;
    public static final int MAX_SEEDS = 32;
    /** Number of samples of generated data. */
    public static final int GENERATED_SAMPLES = 300;

    public ActivationTrainingSettings {
        DataSources.require(source);
        hidden = List.copyOf(hidden);
        NetworkSettings.DEFAULT.withHidden(hidden);
        Checks.positive("learningRate", learningRate);
        Checks.wholeWithin("epochs", epochs, 1, MAX_EPOCHS);
        Checks.wholeWithin("seeds", seeds, 1, MAX_SEEDS);
    }

    /** The experiment that trains the network with this activation function. */
    public Experiment experiment(Activation function, long seed) {
        return experiment(function, hidden, learningRate, seed);
    }

    /** The same experiment with other hidden layers and another learning rate. */
    Experiment experiment(Activation function, List<Integer> layers, double rate, long seed) {
        DataSettings data = new DataSettings(source, null, 0.1, 0.8, DataSettings.DEFAULT.split(), true, null, null);
        boolean generated = DataSources.generators().contains(source);
        TrainingSettings training = TrainingSettings.DEFAULT
                .withOptimizer(Sgd.DEFAULT)
                .withLearningRate(rate)
                .withEpochs(epochs);
        return Experiment.DEFAULT
                .withSeed(seed)
                .withData(generated ? data.withSamples(GENERATED_SAMPLES) : data)
                .withNetwork(NetworkSettings.DEFAULT.withHidden(layers).withActivation(function))
                .withTraining(training);
    }

    public ActivationTrainingSettings withSource(String newSource) {
        return new ActivationTrainingSettings(newSource, hidden, learningRate, epochs, seeds);
    }

    public ActivationTrainingSettings withHidden(List<Integer> newHidden) {
        return new ActivationTrainingSettings(source, newHidden, learningRate, epochs, seeds);
    }

    public ActivationTrainingSettings withLearningRate(double newRate) {
        return new ActivationTrainingSettings(source, hidden, newRate, epochs, seeds);
    }

    public ActivationTrainingSettings withEpochs(int newEpochs) {
        return new ActivationTrainingSettings(source, hidden, learningRate, newEpochs, seeds);
    }

    public ActivationTrainingSettings withSeeds(int newSeeds) {
        return new ActivationTrainingSettings(source, hidden, learningRate, epochs, newSeeds);
    }
}
