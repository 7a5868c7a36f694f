package hyperlab.nn;

import hyperlab.image.ImageShape;
import hyperlab.nn.kernel.ConvolutionGeometry;
import hyperlab.nn.kernel.ConvolutionKernel;

/**
 * Cross-correlation of images with given kernels, using the same products as training, so that the command line and the
 * Convolution lab show what a network computes. Scratch arrays are reused; confined to one thread at a time.
 */
public final class ImageConvolution {
    private final ImageShape image;
    private final ImageShape mapShape;
    private final int weightCount;
    private final ConvolutionKernel kernel;

    /**
     * @param filters number of maps, ≥ 1
     * @throws hyperlab.rule.InvalidInputException as {@link ConvolutionGeometry#mapShape}, for the setting
     *     {@code kernel}
     */
    public ImageConvolution(ImageShape image, int filters, ConvolutionGeometry geometry) {
        this.image = image;
        this.mapShape = geometry.mapShape("kernel", image, filters);
        this.weightCount = Math.multiplyExact(filters * image.channels(), geometry.kernel() * geometry.kernel());
        this.kernel = new ConvolutionKernel(image, mapShape, geometry);
    }

    /** The shape of the maps: filters × positions along each side. */
    public ImageShape maps() {
        return mapShape;
    }

    /**
     * Computes the maps of one image, as a new array.
     *
     * @param pixels channel by channel, in row-major order
     * @param kernels filters × channels × kernel × kernel
     * @param bias one per filter
     * @throws IllegalArgumentException if a length does not fit
     */
    public double[] convolve(double[] pixels, double[] kernels, double[] bias) {
        double[] result = new double[(int) mapShape.size()];
        convolveInto(pixels, kernels, bias, result);
        return result;
    }

    /** The same as {@link #convolve}, but overwrites {@code result}. */
    public void convolveInto(double[] pixels, double[] kernels, double[] bias, double[] result) {
        if (pixels.length != image.size()
                || kernels.length != weightCount
                || bias.length != mapShape.channels()
                || result.length != mapShape.size()) {
            throw new IllegalArgumentException(pixels.length + " pixels, " + kernels.length + " weights, " + bias.length
                    + " biases and " + result.length + " results for " + image + " to " + mapShape);
        }
        kernel.forward(pixels, 0, kernels, bias, result, 0);
    }
}
