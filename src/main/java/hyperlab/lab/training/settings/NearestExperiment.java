package hyperlab.lab.training.settings;

import hyperlab.data.DataSettings;
import hyperlab.data.PredictionTask;
import hyperlab.data.SplitOrder;
import hyperlab.nn.Activation;
import hyperlab.nn.layer.Initializer;
import hyperlab.optim.Penalty;
import hyperlab.optim.Sgd;
import hyperlab.playground.PlaygroundData;
import hyperlab.playground.PlaygroundExperiment;
import hyperlab.playground.PlaygroundInput;
import hyperlab.playground.PlaygroundLink;
import hyperlab.playground.PlaygroundRegularization;
import hyperlab.train.BatchSize;
import hyperlab.train.Experiment;
import hyperlab.train.NetworkSettings;
import hyperlab.train.TrainingSettings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/**
 * The experiment whose settings are those of a link, and what an experiment cannot take over.
 *
 * @param experiment the experiment
 * @param differences what it does in another way than the link, in this order
 */
public record NearestExperiment(Experiment experiment, List<Difference> differences) {
    private static final double WEIGHT_RANGE = 0.5;

    public NearestExperiment {
        differences = List.copyOf(differences);
    }

    /** What an experiment does in another way. */
    public enum Difference {
        /** The points, the initial weights and the biases are drawn in another way. */
        RANDOM,
        /** The noise moves the points; in the link it flips labels or changes targets. */
        NOISE,
        /** The network reads x and y; the link selects other inputs. */
        INPUTS,
        /** The output is a softmax with cross-entropy; that of the link is a tanh with squared error. */
        OUTPUT,
        /** The last batch of an epoch is smaller; in the link, it is completed in the next epoch. */
        LAST_BATCH,
        /** L1 is a subgradient; in the link, a weight that crosses 0 stays 0. */
        L1,
        /** The learning rate is at least 10⁻⁶, the batch size at least 1 and the rate of the penalty at least 0. */
        NUMBERS;

        /** Its part of message keys. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Takes over the settings of a link.
     *
     * @param seed the random seed of the experiment; that of a link draws other numbers
     */
    public static NearestExperiment of(PlaygroundExperiment playground, long seed) {
        PlaygroundLink link = playground.link();
        PlaygroundLink.DataOptions data = link.data();
        PlaygroundLink.TrainingOptions training = link.training();
        boolean classes = data.problem() == PredictionTask.CLASSIFICATION;
        List<Difference> differences = new ArrayList<>(List.of(Difference.RANDOM));
        boolean movesPoints = data.dataSet() == PlaygroundData.GAUSS || data.dataSet() == PlaygroundData.SPIRAL;
        addIf(differences, data.noise() > 0 && !movesPoints, Difference.NOISE);
        addIf(
                differences,
                !link.network().inputs().equals(EnumSet.of(PlaygroundInput.X, PlaygroundInput.Y)),
                Difference.INPUTS);
        addIf(differences, classes, Difference.OUTPUT);
        int batch = (int) Math.max(1, Math.min(data.dataSet().samples(), Math.rint(training.batchSize())));
        addIf(differences, data.trainingCount() % batch != 0, Difference.LAST_BATCH);
        boolean penalized = training.regularizationRate() > 0;
        boolean l1 = training.regularization() == PlaygroundRegularization.L1;
        boolean l2 = training.regularization() == PlaygroundRegularization.L2;
        addIf(differences, l1 && penalized, Difference.L1);
        double rate = Math.max(1e-6, training.learningRate());
        double strength = Math.max(0, training.regularizationRate());
        addIf(
                differences,
                rate != training.learningRate()
                        || batch != training.batchSize()
                        || ((l1 || l2) && strength != training.regularizationRate()),
                Difference.NUMBERS);
        Experiment experiment = new Experiment(
                "",
                seed,
                new DataSettings(
                        source(data.dataSet()),
                        data.dataSet().samples(),
                        data.noise() / 100,
                        data.percTrainData() / 100,
                        SplitOrder.SHUFFLED,
                        false,
                        null,
                        null),
                new NetworkSettings(
                        List.of(),
                        link.network().hidden(),
                        Activation.byName(link.network().activation().fileName()),
                        0,
                        link.network().initZero() ? new Initializer.Zero() : new Initializer.Uniform(WEIGHT_RANGE),
                        null),
                new TrainingSettings(
                        null,
                        Sgd.DEFAULT,
                        rate,
                        TrainingSettings.DEFAULT.schedule(),
                        new BatchSize(batch),
                        false,
                        playground.epochs(),
                        new Penalty(l1 ? strength : 0, l2 ? strength : 0),
                        0),
                1);
        return new NearestExperiment(experiment, differences);
    }

    private static void addIf(List<Difference> differences, boolean differs, Difference difference) {
        if (differs) {
            differences.add(difference);
        }
    }

    private static String source(PlaygroundData data) {
        return switch (data) {
            case CIRCLE, XOR, GAUSS, SPIRAL -> data.fileName();
            case REG_PLANE -> "plane";
            case REG_GAUSS -> "bumps";
        };
    }
}
