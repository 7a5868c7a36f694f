package hyperlab.nn;

import hyperlab.image.ImageShape;

/**
 * The cross-correlation of images with given kernels, by the products that train: what the command line and the
 * Convolution lab show is what a network computes. Scratch arrays are made once; belongs to one thread at a time.
 */
public final class ImageConvolution {
    private final ImageShape image;
    private final ImageShape maps;
    private final int weights;
    private final ConvolutionKernel kernel;

    /**
     * @param filters how many maps there will be, ≥ 1
     * @throws hyperlab.rule.Refusal as {@link ConvolutionGeometry#maps}, on {@code kernel}
     */
    public ImageConvolution(ImageShape image, int filters, ConvolutionGeometry geometry) {
        this.image = image;
        this.maps = geometry.maps("kernel", image, filters);
        this.weights = Math.multiplyExact(filters * image.channels(), geometry.kernel() * geometry.kernel());
        this.kernel = new ConvolutionKernel(image, maps, geometry);
    }

    /** The maps' shape: filters × places along each side. */
    public ImageShape maps() {
        return maps;
    }

    /**
     * The maps of one image, as a new array.
     *
     * @param pixels channel by channel, row by row
     * @param kernels filters × channels × kernel × kernel
     * @param bias one a filter
     */
    public double[] of(double[] pixels, double[] kernels, double[] bias) {
        double[] result = new double[(int) maps.numbers()];
        put(pixels, kernels, bias, result);
        return result;
    }

    /** The same into {@code result}, overwritten. */
    public void put(double[] pixels, double[] kernels, double[] bias, double[] result) {
        if (pixels.length != image.numbers()
                || kernels.length != weights
                || bias.length != maps.channels()
                || result.length != maps.numbers()) {
            throw new IllegalArgumentException(pixels.length + " pixels, " + kernels.length + " weights, " + bias.length
                    + " biases and " + result.length + " results for " + image + " to " + maps);
        }
        kernel.forward(pixels, 0, kernels, bias, result, 0);
    }
}
