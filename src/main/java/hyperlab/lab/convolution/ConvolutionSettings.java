package hyperlab.lab.convolution;

import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.convolution.DigitNetworkSettings;
import hyperlab.convolution.ImageSelection;
import hyperlab.convolution.KernelSelection;
import hyperlab.image.KnownFilter;
import hyperlab.nn.ImagePooling;
import hyperlab.nn.Pooling;
import hyperlab.rule.InvalidInputException;
import hyperlab.ui.SettingsState;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the lab, each as a property. Together they form one {@link ConvolutionLabSettings}. A setting that leaves
 * no position for the kernel, no window for the pooling or no input for a layer is rejected.
 */
public final class ConvolutionSettings {
    private final SettingsState<ConvolutionLabSettings> settingsState;
    private final ObjectProperty<ImageSelection> image;
    private final DoubleProperty sample;
    private final ObjectProperty<KernelSelection> kernel;
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
    /** The kernel before its size was changed, and what the last change made of it; null before the first change. */
    private @Nullable KernelSelection beforeResizing;

    private @Nullable KernelSelection afterResizing;

    ConvolutionSettings(SettingsState<ConvolutionLabSettings> settingsState) {
        this.settingsState = settingsState;
        image = settingsState.part(
                "convolution.undo.image", ConvolutionLabSettings::image, checked(ConvolutionLabSettings::withImage));
        sample = number(
                "convolution.undo.image",
                setup -> setup.image().sample() + 1,
                (setup, n) -> setup.withImage(setup.image().withSample(n - 1)));
        kernel = settingsState.part(
                "convolution.undo.kernel", ConvolutionLabSettings::kernel, checked(ConvolutionLabSettings::withKernel));
        filter = settingsState.part(
                "convolution.undo.filter",
                setup -> setup.kernel().filter(),
                checked((setup, name) -> setup.withKernel(filterNamed(name, setup.kernel()))));
        side = number(
                "convolution.undo.side",
                setup -> setup.kernel().side(),
                (setup, n) -> setup.withKernel(resized(setup.kernel(), n)));
        stride = number("convolution.undo.stride", ConvolutionLabSettings::stride, ConvolutionLabSettings::withStride);
        padding = number(
                "convolution.undo.padding", ConvolutionLabSettings::padding, ConvolutionLabSettings::withPadding);
        dilation = number(
                "convolution.undo.dilation", ConvolutionLabSettings::dilation, ConvolutionLabSettings::withDilation);
        pooling = settingsState.part(
                "convolution.undo.pooling",
                ConvolutionLabSettings::pooling,
                checked(ConvolutionLabSettings::withPooling));
        pool = number("convolution.undo.pooling", ConvolutionLabSettings::pool, ConvolutionLabSettings::withPool);
        filters = number(
                "convolution.undo.filters", ConvolutionLabSettings::filters, ConvolutionLabSettings::withFilters);
        data = settingsState.part(
                "convolution.undo.network",
                setup -> setup.network().data(),
                checked((setup, name) -> setup.withNetwork(setup.network().withData(name))));
        samples = network(DigitNetworkSettings::samples, DigitNetworkSettings::withSamples);
        firstFilters = network(DigitNetworkSettings::filters, DigitNetworkSettings::withFilters);
        secondFilters = network(DigitNetworkSettings::secondFilters, DigitNetworkSettings::withSecondFilters);
        networkKernel = network(DigitNetworkSettings::kernel, DigitNetworkSettings::withKernel);
        networkStride = network(DigitNetworkSettings::stride, DigitNetworkSettings::withStride);
        networkPool = network(DigitNetworkSettings::pool, DigitNetworkSettings::withPool);
        epochs = network(DigitNetworkSettings::epochs, DigitNetworkSettings::withEpochs);
        learningRate = settingsState.number(
                "convolution.undo.network",
                setup -> setup.network().learningRate(),
                (setup, rate) -> setup.withNetwork(setup.network().withLearningRate(rate)));
        batch = network(DigitNetworkSettings::batch, DigitNetworkSettings::withBatch);
        shift = number("convolution.undo.shift", ConvolutionLabSettings::shift, ConvolutionLabSettings::withShift);
        seed = settingsState.number(
                "convolution.undo.network",
                setup -> (double) setup.seed(),
                (setup, n) -> setup.withSeed(n.longValue()));
    }

    /**
     * Resizes a kernel. Several changes in a row, as when the slider is dragged, resize the kernel before the first of
     * them; otherwise, numbers that are cropped on the way would be lost.
     */
    private KernelSelection resized(KernelSelection now, int newSide) {
        KernelSelection from = beforeResizing != null && now.equals(afterResizing) ? beforeResizing : now;
        beforeResizing = from;
        KernelSelection result = from.withSide(newSide);
        afterResizing = result;
        return result;
    }

    private DoubleProperty number(
            String undoKey,
            Function<ConvolutionLabSettings, Integer> getter,
            BiFunction<ConvolutionLabSettings, Integer, ConvolutionLabSettings> setter) {
        return settingsState.number(
                undoKey,
                setup -> (double) getter.apply(setup),
                checked((setup, n) -> setter.apply(setup, n.intValue())));
    }

    private DoubleProperty network(
            Function<DigitNetworkSettings, Integer> getter,
            BiFunction<DigitNetworkSettings, Integer, DigitNetworkSettings> setter) {
        return number(
                "convolution.undo.network",
                setup -> getter.apply(setup.network()),
                (setup, n) -> setup.withNetwork(setter.apply(setup.network(), n)));
    }

    private static <T> BiFunction<ConvolutionLabSettings, T, ConvolutionLabSettings> checked(
            BiFunction<ConvolutionLabSettings, T, ConvolutionLabSettings> setter) {
        return (setup, value) -> {
            ConvolutionLabSettings changed = setter.apply(setup, value);
            check(changed);
            return changed;
        };
    }

    /** Throws a {@link InvalidInputException} if any layer has no output. */
    static void check(ConvolutionLabSettings setup) {
        new ImagePooling(setup.mapShape(setup.image().load().shape()), setup.pooling(), setup.pool());
        setup.network().shape();
    }

    /**
     * A filter by name, with the current kernel size if the filter is available in it, otherwise with its usual size.
     */
    private static KernelSelection filterNamed(String name, KernelSelection current) {
        return KnownFilter.byName(name)
                .map(known -> {
                    boolean fits = known == KnownFilter.IDENTITY ? current.side() % 2 == 1 : known.isResizable();
                    return KernelSelection.of(known, fits ? current.side() : KnownFilter.DEFAULT_SIDE);
                })
                .orElse(new KernelSelection(KernelSelection.USER_DEFINED, current.side(), current.values()));
    }

    public SettingsState<ConvolutionLabSettings> settingsState() {
        return settingsState;
    }

    /** The image. */
    public ObjectProperty<ImageSelection> imageProperty() {
        return image;
    }

    /** The number of the image in its data set, from 1. */
    public DoubleProperty sampleProperty() {
        return sample;
    }

    public ObjectProperty<KernelSelection> kernelProperty() {
        return kernel;
    }

    /** The name of the kernel's filter. */
    public ObjectProperty<String> filterProperty() {
        return filter;
    }

    /** The kernel size. */
    public DoubleProperty kernelSizeProperty() {
        return side;
    }

    public DoubleProperty strideProperty() {
        return stride;
    }

    public DoubleProperty paddingProperty() {
        return padding;
    }

    public DoubleProperty dilationProperty() {
        return dilation;
    }

    public ObjectProperty<Pooling> poolingProperty() {
        return pooling;
    }

    /** The size of the pooling windows. */
    public DoubleProperty poolProperty() {
        return pool;
    }

    /** The number of filters used to compute the cost. */
    public DoubleProperty filtersProperty() {
        return filters;
    }

    /** The network's training data. */
    public ObjectProperty<String> dataProperty() {
        return data;
    }

    public DoubleProperty samplesProperty() {
        return samples;
    }

    /** The number of filters of the first convolution. */
    public DoubleProperty firstFiltersProperty() {
        return firstFilters;
    }

    /** The number of filters of the second convolution; 0 for no second convolution. */
    public DoubleProperty secondFiltersProperty() {
        return secondFilters;
    }

    public DoubleProperty networkKernelProperty() {
        return networkKernel;
    }

    public DoubleProperty networkStrideProperty() {
        return networkStride;
    }

    public DoubleProperty networkPoolProperty() {
        return networkPool;
    }

    public DoubleProperty epochsProperty() {
        return epochs;
    }

    public DoubleProperty learningRateProperty() {
        return learningRate;
    }

    public DoubleProperty batchSizeProperty() {
        return batch;
    }

    /** The shift of the network's input image in pixels. */
    public DoubleProperty shiftProperty() {
        return shift;
    }

    public DoubleProperty seedProperty() {
        return seed;
    }
}
