package hyperlab.convolution;

import hyperlab.image.ImageShape;
import hyperlab.image.KnownFilter;
import hyperlab.nn.ConvolutionSpec;
import hyperlab.nn.Pooling;
import hyperlab.nn.kernel.ConvolutionGeometry;
import hyperlab.rule.Checks;

/**
 * All settings of the Convolution lab.
 *
 * @param image the input image
 * @param kernel the kernel that slides over the image
 * @param stride pixels from one kernel position to the next, 1 … {@value #MAX_STRIDE}
 * @param padding zeros around the image, 0 … {@value #MAX_PADDING}
 * @param dilation pixels between neighboring kernel elements, 1 … {@value #MAX_DILATION}
 * @param pooling applied to the feature map
 * @param pool side of the pooling windows, 2 … {@value #MAX_POOL}
 * @param filters number of such kernels in the layer whose cost is computed, 1 … 512
 * @param network the network that learns kernels
 * @param shift by how many pixels the image is shifted to the right for the network, −{@value #MAX_SHIFT} …
 *     {@value #MAX_SHIFT}
 * @param seed of the network's initialization and sample order
 */
public record ConvolutionLabSettings(
        ImageSelection image,
        KernelSelection kernel,
        int stride,
        int padding,
        int dilation,
        Pooling pooling,
        int pool,
        int filters,
        DigitNetworkSettings network,
        int shift,
        long seed) {
    public static final int MAX_STRIDE = 16;
    public static final int MAX_PADDING = 32;
    public static final int MAX_DILATION = 16;
    public static final int MAX_POOL = 8;
    public static final int MAX_SHIFT = 8;
    public static final ConvolutionLabSettings DEFAULT = new ConvolutionLabSettings(
            new ImageSelection(ImageSelection.MNIST, 4, null),
            KernelSelection.of(KnownFilter.SOBEL_X, KnownFilter.DEFAULT_SIDE),
            2,
            0,
            1,
            Pooling.NONE,
            2,
            8,
            DigitNetworkSettings.DEFAULT,
            0,
            42);

    public ConvolutionLabSettings {
        Checks.wholeWithin("stride", stride, 1, MAX_STRIDE);
        Checks.wholeWithin("padding", padding, 0, MAX_PADDING);
        Checks.wholeWithin("dilation", dilation, 1, MAX_DILATION);
        Checks.wholeWithin("pool", pool, 2, MAX_POOL);
        Checks.wholeWithin("filters", filters, 1, ConvolutionSpec.MAX_FILTERS);
        Checks.wholeWithin("shift", shift, -MAX_SHIFT, MAX_SHIFT);
    }

    /** The positions of the kernel. */
    public ConvolutionGeometry geometry() {
        return new ConvolutionGeometry(kernel.side(), stride, padding, dilation);
    }

    /**
     * The shape of the feature map for an image of this shape.
     *
     * @throws hyperlab.rule.InvalidInputException if the kernel does not fit
     */
    public ImageShape mapShape(ImageShape shape) {
        return geometry().mapShape("kernel", shape, 1);
    }

    public ConvolutionLabSettings withImage(ImageSelection newImage) {
        return new ConvolutionLabSettings(
                newImage, kernel, stride, padding, dilation, pooling, pool, filters, network, shift, seed);
    }

    public ConvolutionLabSettings withKernel(KernelSelection newKernel) {
        return new ConvolutionLabSettings(
                image, newKernel, stride, padding, dilation, pooling, pool, filters, network, shift, seed);
    }

    public ConvolutionLabSettings withStride(int newStride) {
        return new ConvolutionLabSettings(
                image, kernel, newStride, padding, dilation, pooling, pool, filters, network, shift, seed);
    }

    public ConvolutionLabSettings withPadding(int newPadding) {
        return new ConvolutionLabSettings(
                image, kernel, stride, newPadding, dilation, pooling, pool, filters, network, shift, seed);
    }

    public ConvolutionLabSettings withDilation(int newDilation) {
        return new ConvolutionLabSettings(
                image, kernel, stride, padding, newDilation, pooling, pool, filters, network, shift, seed);
    }

    public ConvolutionLabSettings withPooling(Pooling newPooling) {
        return new ConvolutionLabSettings(
                image, kernel, stride, padding, dilation, newPooling, pool, filters, network, shift, seed);
    }

    public ConvolutionLabSettings withPool(int newPool) {
        return new ConvolutionLabSettings(
                image, kernel, stride, padding, dilation, pooling, newPool, filters, network, shift, seed);
    }

    public ConvolutionLabSettings withFilters(int newFilters) {
        return new ConvolutionLabSettings(
                image, kernel, stride, padding, dilation, pooling, pool, newFilters, network, shift, seed);
    }

    public ConvolutionLabSettings withNetwork(DigitNetworkSettings newNetwork) {
        return new ConvolutionLabSettings(
                image, kernel, stride, padding, dilation, pooling, pool, filters, newNetwork, shift, seed);
    }

    public ConvolutionLabSettings withShift(int newShift) {
        return new ConvolutionLabSettings(
                image, kernel, stride, padding, dilation, pooling, pool, filters, network, newShift, seed);
    }

    public ConvolutionLabSettings withSeed(long newSeed) {
        return new ConvolutionLabSettings(
                image, kernel, stride, padding, dilation, pooling, pool, filters, network, shift, newSeed);
    }
}
