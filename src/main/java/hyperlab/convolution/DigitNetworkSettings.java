package hyperlab.convolution;

import hyperlab.data.BundledDataSet;
import hyperlab.data.DataSettings;
import hyperlab.data.SplitOrder;
import hyperlab.image.ImageShape;
import hyperlab.nn.Activation;
import hyperlab.nn.ConvolutionSpec;
import hyperlab.nn.Loss;
import hyperlab.nn.NetworkShape;
import hyperlab.nn.layer.Initializer;
import hyperlab.optim.Adam;
import hyperlab.optim.Penalty;
import hyperlab.optim.Schedule;
import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
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
 * @param filters of the first convolution, 1 … {@value #MAX_FILTERS}
 * @param secondFilters of the second convolution, 0 … {@value #MAX_FILTERS}; 0 for no second convolution
 * @param kernel side of all kernels, 1 … {@link KernelSelection#MAX_SIDE}
 * @param stride of the first convolution, 1 … {@value #MAX_STRIDE}
 * @param pool side of the max pooling after each convolution, 1 … {@value #MAX_POOL}; 1 for no pooling
 * @param epochs 1 … {@value #MAX_EPOCHS}
 * @param learningRate of Adam, finite and &gt; 0
 * @param batch batch size, 1 … {@value #MAX_BATCH}
 */
public record DigitNetworkSettings(
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
    public static final List<String> DATA = List.of(ImageSelection.MNIST, ImageSelection.DIGITS);
    public static final int MIN_SAMPLES = 100;
    public static final int MAX_FILTERS = 16;
    public static final int MAX_STRIDE = 4;
    public static final int MAX_POOL = 4;
    public static final int MAX_EPOCHS = 50;
    public static final int MAX_BATCH = 512;
    public static final DigitNetworkSettings DEFAULT =
            new DigitNetworkSettings(ImageSelection.MNIST, 2000, 8, 8, 5, 1, 2, 4, 0.005, 32);

    /** The fraction of the samples that train the network. */
    public static final double TRAIN_FRACTION = 0.8;

    public DigitNetworkSettings {
        if (!DATA.contains(data)) {
            throw new InvalidInputException("data", Rule.ONE_OF, String.join(", ", DATA), data);
        }
        Checks.wholeWithin("samples", samples, MIN_SAMPLES, dataSet(data).samples());
        Checks.wholeWithin("filters", filters, 1, MAX_FILTERS);
        Checks.wholeWithin("secondFilters", secondFilters, 0, MAX_FILTERS);
        Checks.wholeWithin("kernel", kernel, 1, KernelSelection.MAX_SIDE);
        Checks.wholeWithin("stride", stride, 1, MAX_STRIDE);
        Checks.wholeWithin("pool", pool, 1, MAX_POOL);
        Checks.wholeWithin("epochs", epochs, 1, MAX_EPOCHS);
        Checks.positive("learningRate", learningRate);
        Checks.wholeWithin("batch", batch, 1, MAX_BATCH);
    }

    private static BundledDataSet dataSet(String data) {
        return BundledDataSet.named(data).orElseThrow();
    }

    /** The number of rows of a data set. */
    public static int rowCount(String data) {
        return dataSet(data).samples();
    }

    /** The shape of the training images. */
    public ImageShape image() {
        return Objects.requireNonNull(dataSet(data).image());
    }

    public List<ConvolutionSpec> convolutions() {
        List<ConvolutionSpec> all = new ArrayList<>();
        all.add(new ConvolutionSpec(filters, kernel, stride, kernel / 2, pool));
        if (secondFilters > 0) {
            all.add(new ConvolutionSpec(secondFilters, kernel, 1, kernel / 2, pool));
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
                (int) image().size(),
                image(),
                convolutions(),
                List.of(),
                dataSet(data).outputs(),
                new Activation.Relu(),
                0,
                Loss.CROSS_ENTROPY);
    }

    /** The experiment that trains this network. */
    public Experiment experiment(long seed) {
        DataSettings settings = new DataSettings(
                data,
                samples == dataSet(data).samples() ? null : samples,
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
                Schedule.ConstantRate.DEFAULT,
                new BatchSize(batch),
                true,
                epochs,
                Penalty.NONE,
                0);
        return new Experiment("", seed, settings, network, training, 1);
    }

    public DigitNetworkSettings withData(String newData) {
        return new DigitNetworkSettings(
                newData,
                Math.min(samples, rowCount(newData)),
                filters,
                secondFilters,
                kernel,
                stride,
                pool,
                epochs,
                learningRate,
                batch);
    }

    public DigitNetworkSettings withSamples(int newSamples) {
        return new DigitNetworkSettings(
                data, newSamples, filters, secondFilters, kernel, stride, pool, epochs, learningRate, batch);
    }

    public DigitNetworkSettings withFilters(int newFilters) {
        return new DigitNetworkSettings(
                data, samples, newFilters, secondFilters, kernel, stride, pool, epochs, learningRate, batch);
    }

    public DigitNetworkSettings withSecondFilters(int newFilters) {
        return new DigitNetworkSettings(
                data, samples, filters, newFilters, kernel, stride, pool, epochs, learningRate, batch);
    }

    public DigitNetworkSettings withKernel(int newKernel) {
        return new DigitNetworkSettings(
                data, samples, filters, secondFilters, newKernel, stride, pool, epochs, learningRate, batch);
    }

    public DigitNetworkSettings withStride(int newStride) {
        return new DigitNetworkSettings(
                data, samples, filters, secondFilters, kernel, newStride, pool, epochs, learningRate, batch);
    }

    public DigitNetworkSettings withPool(int newPool) {
        return new DigitNetworkSettings(
                data, samples, filters, secondFilters, kernel, stride, newPool, epochs, learningRate, batch);
    }

    public DigitNetworkSettings withEpochs(int newEpochs) {
        return new DigitNetworkSettings(
                data, samples, filters, secondFilters, kernel, stride, pool, newEpochs, learningRate, batch);
    }

    public DigitNetworkSettings withLearningRate(double newRate) {
        return new DigitNetworkSettings(
                data, samples, filters, secondFilters, kernel, stride, pool, epochs, newRate, batch);
    }

    public DigitNetworkSettings withBatch(int newBatch) {
        return new DigitNetworkSettings(
                data, samples, filters, secondFilters, kernel, stride, pool, epochs, learningRate, newBatch);
    }
}
