package hyperlab.nn.kernel;

import static hyperlab.nn.kernel.FusedMultiplyAdd.multiplyAdd;

/**
 * Sums of products for many networks side by side. Each number is an array with one element per network, its lane, so
 * that the loops run along the lanes and are vectorized. The terms of each sum are added in the same order, with the
 * same roundings, as in the narrow products of {@link MatrixProduct}.
 */
public final class LaneProducts {
    private LaneProducts() {}

    /** Whether a product of m × depth with depth × n is one of those whose sums these methods repeat. */
    public static boolean isNarrow(int m, int n) {
        return n < MatrixProduct.MIN_VECTORIZED_COLUMNS || m < MatrixProduct.MIN_ROWS_FOR_COPY;
    }

    /**
     * Whether a narrow product of m × depth with depth × n adds its terms to the present value one by one. Otherwise,
     * it adds them up from 0 and then adds their sum.
     */
    public static boolean addsTermsDirectly(int m, int n, int depth) {
        return SmallDepthProduct.isFasterFor(m, n, depth);
    }

    /** sums[l] += Σᵢ factors[from + i·stride]·rows[first + i·step][l] for i &lt; count and l &lt; lanes. */
    public static void addScaled(
            double[] factors,
            int from,
            int stride,
            double[][] rows,
            int first,
            int step,
            int count,
            double[] sums,
            int lanes) {
        int at = from;
        int row = first;
        int left = count;
        for (; left >= 4; left -= 4) {
            addFourScaled(
                    factors[at],
                    rows[row],
                    factors[at + stride],
                    rows[row + step],
                    factors[at + 2 * stride],
                    rows[row + 2 * step],
                    factors[at + 3 * stride],
                    rows[row + 3 * step],
                    sums,
                    lanes);
            at += 4 * stride;
            row += 4 * step;
        }
        if (left >= 2) {
            addTwoScaled(factors[at], rows[row], factors[at + stride], rows[row + step], sums, lanes);
            at += 2 * stride;
            row += 2 * step;
            left -= 2;
        }
        if (left > 0) {
            RowAxpy.addOne(factors[at], rows[row], sums, 0, lanes);
        }
    }

    /** sums[l] += Σᵢ a[aFirst + i·aStep][l]·b[bFirst + i·bStep][l] for i &lt; count and l &lt; lanes. */
    public static void addProducts(
            double[][] a,
            int aFirst,
            int aStep,
            double[][] b,
            int bFirst,
            int bStep,
            int count,
            double[] sums,
            int lanes) {
        int i = aFirst;
        int j = bFirst;
        int left = count;
        for (; left >= 4; left -= 4) {
            addFourProducts(
                    a[i],
                    b[j],
                    a[i + aStep],
                    b[j + bStep],
                    a[i + 2 * aStep],
                    b[j + 2 * bStep],
                    a[i + 3 * aStep],
                    b[j + 3 * bStep],
                    sums,
                    lanes);
            i += 4 * aStep;
            j += 4 * bStep;
        }
        if (left >= 2) {
            addTwoProducts(a[i], b[j], a[i + aStep], b[j + bStep], sums, lanes);
            i += 2 * aStep;
            j += 2 * bStep;
            left -= 2;
        }
        if (left > 0) {
            addProduct(a[i], b[j], sums, lanes);
        }
    }

    /** sums[l] += rows[first][l] + rows[first + step][l] + …, one by one. */
    public static void addRows(double[][] rows, int first, int step, int count, double[] sums, int lanes) {
        int row = first;
        int left = count;
        for (; left >= 4; left -= 4) {
            addFour(rows[row], rows[row + step], rows[row + 2 * step], rows[row + 3 * step], sums, lanes);
            row += 4 * step;
        }
        for (; left > 0; left--) {
            add(rows[row], sums, lanes);
            row += step;
        }
    }

    /** sums[l] = value + sums[l]; turns −0 to 0 if value is 0. */
    public static void addTo(double[] value, double[] sums, int lanes) {
        for (int l = 0; l < lanes; l++) {
            sums[l] = value[l] + sums[l];
        }
    }

    /** Turns −0 to 0. */
    public static void addZero(double[] sums, int lanes) {
        for (int l = 0; l < lanes; l++) {
            sums[l] = 0.0 + sums[l];
        }
    }

    private static void addFourScaled(
            double a,
            double[] rowA,
            double b,
            double[] rowB,
            double c,
            double[] rowC,
            double d,
            double[] rowD,
            double[] sums,
            int lanes) {
        for (int l = 0; l < lanes; l++) {
            double half = multiplyAdd(b, rowB[l], multiplyAdd(a, rowA[l], sums[l]));
            sums[l] = multiplyAdd(d, rowD[l], multiplyAdd(c, rowC[l], half));
        }
    }

    private static void addTwoScaled(double a, double[] rowA, double b, double[] rowB, double[] sums, int lanes) {
        for (int l = 0; l < lanes; l++) {
            sums[l] = multiplyAdd(b, rowB[l], multiplyAdd(a, rowA[l], sums[l]));
        }
    }

    private static void addFourProducts(
            double[] a,
            double[] b,
            double[] c,
            double[] d,
            double[] e,
            double[] f,
            double[] g,
            double[] h,
            double[] sums,
            int lanes) {
        for (int l = 0; l < lanes; l++) {
            double half = multiplyAdd(c[l], d[l], multiplyAdd(a[l], b[l], sums[l]));
            sums[l] = multiplyAdd(g[l], h[l], multiplyAdd(e[l], f[l], half));
        }
    }

    private static void addTwoProducts(double[] a, double[] b, double[] c, double[] d, double[] sums, int lanes) {
        for (int l = 0; l < lanes; l++) {
            sums[l] = multiplyAdd(c[l], d[l], multiplyAdd(a[l], b[l], sums[l]));
        }
    }

    private static void addProduct(double[] a, double[] b, double[] sums, int lanes) {
        for (int l = 0; l < lanes; l++) {
            sums[l] = multiplyAdd(a[l], b[l], sums[l]);
        }
    }

    private static void addFour(double[] a, double[] b, double[] c, double[] d, double[] sums, int lanes) {
        for (int l = 0; l < lanes; l++) {
            sums[l] = sums[l] + a[l] + b[l] + c[l] + d[l];
        }
    }

    private static void add(double[] a, double[] sums, int lanes) {
        for (int l = 0; l < lanes; l++) {
            sums[l] += a[l];
        }
    }
}
