package hyperlab.image;

import hyperlab.rule.Refusal;
import hyperlab.rule.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Kernels that people know by name, for cross-correlation: the numbers lie over the image as they are written, so that
 * {@code sobelX} is positive where it gets brighter to the right, and {@code sobelY} where it does so downwards.
 */
public enum KnownFilter {
    /** 1 in the middle, 0 around it; sides that have a middle. */
    IDENTITY("identity"),
    /** The mean: each number 1/side². */
    BOX("box"),
    /** Binomial weights, which come near a normal curve: C(side − 1, i)·C(side − 1, j)/4^(side − 1); side 3: 1 2 1 by 1 2 1. */
    GAUSSIAN("gaussian"),
    /** The image and what it lacks of its neighbours' mean, four times. */
    SHARPEN("sharpen"),
    /** The slope to the right (Sobel and Feldman 1968): a central difference, smoothed by 1 2 1 across. */
    SOBEL_X("sobelX"),
    /** The slope downwards. */
    SOBEL_Y("sobelY"),
    /** The sum of both second differences. */
    LAPLACIAN("laplacian"),
    /** Lit from the upper left: the slope along the diagonal, on the image itself. */
    EMBOSS("emboss");

    public static final int MOST_SIDE = 31;
    /** The side of those that come in one size alone, and of the others unless told. */
    public static final int USUAL_SIDE = 3;

    private final String fileName;

    KnownFilter(String fileName) {
        this.fileName = fileName;
    }

    /** The names, in the order in which they are offered. */
    public static List<String> names() {
        return Arrays.stream(values()).map(KnownFilter::fileName).toList();
    }

    /** The filter of this name. */
    public static Optional<KnownFilter> named(String name) {
        return Arrays.stream(values())
                .filter(filter -> filter.fileName.equals(name))
                .findFirst();
    }

    /** The name on the command line and in files. */
    public String fileName() {
        return fileName;
    }

    /** Whether it comes in more sizes than one. */
    public boolean comesInSizes() {
        return this == IDENTITY || this == BOX || this == GAUSSIAN;
    }

    /**
     * The kernel, row by row, as a new array of side².
     *
     * @param name what a refusal is about
     * @throws Refusal where it does not come in this size
     */
    public double[] kernel(String name, int side) {
        Rules.wholeWithin(name, side, 1, MOST_SIDE);
        if (!comesInSizes()) {
            if (side != USUAL_SIDE) {
                throw new Refusal(name, USUAL_SIDE + ", the side of " + fileName, side);
            }
            return fixed();
        }
        double[] kernel = new double[side * side];
        if (this == BOX) {
            Arrays.fill(kernel, 1.0 / kernel.length);
        } else if (this == GAUSSIAN) {
            double[] row = binomials(side);
            Arrays.setAll(kernel, i -> row[i / side] * row[i % side]);
        } else {
            if (side % 2 == 0) {
                throw new Refusal(name, "odd for " + fileName + ", which has its 1 in the middle", side);
            }
            kernel[kernel.length / 2] = 1;
        }
        return kernel;
    }

    private double[] fixed() {
        return switch (this) {
            case SHARPEN -> new double[] {0, -1, 0, -1, 5, -1, 0, -1, 0};
            case SOBEL_X -> new double[] {-1, 0, 1, -2, 0, 2, -1, 0, 1};
            case SOBEL_Y -> new double[] {-1, -2, -1, 0, 0, 0, 1, 2, 1};
            case LAPLACIAN -> new double[] {0, 1, 0, 1, -4, 1, 0, 1, 0};
            case EMBOSS -> new double[] {-2, -1, 0, -1, 1, 1, 0, 1, 2};
            case IDENTITY, BOX, GAUSSIAN -> throw new IllegalStateException(fileName + " comes in sizes");
        };
    }

    /** C(count − 1, i)/2^(count − 1), exactly. */
    private static double[] binomials(int count) {
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
