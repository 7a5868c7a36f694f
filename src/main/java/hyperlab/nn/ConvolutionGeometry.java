package hyperlab.nn;

import hyperlab.image.ImageShape;
import hyperlab.rule.Refusal;
import hyperlab.rule.Rules;

/**
 * Where the kernel of a convolution lies, along one side of an image: place i begins at pixel i·stride − padding and
 * reads every {@code dilation}-th pixel from there; what lies outside the image is 0. Both sides of an image have the
 * same. Square kernels, and the output side of PyTorch's Conv2d:
 *
 * <pre>⌊(n + 2·padding − dilation·(kernel − 1) − 1)/stride⌋ + 1</pre>
 *
 * @param kernel side of the kernel, ≥ 1
 * @param stride pixels from one place to the next, ≥ 1
 * @param padding zeros before the first and after the last pixel, ≥ 0
 * @param dilation pixels from one number of the kernel to the next, ≥ 1; 1 for neighbours
 */
public record ConvolutionGeometry(int kernel, int stride, int padding, int dilation) {
    /** So many numbers at most are in the maps that one image becomes. */
    public static final int MOST_NUMBERS = 1 << 24;

    public ConvolutionGeometry {
        Rules.atLeast("kernel", kernel, 1);
        Rules.atLeast("stride", stride, 1);
        Rules.atLeast("padding", padding, 0);
        Rules.atLeast("dilation", dilation, 1);
    }

    /** How many places the kernel has along a side of {@code pixels} ≥ 1; 0 where it does not fit. */
    public long places(int pixels) {
        long slack = slack(pixels);
        return slack < 0 ? 0 : slack / stride + 1;
    }

    /**
     * The maps that so many filters make of an image: a number for each place.
     *
     * @param name what a refusal is about, such as {@code convolutions[1]}
     * @throws Refusal where no place is left, or maps of more than {@link #MOST_NUMBERS} numbers
     */
    public ImageShape maps(String name, ImageShape image, int filters) {
        long height = places(image.height());
        long width = places(image.width());
        if (height < 1 || width < 1) {
            String dilated = dilation == 1 ? "" : " and dilation " + dilation;
            throw new Refusal(
                    name,
                    "leaves no pixel: kernel " + kernel + " with padding " + padding + dilated + " on " + image.height()
                            + " × " + image.width());
        }
        if (height > MOST_NUMBERS || width > MOST_NUMBERS || height * width > MOST_NUMBERS / filters) {
            throw new Refusal(
                    name,
                    "must make maps of at most " + MOST_NUMBERS + " numbers, got " + filters + " × " + height + " × "
                            + width);
        }
        return new ImageShape(filters, (int) height, (int) width);
    }

    /** The pixels at the far end, padding included, that no further place reaches; 0 where the stride divides. */
    public long remainder(int pixels) {
        return Math.max(0, slack(pixels)) % stride;
    }

    /** The pixel that number {@code tap} of the kernel reads at place {@code place}; outside the image it is padding. */
    public long pixel(long place, int tap) {
        return place * stride - padding + (long) tap * dilation;
    }

    /** Which of the {@code pixels} along a side are read at some place. */
    public boolean[] covered(int pixels) {
        boolean[] covered = new boolean[pixels];
        for (long place = 0; place < places(pixels); place++) {
            for (int tap = 0; tap < kernel; tap++) {
                long pixel = pixel(place, tap);
                if (pixel >= 0 && pixel < pixels) {
                    covered[(int) pixel] = true;
                }
            }
        }
        return covered;
    }

    /** How far the kernel can move, in pixels; negative where it does not fit. */
    private long slack(int pixels) {
        return pixels + 2L * padding - (long) dilation * (kernel - 1) - 1;
    }
}
