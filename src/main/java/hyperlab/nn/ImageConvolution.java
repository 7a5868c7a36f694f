package hyperlab.nn;

import hyperlab.image.ImageShape;

/**
 * Cross-correlation of images with given kernels, using the same products as training, so that the command line and the
 * Convolution lab show what a network computes. Scratch arrays are reused; confined to one thread at a time.
 */
public final class ImageConvolution {
    private final ImageShape image;
    private final ImageShape maps;
    private final int weights;
    private final ConvolutionKernel kernel;

    /**
     * @param filters number of maps, ≥ 1
     * @throws hyperlab.rule.InvalidInputException as {@link ConvolutionGeometry#maps}, for the setting {@code kernel}
     */
    public ImageConvolution(ImageShape image, int filters, ConvolutionGeometry geometry) {
        this.image = image;
        this.maps = geometry.maps("kernel", image, filters);
        this.weights = Math.multiplyExact(filters * image.channels(), geometry.kernel() * geometry.kernel());
        this.kernel = new ConvolutionKernel(image, maps, geometry);
    }

    /** The shape of the maps: filters × positions along each side. */
    public ImageShape maps() {
        return maps;
    }

    /**
     * Computes the maps of one image, as a new array.
     *
     * @param pixels channel by channel, in row-major order
     * @param kernels filters × channels × kernel × kernel
     * @param bias one per filter
     * @throws IllegalArgumentException if a length does not fit
     */
    public double[] of(double[] pixels, double[] kernels, double[] bias) {
        double[] result = new double[(int) maps.numbers()];
        put(pixels, kernels, bias, result);
        return result;
    }

    /** The same as {@link #of}, but overwrites {@code result}. */
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
