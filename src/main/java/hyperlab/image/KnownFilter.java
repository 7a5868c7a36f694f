package hyperlab.image;

import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Well-known convolution kernels. They are applied by cross-correlation, that is, without flipping: {@code sobelX} is
 * positive where the image gets brighter to the right, and {@code sobelY} where it gets brighter downward.
 */
public enum KnownFilter {
    /** 1 in the center and 0 elsewhere; only for odd sides. */
    IDENTITY("identity"),
    /** The mean: every number is 1/side². */
    BOX("box"),
    /**
     * Binomial weights, which approximate a Gaussian: C(side − 1, i)·C(side − 1, j)/4^(side − 1). For side 3 this is 1
     * 2 1 by 1 2 1, divided by 16.
     */
    GAUSSIAN("gaussian"),
    /** The image plus the sum of the differences between each pixel and its four neighbors. */
    SHARPEN("sharpen"),
    /**
     * The horizontal gradient (Sobel and Feldman 1968): a central difference, smoothed by 1 2 1 in the other direction.
     */
    SOBEL_X("sobelX"),
    /** The vertical gradient. */
    SOBEL_Y("sobelY"),
    /** The sum of the second differences in x and y. */
    LAPLACIAN("laplacian"),
    /** The image plus its gradient along the diagonal, as if lit from the upper left. */
    EMBOSS("emboss");

    public static final int MAX_SIDE = 31;
    /** The side of the filters that have only one size, and the default for the others. */
    public static final int DEFAULT_SIDE = 3;

    private final String fileName;

    KnownFilter(String fileName) {
        this.fileName = fileName;
    }

    /** The names, in display order. */
    public static List<String> names() {
        return Arrays.stream(values()).map(KnownFilter::fileName).toList();
    }

    /** The filter with this name. */
    public static Optional<KnownFilter> byName(String name) {
        return Arrays.stream(values())
                .filter(filter -> filter.fileName.equals(name))
                .findFirst();
    }

    /** The name on the command line and in files. */
    public String fileName() {
        return fileName;
    }

    /** Whether the filter is available in more than one size. */
    public boolean isResizable() {
        return this == IDENTITY || this == BOX || this == GAUSSIAN;
    }

    /**
     * Returns the kernel as a new array of side² numbers in row-major order.
     *
     * @param name the name of the setting, used in error messages
     * @throws InvalidInputException if the filter does not exist in this size
     */
    public double[] kernel(String name, int side) {
        Checks.wholeWithin(name, side, 1, MAX_SIDE);
        if (!isResizable()) {
            if (side != DEFAULT_SIDE) {
                throw new InvalidInputException(name, Rule.FILTER_SIDE, DEFAULT_SIDE, fileName, side);
            }
            return fixedKernel();
        }
        double[] kernel = new double[side * side];
        if (this == BOX) {
            Arrays.fill(kernel, 1.0 / kernel.length);
        } else if (this == GAUSSIAN) {
            double[] row = binomialWeights(side);
            Arrays.setAll(kernel, i -> row[i / side] * row[i % side]);
        } else {
            if (side % 2 == 0) {
                throw new InvalidInputException(name, Rule.FILTER_SIDE_ODD, fileName, side);
            }
            kernel[kernel.length / 2] = 1;
        }
        return kernel;
    }

    private double[] fixedKernel() {
        return switch (this) {
            case SHARPEN -> new double[] {0, -1, 0, -1, 5, -1, 0, -1, 0};
            case SOBEL_X -> new double[] {-1, 0, 1, -2, 0, 2, -1, 0, 1};
            case SOBEL_Y -> new double[] {-1, -2, -1, 0, 0, 0, 1, 2, 1};
            case LAPLACIAN -> new double[] {0, 1, 0, 1, -4, 1, 0, 1, 0};
            case EMBOSS -> new double[] {-2, -1, 0, -1, 1, 1, 0, 1, 2};
            case IDENTITY, BOX, GAUSSIAN -> throw new IllegalStateException(fileName + " comes in sizes");
        };
    }

    /** C(count − 1, i)/2^(count − 1), computed exactly. */
    private static double[] binomialWeights(int count) {
        double[] row = new double[count];
        row[0] = 1;
        for (int n = 1; n < count; n++) {
            for (int i = n; i > 0; i--) {
                row[i] = (row[i] + row[i - 1]) / 2;
            }
            row[0] /= 2;
        }
        return row;
    }
}
