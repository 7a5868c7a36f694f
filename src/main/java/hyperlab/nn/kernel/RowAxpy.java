package hyperlab.nn.kernel;

import static hyperlab.nn.kernel.FusedMultiplyAdd.multiplyAdd;

/**
 * Weighted sums of whole arrays over a common index range, in a form that the JIT compiler vectorizes. Up to six arrays
 * are added in one pass: each further array costs one load per product, while the sums are loaded and stored only once.
 */
public final class RowAxpy {
    /** The maximum number of arrays that are added in one pass. */
    static final int MAX_ROWS = 6;

    private RowAxpy() {}

    /** sums[j] += Σᵢ factors[from + i·stride]·rows[first + i][j] for i &lt; count and low ≤ j &lt; high. */
    public static void add(
            double[] factors,
            int from,
            int stride,
            double[][] rows,
            int first,
            int count,
            double[] sums,
            int low,
            int high) {
        double[] f = factors;
        int at = from;
        int i = first;
        int end = first + count;
        int s = stride;
        for (; i + 5 < end; i += 6) {
            addSix(
                    f[at],
                    rows[i],
                    f[at + s],
                    rows[i + 1],
                    f[at + 2 * s],
                    rows[i + 2],
                    f[at + 3 * s],
                    rows[i + 3],
                    f[at + 4 * s],
                    rows[i + 4],
                    f[at + 5 * s],
                    rows[i + 5],
                    sums,
                    low,
                    high);
            at += 6 * s;
        }
        if (end - i > 3) {
            addFour(
                    f[at],
                    rows[i],
                    f[at + s],
                    rows[i + 1],
                    f[at + 2 * s],
                    rows[i + 2],
                    f[at + 3 * s],
                    rows[i + 3],
                    sums,
                    low,
                    high);
            at += 4 * s;
            i += 4;
        }
        switch (end - i) {
            case 3 -> addThree(f[at], rows[i], f[at + s], rows[i + 1], f[at + 2 * s], rows[i + 2], sums, low, high);
            case 2 -> addTwo(f[at], rows[i], f[at + s], rows[i + 1], sums, low, high);
            case 1 -> addOne(f[at], rows[i], sums, low, high);
            default -> {}
        }
    }

    static void addSix(
            double a,
            double[] rowA,
            double b,
            double[] rowB,
            double c,
            double[] rowC,
            double d,
            double[] rowD,
            double e,
            double[] rowE,
            double f,
            double[] rowF,
            double[] sums,
            int low,
            int high) {
        for (int j = low; j < high; j++) {
            double third = multiplyAdd(e, rowE[j], multiplyAdd(f, rowF[j], sums[j]));
            double half = multiplyAdd(c, rowC[j], multiplyAdd(d, rowD[j], third));
            sums[j] = multiplyAdd(a, rowA[j], multiplyAdd(b, rowB[j], half));
        }
    }

    static void addFour(
            double a,
            double[] rowA,
            double b,
            double[] rowB,
            double c,
            double[] rowC,
            double d,
            double[] rowD,
            double[] sums,
            int low,
            int high) {
        for (int j = low; j < high; j++) {
            double half = multiplyAdd(c, rowC[j], multiplyAdd(d, rowD[j], sums[j]));
            sums[j] = multiplyAdd(a, rowA[j], multiplyAdd(b, rowB[j], half));
        }
    }

    static void addThree(
            double a,
            double[] rowA,
            double b,
            double[] rowB,
            double c,
            double[] rowC,
            double[] sums,
            int low,
            int high) {
        for (int j = low; j < high; j++) {
            sums[j] = multiplyAdd(a, rowA[j], multiplyAdd(b, rowB[j], multiplyAdd(c, rowC[j], sums[j])));
        }
    }

    static void addTwo(double a, double[] rowA, double b, double[] rowB, double[] sums, int low, int high) {
        for (int j = low; j < high; j++) {
            sums[j] = multiplyAdd(a, rowA[j], multiplyAdd(b, rowB[j], sums[j]));
        }
    }

    static void addOne(double a, double[] row, double[] sums, int low, int high) {
        for (int j = low; j < high; j++) {
            sums[j] = multiplyAdd(a, row[j], sums[j]);
        }
    }
}
