package hyperlab.convolution;

import hyperlab.data.Bundled;
import hyperlab.data.DataSettings;
import hyperlab.data.SplitOrder;
import hyperlab.image.ImageShape;
import hyperlab.nn.Activation;
import hyperlab.nn.Convolution;
import hyperlab.nn.Initializer;
import hyperlab.nn.Loss;
import hyperlab.nn.NetworkShape;
import hyperlab.optim.Adam;
import hyperlab.optim.Penalty;
import hyperlab.optim.Schedule;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Checks;
import hyperlab.train.BatchSize;
import hyperlab.train.Experiment;
import hyperlab.train.NetworkSettings;
import hyperlab.train.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Settings of a small network that learns kernels on digits: one or two convolutions, each followed by ReLU and max
 * pooling, and an output layer with ten classes. The stride applies to the first convolution. Both convolutions have
 * padding ⌊kernel/2⌋.
 *
 * @param data {@code mnist} or {@code digits}
 * @param samples how many rows to use, from the first one, 100 … all; four fifths are training data
 * @param filters of the first convolution, 1 … {@value #MOST_FILTERS}
 * @param secondFilters of the second convolution, 0 … {@value #MOST_FILTERS}; 0 for no second convolution
 * @param kernel side of all kernels, 1 … {@link KernelChoice#MOST_SIDE}
 * @param stride of the first convolution, 1 … {@value #MOST_STRIDE}
 * @param pool side of the max pooling after each convolution, 1 … {@value #MOST_POOL}; 1 for no pooling
 * @param epochs 1 … {@value #MOST_EPOCHS}
 * @param learningRate of Adam, finite and &gt; 0
 * @param batch batch size, 1 … {@value #MOST_BATCH}
 */
public record NetworkChoice(
        String data,
        int samples,
        int filters,
        int secondFilters,
        int kernel,
        int stride,
        int pool,
        int epochs,
        double learningRate,
        int batch) {
    public static final List<String> DATA = List.of(ImageChoice.MNIST, ImageChoice.DIGITS);
    public static final int FEWEST_SAMPLES = 100;
    public static final int MOST_FILTERS = 16;
    public static final int MOST_STRIDE = 4;
    public static final int MOST_POOL = 4;
    public static final int MOST_EPOCHS = 50;
    public static final int MOST_BATCH = 512;
    public static final NetworkChoice DEFAULT = new NetworkChoice(ImageChoice.MNIST, 2000, 8, 8, 5, 1, 2, 4, 0.005, 32);

    private static final double TRAIN_FRACTION = 0.8;

    public NetworkChoice {
        if (!DATA.contains(data)) {
            throw new InvalidInputException("data", "one of " + String.join(", ", DATA), data);
        }
        Checks.wholeWithin("samples", samples, FEWEST_SAMPLES, rows(data).samples());
        Checks.wholeWithin("filters", filters, 1, MOST_FILTERS);
        Checks.wholeWithin("secondFilters", secondFilters, 0, MOST_FILTERS);
        Checks.wholeWithin("kernel", kernel, 1, KernelChoice.MOST_SIDE);
        Checks.wholeWithin("stride", stride, 1, MOST_STRIDE);
        Checks.wholeWithin("pool", pool, 1, MOST_POOL);
        Checks.wholeWithin("epochs", epochs, 1, MOST_EPOCHS);
        Checks.positive("learningRate", learningRate);
        Checks.wholeWithin("batch", batch, 1, MOST_BATCH);
    }

    private static Bundled rows(String data) {
        return Bundled.named(data).orElseThrow();
    }

    /** The number of rows of a data set. */
    public static int rowsOf(String data) {
        return rows(data).samples();
    }

    /** The shape of the training images. */
    public ImageShape image() {
        return Objects.requireNonNull(rows(data).image());
    }

    public List<Convolution> convolutions() {
        List<Convolution> all = new ArrayList<>();
        all.add(new Convolution(filters, kernel, stride, kernel / 2, pool));
        if (secondFilters > 0) {
            all.add(new Convolution(secondFilters, kernel, 1, kernel / 2, pool));
        }
        return all;
    }

    /**
     * The shape of the network, before weights are initialized.
     *
     * @throws InvalidInputException if a layer leaves no pixels
     */
    public NetworkShape shape() {
        return new NetworkShape(
                (int) image().numbers(),
                image(),
                convolutions(),
                List.of(),
                rows(data).outputs(),
                new Activation.Relu(),
                0,
                Loss.CROSS_ENTROPY);
    }

    /** The experiment that trains this network. */
    public Experiment experiment(long seed) {
        DataSettings settings = new DataSettings(
                data,
                samples == rows(data).samples() ? null : samples,
                DataSettings.DEFAULT.noise(),
                TRAIN_FRACTION,
                SplitOrder.SHUFFLED,
                false,
                null,
                null);
        NetworkSettings network = new NetworkSettings(
                convolutions(), List.of(), new Activation.Relu(), 0, Initializer.Auto.DEFAULT, null);
        TrainingSettings training = new TrainingSettings(
                null,
                Adam.DEFAULT,
                learningRate,
                Schedule.Constant.DEFAULT,
                new BatchSize(batch),
                true,
                epochs,
                Penalty.NONE,
                0);
        return new Experiment("", seed, settings, network, training, 1);
    }

    public NetworkChoice withData(String newData) {
        return new NetworkChoice(
                newData,
                Math.min(samples, rowsOf(newData)),
                filters,
                secondFilters,
                kernel,
                stride,
                pool,
                epochs,
                learningRate,
                batch);
    }

    public NetworkChoice withSamples(int newSamples) {
        return new NetworkChoice(
                data, newSamples, filters, secondFilters, kernel, stride, pool, epochs, learningRate, batch);
    }

    public NetworkChoice withFilters(int newFilters) {
        return new NetworkChoice(
                data, samples, newFilters, secondFilters, kernel, stride, pool, epochs, learningRate, batch);
    }

    public NetworkChoice withSecondFilters(int newFilters) {
        return new NetworkChoice(data, samples, filters, newFilters, kernel, stride, pool, epochs, learningRate, batch);
    }

    public NetworkChoice withKernel(int newKernel) {
        return new NetworkChoice(
                data, samples, filters, secondFilters, newKernel, stride, pool, epochs, learningRate, batch);
    }

    public NetworkChoice withStride(int newStride) {
        return new NetworkChoice(
                data, samples, filters, secondFilters, kernel, newStride, pool, epochs, learningRate, batch);
    }

    public NetworkChoice withPool(int newPool) {
        return new NetworkChoice(
                data, samples, filters, secondFilters, kernel, stride, newPool, epochs, learningRate, batch);
    }

    public NetworkChoice withEpochs(int newEpochs) {
        return new NetworkChoice(
                data, samples, filters, secondFilters, kernel, stride, pool, newEpochs, learningRate, batch);
    }

    public NetworkChoice withLearningRate(double newRate) {
        return new NetworkChoice(data, samples, filters, secondFilters, kernel, stride, pool, epochs, newRate, batch);
    }

    public NetworkChoice withBatch(int newBatch) {
        return new NetworkChoice(
                data, samples, filters, secondFilters, kernel, stride, pool, epochs, learningRate, newBatch);
    }
}
