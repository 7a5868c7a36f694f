package hyperlab.nn;

/** Sums of whole arrays under one common index, a form that the JIT compiler vectorises; four at a time. */
final class RowSums {
    private RowSums() {}

    /** sums[j] += Σᵢ factors[from + i·stride]·rows[first + i][j] for i &lt; count and low ≤ j &lt; high. */
    static void add(
            double[] factors,
            int from,
            int stride,
            double[][] rows,
            int first,
            int count,
            double[] sums,
            int low,
            int high) {
        int at = from;
        int i = first;
        int end = first + count;
        for (; i + 3 < end; i += 4) {
            four(
                    factors[at],
                    rows[i],
                    factors[at + stride],
                    rows[i + 1],
                    factors[at + 2 * stride],
                    rows[i + 2],
                    factors[at + 3 * stride],
                    rows[i + 3],
                    sums,
                    low,
                    high);
            at += 4 * stride;
        }
        for (; i < end; i++) {
            one(factors[at], rows[i], sums, low, high);
            at += stride;
        }
    }

    private static void four(
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
        if (FusedMultiplyAdd.IS_THERE) {
            for (int j = low; j < high; j++) {
                double half = Math.fma(c, rowC[j], Math.fma(d, rowD[j], sums[j]));
                sums[j] = Math.fma(a, rowA[j], Math.fma(b, rowB[j], half));
            }
        } else {
            for (int j = low; j < high; j++) {
                sums[j] += (a * rowA[j] + b * rowB[j]) + (c * rowC[j] + d * rowD[j]);
            }
        }
    }

    private static void one(double a, double[] row, double[] sums, int low, int high) {
        for (int j = low; j < high; j++) {
            sums[j] += a * row[j];
        }
    }
}
