package hyperlab.map;

import hyperlab.nn.layer.Initializer;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Sgd;
import hyperlab.train.BatchSize;
import hyperlab.train.Experiment;
import hyperlab.tune.SearchDimension.IntegerDimension;
import hyperlab.tune.SearchDimension.LogDimension;
import java.util.ArrayList;
import java.util.List;

/** Maps around one training run: two of its hyperparameters vary, and its own values are on the axes. */
public final class MapSurroundings {
    private static final String RATE = "training.learningRate";
    private static final String BATCH_SIZE = "training.batchSize";
    private static final String L2 = "training.penalty.l2";
    private static final String UNITS = "network.hidden.0";
    /** A rate varies by this factor in both directions. */
    private static final double FACTOR = 32;
    /** An odd number of columns, so that the rate of the run is one of them. */
    private static final int RATES = 65;
    /** Values for each factor of 2 of a batch size. */
    private static final int PER_DOUBLING = 2;

    private static final int MIN_BATCH = 128;
    private static final int MIN_UNITS = 32;
    private static final int COUNT = 33;

    private MapSurroundings() {}

    /** The keys that can vary next to the learning rate, the most usual first. */
    public static List<String> keys(Experiment experiment) {
        List<String> keys = new ArrayList<>(List.of(BATCH_SIZE));
        Optimizer optimizer = experiment.training().optimizer();
        if (optimizer instanceof Sgd) {
            keys.add("training.optimizer.momentum");
        }
        keys.add(L2);
        if (!experiment.network().hidden().isEmpty()) {
            keys.add("network.dropout");
            keys.add(UNITS);
        }
        if (experiment.network().initializer() instanceof Initializer.Uniform) {
            keys.add("network.initializer.range");
        }
        keys.add("seed");
        return keys;
    }

    /** The map of the learning rate (x) and another key, without initial weights from a file. */
    public static MapSpecification of(Experiment experiment, String otherKey) {
        Experiment subject = experiment.withNetwork(experiment.network().withInitialWeights(null));
        return new MapSpecification(
                new MapSubject.OfExperiment(subject),
                rates(experiment.training().learningRate()),
                axis(experiment, otherKey),
                MapColor.TRAIN_LOSS);
    }

    private static MapAxis rates(double rate) {
        return new MapAxis(RATE, new LogDimension(rate / FACTOR, rate * FACTOR), RATES);
    }

    private static MapAxis axis(Experiment experiment, String key) {
        if (key.equals(BATCH_SIZE)) {
            BatchSize size = experiment.training().batchSize();
            return doubling(key, size.isFull() ? MIN_BATCH : size.samples(), MIN_BATCH);
        }
        if (key.equals(UNITS)) {
            return doubling(key, experiment.network().hidden().get(0), MIN_UNITS);
        }
        double l2 = experiment.training().penalty().l2();
        if (key.equals(L2) && l2 > 0) {
            return new MapAxis(key, new LogDimension(l2 / FACTOR, l2 * FACTOR), COUNT);
        }
        return ExperimentKeys.axis(key, COUNT).orElseThrow(() -> new IllegalArgumentException(key));
    }

    /** Whole numbers from 1 to the first doubling of {@code value} that is at least {@code least}. */
    private static MapAxis doubling(String key, int value, int least) {
        int high = value;
        while (high < least) {
            high *= 2;
        }
        int count = (int) Math.ceil(Math.log(high) / Math.log(2)) * PER_DOUBLING + 1;
        return new MapAxis(key, new IntegerDimension(1, high), count, true);
    }
}
