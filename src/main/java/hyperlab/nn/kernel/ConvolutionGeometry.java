package hyperlab.nn.kernel;

import hyperlab.image.ImageShape;
import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;

/**
 * The positions of a convolution kernel along one side of an image. Position i starts at pixel i·stride − padding and
 * reads every {@code dilation}-th pixel from there; pixels outside the image are 0. Both sides of the image use the
 * same settings. Kernels are square, and the output side equals that of PyTorch's Conv2d:
 *
 * <pre>⌊(n + 2·padding − dilation·(kernel − 1) − 1)/stride⌋ + 1</pre>
 *
 * @param kernel side of the kernel, ≥ 1
 * @param stride pixels from one position to the next, ≥ 1
 * @param padding zeros before the first and after the last pixel, ≥ 0
 * @param dilation pixels between neighboring kernel elements, ≥ 1; 1 for adjacent pixels
 */
public record ConvolutionGeometry(int kernel, int stride, int padding, int dilation) {
    /** The maximum number of values in all maps of one image. */
    public static final int MAX_VALUES = 1 << 24;

    public ConvolutionGeometry {
        Checks.atLeast("kernel", kernel, 1);
        Checks.atLeast("stride", stride, 1);
        Checks.atLeast("padding", padding, 0);
        Checks.atLeast("dilation", dilation, 1);
    }

    /** The number of kernel positions along a side of {@code pixels} ≥ 1; 0 if the kernel does not fit. */
    public long positions(int pixels) {
        long maxOffset = maxOffset(pixels);
        return maxOffset < 0 ? 0 : maxOffset / stride + 1;
    }

    /**
     * The shape of the maps that this many filters compute from an image, with one value for each kernel position.
     *
     * @param name the name of the setting, such as {@code convolutions[1]}, used in error messages
     * @throws InvalidInputException if the kernel does not fit, or if the maps have more than {@link #MAX_VALUES}
     *     values
     */
    public ImageShape mapShape(String name, ImageShape image, int filters) {
        long height = positions(image.height());
        long width = positions(image.width());
        if (height < 1 || width < 1) {
            throw dilation == 1
                    ? new InvalidInputException(name, Rule.NO_PIXEL, kernel, padding, image.height(), image.width())
                    : new InvalidInputException(
                            name, Rule.NO_PIXEL_DILATED, kernel, padding, dilation, image.height(), image.width());
        }
        if (height > MAX_VALUES || width > MAX_VALUES || height * width > MAX_VALUES / filters) {
            throw new InvalidInputException(name, Rule.LARGE_MAPS, MAX_VALUES, filters, height, width);
        }
        return new ImageShape(filters, (int) height, (int) width);
    }

    /**
     * The number of pixels at the far end, including padding, after the last position; 0 if the stride divides evenly.
     */
    public long unusedPixels(int pixels) {
        return Math.max(0, maxOffset(pixels)) % stride;
    }

    /**
     * The pixel that kernel element {@code tap} reads at position {@code place}; a pixel outside the image is padding.
     */
    public long pixelAt(long position, int tap) {
        return position * stride - padding + (long) tap * dilation;
    }

    /** For each of the {@code pixels} along a side, whether any kernel position reads it. */
    public boolean[] coveredPixels(int pixels) {
        boolean[] covered = new boolean[pixels];
        for (long position = 0; position < positions(pixels); position++) {
            for (int tap = 0; tap < kernel; tap++) {
                long pixel = pixelAt(position, tap);
                if (pixel >= 0 && pixel < pixels) {
                    covered[(int) pixel] = true;
                }
            }
        }
        return covered;
    }

    /** How many pixels the kernel can move; negative if it does not fit. */
    private long maxOffset(int pixels) {
        return pixels + 2L * padding - (long) dilation * (kernel - 1) - 1;
    }
}
