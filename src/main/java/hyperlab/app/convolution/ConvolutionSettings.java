package hyperlab.app.convolution;

import hyperlab.app.UndoHistory;
import hyperlab.app.SettingsState;
import hyperlab.convolution.ConvolutionSetup;
import hyperlab.convolution.ImageChoice;
import hyperlab.convolution.KernelChoice;
import hyperlab.convolution.NetworkChoice;
import hyperlab.image.KnownFilter;
import hyperlab.nn.ImagePooling;
import hyperlab.nn.Pooling;
import hyperlab.rule.InvalidInputException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;

/**
 * The settings of the lab, each as a property. Together they form one {@link ConvolutionSetup}. A setting that leaves
 * no position for the kernel, no window for the pooling or no input for a layer is rejected.
 */
public final class ConvolutionSettings {
    private final SettingsState<ConvolutionSetup> settingsState;
    private final ObjectProperty<ImageChoice> image;
    private final DoubleProperty sample;
    private final ObjectProperty<KernelChoice> kernel;
    private final ObjectProperty<String> filter;
    private final DoubleProperty side;
    private final DoubleProperty stride;
    private final DoubleProperty padding;
    private final DoubleProperty dilation;
    private final ObjectProperty<Pooling> pooling;
    private final DoubleProperty pool;
    private final DoubleProperty filters;
    private final ObjectProperty<String> data;
    private final DoubleProperty samples;
    private final DoubleProperty firstFilters;
    private final DoubleProperty secondFilters;
    private final DoubleProperty networkKernel;
    private final DoubleProperty networkStride;
    private final DoubleProperty networkPool;
    private final DoubleProperty epochs;
    private final DoubleProperty learningRate;
    private final DoubleProperty batch;
    private final DoubleProperty shift;
    private final DoubleProperty seed;

    /** @param onInvalidInput receives each rejected input */
    ConvolutionSettings(ConvolutionSetup first, UndoHistory undo, Consumer<InvalidInputException> onInvalidInput) {
        settingsState = new SettingsState<>(first, undo, onInvalidInput);
        image = settingsState.part("convolution.undo.image", ConvolutionSetup::image, checked(ConvolutionSetup::withImage));
        sample = number(
                "convolution.undo.image",
                setup -> setup.image().sample() + 1,
                (setup, n) -> setup.withImage(setup.image().withSample(n - 1)));
        kernel = settingsState.part("convolution.undo.kernel", ConvolutionSetup::kernel, checked(ConvolutionSetup::withKernel));
        filter = settingsState.part(
                "convolution.undo.filter",
                setup -> setup.kernel().filter(),
                checked((setup, name) -> setup.withKernel(filterNamed(name, setup.kernel()))));
        side = number(
                "convolution.undo.side",
                setup -> setup.kernel().side(),
                (setup, n) -> setup.withKernel(setup.kernel().withSide(n)));
        stride = number("convolution.undo.stride", ConvolutionSetup::stride, ConvolutionSetup::withStride);
        padding = number("convolution.undo.padding", ConvolutionSetup::padding, ConvolutionSetup::withPadding);
        dilation = number("convolution.undo.dilation", ConvolutionSetup::dilation, ConvolutionSetup::withDilation);
        pooling = settingsState.part(
                "convolution.undo.pooling", ConvolutionSetup::pooling, checked(ConvolutionSetup::withPooling));
        pool = number("convolution.undo.pooling", ConvolutionSetup::pool, ConvolutionSetup::withPool);
        filters = number("convolution.undo.filters", ConvolutionSetup::filters, ConvolutionSetup::withFilters);
        data = settingsState.part(
                "convolution.undo.network",
                setup -> setup.network().data(),
                checked((setup, name) -> setup.withNetwork(setup.network().withData(name))));
        samples = network(NetworkChoice::samples, NetworkChoice::withSamples);
        firstFilters = network(NetworkChoice::filters, NetworkChoice::withFilters);
        secondFilters = network(NetworkChoice::secondFilters, NetworkChoice::withSecondFilters);
        networkKernel = network(NetworkChoice::kernel, NetworkChoice::withKernel);
        networkStride = network(NetworkChoice::stride, NetworkChoice::withStride);
        networkPool = network(NetworkChoice::pool, NetworkChoice::withPool);
        epochs = network(NetworkChoice::epochs, NetworkChoice::withEpochs);
        learningRate = settingsState.number(
                "convolution.undo.network",
                setup -> setup.network().learningRate(),
                (setup, rate) -> setup.withNetwork(setup.network().withLearningRate(rate)));
        batch = network(NetworkChoice::batch, NetworkChoice::withBatch);
        shift = number("convolution.undo.shift", ConvolutionSetup::shift, ConvolutionSetup::withShift);
        seed = settingsState.number(
                "convolution.undo.network",
                setup -> (double) setup.seed(),
                (setup, n) -> setup.withSeed(n.longValue()));
    }

    private DoubleProperty number(
            String undoKey,
            Function<ConvolutionSetup, Integer> getter,
            BiFunction<ConvolutionSetup, Integer, ConvolutionSetup> setter) {
        return settingsState.number(
                undoKey, setup -> (double) getter.apply(setup), checked((setup, n) -> setter.apply(setup, n.intValue())));
    }

    private DoubleProperty network(
            Function<NetworkChoice, Integer> getter, BiFunction<NetworkChoice, Integer, NetworkChoice> setter) {
        return number(
                "convolution.undo.network",
                setup -> getter.apply(setup.network()),
                (setup, n) -> setup.withNetwork(setter.apply(setup.network(), n)));
    }

    private static <T> BiFunction<ConvolutionSetup, T, ConvolutionSetup> checked(
            BiFunction<ConvolutionSetup, T, ConvolutionSetup> setter) {
        return (setup, value) -> {
            ConvolutionSetup changed = setter.apply(setup, value);
            check(changed);
            return changed;
        };
    }

    /** Throws a {@link InvalidInputException} if any layer has no output. */
    static void check(ConvolutionSetup setup) {
        new ImagePooling(setup.maps(setup.image().load().shape()), setup.pooling(), setup.pool());
        setup.network().shape();
    }

    /**
     * A filter by name, with the current kernel size if the filter is available in it, otherwise with its usual size.
     */
    private static KernelChoice filterNamed(String name, KernelChoice current) {
        return KnownFilter.named(name)
                .map(known -> {
                    boolean fits = known == KnownFilter.IDENTITY ? current.side() % 2 == 1 : known.comesInSizes();
                    return KernelChoice.of(known, fits ? current.side() : KnownFilter.USUAL_SIDE);
                })
                .orElse(new KernelChoice(KernelChoice.OWN, current.side(), current.numbers()));
    }

    public SettingsState<ConvolutionSetup> settingsState() {
        return settingsState;
    }

    /** The image. */
    public ObjectProperty<ImageChoice> image() {
        return image;
    }

    /** The number of the image in its data set, from 1. */
    public DoubleProperty sample() {
        return sample;
    }

    public ObjectProperty<KernelChoice> kernel() {
        return kernel;
    }

    /** The name of the kernel's filter. */
    public ObjectProperty<String> filter() {
        return filter;
    }

    /** The kernel size. */
    public DoubleProperty side() {
        return side;
    }

    public DoubleProperty stride() {
        return stride;
    }

    public DoubleProperty padding() {
        return padding;
    }

    public DoubleProperty dilation() {
        return dilation;
    }

    public ObjectProperty<Pooling> pooling() {
        return pooling;
    }

    /** The size of the pooling windows. */
    public DoubleProperty pool() {
        return pool;
    }

    /** The number of filters used to compute the cost. */
    public DoubleProperty filters() {
        return filters;
    }

    /** The network's training data. */
    public ObjectProperty<String> data() {
        return data;
    }

    public DoubleProperty samples() {
        return samples;
    }

    /** The number of filters of the first convolution. */
    public DoubleProperty firstFilters() {
        return firstFilters;
    }

    /** The number of filters of the second convolution; 0 for no second convolution. */
    public DoubleProperty secondFilters() {
        return secondFilters;
    }

    public DoubleProperty networkKernel() {
        return networkKernel;
    }

    public DoubleProperty networkStride() {
        return networkStride;
    }

    public DoubleProperty networkPool() {
        return networkPool;
    }

    public DoubleProperty epochs() {
        return epochs;
    }

    public DoubleProperty learningRate() {
        return learningRate;
    }

    public DoubleProperty batch() {
        return batch;
    }

    /** The shift of the network's input image in pixels. */
    public DoubleProperty shift() {
        return shift;
    }

    public DoubleProperty seed() {
        return seed;
    }
}
