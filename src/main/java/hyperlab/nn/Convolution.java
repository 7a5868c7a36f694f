package hyperlab.nn;

import hyperlab.rule.Rules;

/**
 * One convolution as it is given: a cross-correlation with square kernels, the network's activation, and max pooling. An
 * image side of n becomes ⌊(n + 2·padding − kernel)/stride⌋ + 1, and then ⌊that/pool⌋.
 *
 * @param filters output maps after the activation, 1 … 512; a Maxout layer computes filters·pieces
 * @param kernel side of a kernel, 1 … 31
 * @param stride pixels from one place of the kernel to the next, ≥ 1
 * @param padding rows and columns of zeros around the image, ≥ 0 and below the kernel
 * @param pool side and stride of the max pooling, ≥ 1; 1 for none; what remains at the edge is dropped
 */
public record Convolution(int filters, int kernel, int stride, int padding, int pool) {
    public static final int MOST_FILTERS = 512;
    public static final int MOST_KERNEL = 31;
    public static final Convolution DEFAULT = new Convolution(8, 3, 1, 1, 2);

    public Convolution {
        Rules.wholeWithin("filters", filters, 1, MOST_FILTERS);
        Rules.wholeWithin("kernel", kernel, 1, MOST_KERNEL);
        Rules.atLeast("stride", stride, 1);
        Rules.wholeWithin("padding", padding, 0, kernel - 1);
        Rules.atLeast("pool", pool, 1);
    }
}
