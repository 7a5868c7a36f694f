package hyperlab.nn;

import hyperlab.image.ImageShape;
import hyperlab.nn.kernel.ConvolutionGeometry;
import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;

/**
 * The specification of one convolution: cross-correlation with square kernels, then the network's activation, then max
 * pooling. An image side of n becomes ⌊(n + 2·padding − kernel)/stride⌋ + 1, and pooling then gives ⌊that/pool⌋.
 *
 * @param filters number of output maps after the activation, 1 … 512; a Maxout layer computes filters·pieces
 * @param kernel side of a kernel, 1 … 31
 * @param stride pixels from one kernel position to the next, ≥ 1
 * @param padding rows and columns of zeros around the image, ≥ 0; may exceed the kernel size, as in PyTorch
 * @param pool side and stride of the max pooling, ≥ 1; 1 for no pooling; incomplete windows at the edge are dropped
 */
public record ConvolutionSpec(int filters, int kernel, int stride, int padding, int pool) {
    public static final int MAX_FILTERS = 512;
    public static final int MAX_KERNEL = 31;
    public static final ConvolutionSpec DEFAULT = new ConvolutionSpec(8, 3, 1, 1, 2);

    public ConvolutionSpec {
        Checks.wholeWithin("filters", filters, 1, MAX_FILTERS);
        Checks.wholeWithin("kernel", kernel, 1, MAX_KERNEL);
        Checks.atLeast("stride", stride, 1);
        Checks.atLeast("padding", padding, 0);
        Checks.atLeast("pool", pool, 1);
    }

    /** The positions of the kernels. */
    public ConvolutionGeometry geometry() {
        return new ConvolutionGeometry(kernel, stride, padding, 1);
    }

    /**
     * The shape of the maps computed from an image, before activation and pooling: filters·pieces maps.
     *
     * @param name the name of the setting, such as {@code convolutions[1]}, used in error messages
     * @param pieces of a Maxout activation; 1 for any other
     * @throws InvalidInputException as {@link ConvolutionGeometry#mapShape}
     */
    public ImageShape mapShape(String name, ImageShape image, int pieces) {
        return geometry().mapShape(name, image, filters * pieces);
    }

    /**
     * The shape of {@link #mapShape} after activation and pooling, with the same arguments.
     *
     * @throws InvalidInputException as {@link #mapShape}, or if no pooling window fits
     */
    public ImageShape pooledShape(String name, ImageShape image, int pieces) {
        ImageShape maps = mapShape(name, image, pieces);
        if (maps.height() < pool || maps.width() < pool) {
            throw new InvalidInputException(name, Rule.NO_PIXEL_POOLED, pool, maps.height(), maps.width());
        }
        return new ImageShape(filters, maps.height() / pool, maps.width() / pool);
    }
}
