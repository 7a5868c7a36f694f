package hyperlab.convolution;

import hyperlab.image.ImageShape;
import hyperlab.image.KnownFilter;
import hyperlab.nn.Convolution;
import hyperlab.nn.ConvolutionGeometry;
import hyperlab.nn.Pooling;
import hyperlab.rule.Checks;

/**
 * All settings of the Convolution lab.
 *
 * @param image the input image
 * @param kernel the kernel that slides over the image
 * @param stride pixels from one kernel position to the next, 1 … {@value #MOST_STRIDE}
 * @param padding zeros around the image, 0 … {@value #MOST_PADDING}
 * @param dilation pixels between neighboring kernel elements, 1 … {@value #MOST_DILATION}
 * @param pooling applied to the feature map
 * @param pool side of the pooling windows, 2 … {@value #MOST_POOL}
 * @param filters number of such kernels in the layer whose cost is computed, 1 … 512
 * @param network the network that learns kernels
 * @param shift by how many pixels the image is shifted to the right for the network, −{@value #MOST_SHIFT} …
 *     {@value #MOST_SHIFT}
 * @param seed of the network's initialization and sample order
 */
public record ConvolutionSetup(
        ImageChoice image,
        KernelChoice kernel,
        int stride,
        int padding,
        int dilation,
        Pooling pooling,
        int pool,
        int filters,
        NetworkChoice network,
        int shift,
        long seed) {
    public static final int MOST_STRIDE = 16;
    public static final int MOST_PADDING = 32;
    public static final int MOST_DILATION = 16;
    public static final int MOST_POOL = 8;
    public static final int MOST_SHIFT = 8;
    public static final ConvolutionSetup DEFAULT = new ConvolutionSetup(
            new ImageChoice(ImageChoice.MNIST, 4, null),
            KernelChoice.of(KnownFilter.SOBEL_X, KnownFilter.USUAL_SIDE),
            2,
            0,
            1,
            Pooling.NONE,
            2,
            8,
            NetworkChoice.DEFAULT,
            0,
            42);

    public ConvolutionSetup {
        Checks.wholeWithin("stride", stride, 1, MOST_STRIDE);
        Checks.wholeWithin("padding", padding, 0, MOST_PADDING);
        Checks.wholeWithin("dilation", dilation, 1, MOST_DILATION);
        Checks.wholeWithin("pool", pool, 2, MOST_POOL);
        Checks.wholeWithin("filters", filters, 1, Convolution.MOST_FILTERS);
        Checks.wholeWithin("shift", shift, -MOST_SHIFT, MOST_SHIFT);
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
    public ImageShape maps(ImageShape shape) {
        return geometry().maps("kernel", shape, 1);
    }

    public ConvolutionSetup withImage(ImageChoice newImage) {
        return new ConvolutionSetup(
                newImage, kernel, stride, padding, dilation, pooling, pool, filters, network, shift, seed);
    }

    public ConvolutionSetup withKernel(KernelChoice newKernel) {
        return new ConvolutionSetup(
                image, newKernel, stride, padding, dilation, pooling, pool, filters, network, shift, seed);
    }

    public ConvolutionSetup withStride(int newStride) {
        return new ConvolutionSetup(
                image, kernel, newStride, padding, dilation, pooling, pool, filters, network, shift, seed);
    }

    public ConvolutionSetup withPadding(int newPadding) {
        return new ConvolutionSetup(
                image, kernel, stride, newPadding, dilation, pooling, pool, filters, network, shift, seed);
    }

    public ConvolutionSetup withDilation(int newDilation) {
        return new ConvolutionSetup(
                image, kernel, stride, padding, newDilation, pooling, pool, filters, network, shift, seed);
    }

    public ConvolutionSetup withPooling(Pooling newPooling) {
        return new ConvolutionSetup(
                image, kernel, stride, padding, dilation, newPooling, pool, filters, network, shift, seed);
    }

    public ConvolutionSetup withPool(int newPool) {
        return new ConvolutionSetup(
                image, kernel, stride, padding, dilation, pooling, newPool, filters, network, shift, seed);
    }

    public ConvolutionSetup withFilters(int newFilters) {
        return new ConvolutionSetup(
                image, kernel, stride, padding, dilation, pooling, pool, newFilters, network, shift, seed);
    }

    public ConvolutionSetup withNetwork(NetworkChoice newNetwork) {
        return new ConvolutionSetup(
                image, kernel, stride, padding, dilation, pooling, pool, filters, newNetwork, shift, seed);
    }

    public ConvolutionSetup withShift(int newShift) {
        return new ConvolutionSetup(
                image, kernel, stride, padding, dilation, pooling, pool, filters, network, newShift, seed);
    }

    public ConvolutionSetup withSeed(long newSeed) {
        return new ConvolutionSetup(
                image, kernel, stride, padding, dilation, pooling, pool, filters, network, shift, newSeed);
    }
}
