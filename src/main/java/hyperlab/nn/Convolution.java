package hyperlab.nn;

import hyperlab.image.ImageShape;
import hyperlab.rule.Refusal;
import hyperlab.rule.Rules;

/**
 * One convolution as it is given: a cross-correlation with square kernels, then the network's activation, then max
 * pooling. An image side of n becomes ⌊(n + 2·padding − kernel)/stride⌋ + 1, and then ⌊that/pool⌋.
 *
 * @param filters output maps after the activation, 1 … 512; a Maxout layer computes filters·pieces
 * @param kernel side of a kernel, 1 … 31
 * @param stride pixels from one place of the kernel to the next, ≥ 1
 * @param padding rows and columns of zeros around the image, ≥ 0; may be wider than the kernel, as in PyTorch
 * @param pool side and stride of the max pooling, ≥ 1; 1 for none; what remains at the edge is dropped
 */
public record Convolution(int filters, int kernel, int stride, int padding, int pool) {
    public static final int MOST_FILTERS = 512;
    public static final int MOST_KERNEL = 31;
    /** So many numbers at most are in the maps that one image becomes. */
    public static final int MOST_NUMBERS = 1 << 24;

    public static final Convolution DEFAULT = new Convolution(8, 3, 1, 1, 2);

    public Convolution {
        Rules.wholeWithin("filters", filters, 1, MOST_FILTERS);
        Rules.wholeWithin("kernel", kernel, 1, MOST_KERNEL);
        Rules.atLeast("stride", stride, 1);
        Rules.atLeast("padding", padding, 0);
        Rules.atLeast("pool", pool, 1);
    }

    /** Where its kernels lie. */
    public ConvolutionGeometry geometry() {
        return new ConvolutionGeometry(kernel, stride, padding, 1);
    }

    /**
     * The maps that its kernels make of an image, before activation and pooling: filters·pieces of them.
     *
     * @param name what a refusal is about, such as {@code convolutions[1]}
     * @param pieces of a Maxout activation; 1 for any other
     * @throws Refusal where no pixel is left, or maps of more than {@link #MOST_NUMBERS} numbers
     */
    public ImageShape maps(String name, ImageShape image, int pieces) {
        long height = geometry().places(image.height());
        long width = geometry().places(image.width());
        if (height < 1 || width < 1) {
            throw new Refusal(
                    name, "leaves no pixel: kernel " + kernel + " with padding " + padding + " on " + sides(image));
        }
        int count = filters * pieces;
        if (height > MOST_NUMBERS || width > MOST_NUMBERS || height * width > MOST_NUMBERS / count) {
            throw new Refusal(
                    name,
                    "must make maps of at most " + MOST_NUMBERS + " numbers, got " + count + " × " + height + " × "
                            + width);
        }
        return new ImageShape(count, (int) height, (int) width);
    }

    /** What activation and pooling leave of {@link #maps}; arguments and refusals as there. */
    public ImageShape pooled(String name, ImageShape image, int pieces) {
        ImageShape maps = maps(name, image, pieces);
        if (maps.height() < pool || maps.width() < pool) {
            throw new Refusal(name, "leaves no pixel: pool " + pool + " on " + sides(maps));
        }
        return new ImageShape(filters, maps.height() / pool, maps.width() / pool);
    }

    private static String sides(ImageShape image) {
        return image.height() + " × " + image.width();
    }
}
