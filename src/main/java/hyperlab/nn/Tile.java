package hyperlab.nn;

/** A product of matrices by tiles of 4 × 4 sums that stay in registers: the quicker way for few columns. */
final class Tile {
    private Tile() {}

    /**
     * c(i, j) += Σₖ a(i, k)·b(k, j) for i &lt; m, j &lt; n, k &lt; depth, where a(i, k) is
     * {@code a[aFrom + i·aRow + k·aDepth]}, b(k, j) is {@code b[bFrom + k·bDepth + j·bColumn]}, and c is m × n row by row
     * from {@code cFrom} on.
     */
    static void addProduct(
            int m,
            int n,
            int depth,
            double[] a,
            int aFrom,
            int aRow,
            int aDepth,
            double[] b,
            int bFrom,
            int bDepth,
            int bColumn,
            double[] c,
            int cFrom) {
        int wholeRows = m & ~3;
        int wholeColumns = n & ~3;
        for (int i = 0; i < wholeRows; i += 4) {
            for (int j = 0; j < wholeColumns; j += 4) {
                four(
                        depth,
                        a,
                        aFrom + i * aRow,
                        aRow,
                        aDepth,
                        b,
                        bFrom + j * bColumn,
                        bDepth,
                        bColumn,
                        c,
                        cFrom + i * n + j,
                        n);
            }
        }
        rest(0, wholeRows, wholeColumns, n, n, depth, a, aFrom, aRow, aDepth, b, bFrom, bDepth, bColumn, c, cFrom);
        rest(wholeRows, m, 0, n, n, depth, a, aFrom, aRow, aDepth, b, bFrom, bDepth, bColumn, c, cFrom);
    }

    private static void rest(
            int rowFrom,
            int rowTo,
            int columnFrom,
            int columnTo,
            int n,
            int depth,
            double[] a,
            int aFrom,
            int aRow,
            int aDepth,
            double[] b,
            int bFrom,
            int bDepth,
            int bColumn,
            double[] c,
            int cFrom) {
        for (int i = rowFrom; i < rowTo; i++) {
            for (int j = columnFrom; j < columnTo; j++) {
                double sum = c[cFrom + i * n + j];
                int atA = aFrom + i * aRow;
                int atB = bFrom + j * bColumn;
                for (int k = 0; k < depth; k++) {
                    sum += a[atA] * b[atB];
                    atA += aDepth;
                    atB += bDepth;
                }
                c[cFrom + i * n + j] = sum;
            }
        }
    }

    private static void four(
            int depth,
            double[] a,
            int aFrom,
            int aRow,
            int aDepth,
            double[] b,
            int bFrom,
            int bDepth,
            int bColumn,
            double[] c,
            int cFrom,
            int cRow) {
        double s00 = 0;
        double s01 = 0;
        double s02 = 0;
        double s03 = 0;
        double s10 = 0;
        double s11 = 0;
        double s12 = 0;
        double s13 = 0;
        double s20 = 0;
        double s21 = 0;
        double s22 = 0;
        double s23 = 0;
        double s30 = 0;
        double s31 = 0;
        double s32 = 0;
        double s33 = 0;
        int atA = aFrom;
        int atB = bFrom;
        for (int k = 0; k < depth; k++) {
            double a0 = a[atA];
            double a1 = a[atA + aRow];
            double a2 = a[atA + 2 * aRow];
            double a3 = a[atA + 3 * aRow];
            double b0 = b[atB];
            double b1 = b[atB + bColumn];
            double b2 = b[atB + 2 * bColumn];
            double b3 = b[atB + 3 * bColumn];
            s00 += a0 * b0;
            s01 += a0 * b1;
            s02 += a0 * b2;
            s03 += a0 * b3;
            s10 += a1 * b0;
            s11 += a1 * b1;
            s12 += a1 * b2;
            s13 += a1 * b3;
            s20 += a2 * b0;
            s21 += a2 * b1;
            s22 += a2 * b2;
            s23 += a2 * b3;
            s30 += a3 * b0;
            s31 += a3 * b1;
            s32 += a3 * b2;
            s33 += a3 * b3;
            atA += aDepth;
            atB += bDepth;
        }
        addRow(c, cFrom, s00, s01, s02, s03);
        addRow(c, cFrom + cRow, s10, s11, s12, s13);
        addRow(c, cFrom + 2 * cRow, s20, s21, s22, s23);
        addRow(c, cFrom + 3 * cRow, s30, s31, s32, s33);
    }

    private static void addRow(double[] c, int at, double s0, double s1, double s2, double s3) {
        c[at] += s0;
        c[at + 1] += s1;
        c[at + 2] += s2;
        c[at + 3] += s3;
    }
}
