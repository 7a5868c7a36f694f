package hyperlab.nn.kernel;

/**
 * A matrix product with tiles of 4 × 4 sums that stay in registers, the faster method for few columns. If there are
 * also few terms, {@link SmallDepthProduct} is even faster.
 */
final class TiledProduct {
    /** The number of rows, and of columns, in a tile. */
    static final int SIDE = 4;

    private TiledProduct() {}

    /**
     * c(i, j) += Σₖ a(i, k)·b(k, j) for i &lt; m, j &lt; n, k &lt; depth, where a(i, k) is
     * {@code a[aFrom + i·aRow + k·aDepth]}, b(k, j) is {@code b[bFrom + k·bDepth + j·bColumn]}, and c(i, j) is {@code
     * c[cFrom + i·cRow + j]}.
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
            int cFrom,
            int cRow) {
        int wholeRows = m & ~3;
        int wholeColumns = n & ~3;
        for (int i = 0; i < wholeRows; i += 4) {
            int atA = aFrom + i * aRow;
            int atC = cFrom + i * cRow;
            for (int j = 0; j < wholeColumns; j += 4) {
                fourByFour(depth, a, atA, aRow, aDepth, b, bFrom + j * bColumn, bDepth, bColumn, c, atC + j, cRow);
            }
            for (int j = wholeColumns; j < n; j++) {
                oneByFour(depth, b, bFrom + j * bColumn, bDepth, a, atA, aDepth, aRow, c, atC + j, cRow);
            }
        }
        int pairedRows = m & ~1;
        for (int i = wholeRows; i < pairedRows; i += 2) {
            int atA = aFrom + i * aRow;
            int atC = cFrom + i * cRow;
            for (int j = 0; j < wholeColumns; j += 4) {
                twoByFour(depth, a, atA, aRow, aDepth, b, bFrom + j * bColumn, bDepth, bColumn, c, atC + j, cRow);
            }
            for (int j = wholeColumns; j < n; j++) {
                int atB = bFrom + j * bColumn;
                c[atC + j] += dot(depth, a, atA, aDepth, b, atB, bDepth);
                c[atC + cRow + j] += dot(depth, a, atA + aRow, aDepth, b, atB, bDepth);
            }
        }
        for (int i = pairedRows; i < m; i++) {
            int atA = aFrom + i * aRow;
            int atC = cFrom + i * cRow;
            for (int j = 0; j < wholeColumns; j += 4) {
                oneByFour(depth, a, atA, aDepth, b, bFrom + j * bColumn, bDepth, bColumn, c, atC + j, 1);
            }
            for (int j = wholeColumns; j < n; j++) {
                c[atC + j] += dot(depth, a, atA, aDepth, b, bFrom + j * bColumn, bDepth);
            }
        }
    }

    /** Two rows of one factor with four columns of the other. */
    private static void twoByFour(
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
        int atA = aFrom;
        int atB = bFrom;
        for (int k = 0; k < depth; k++) {
            double a0 = a[atA];
            double a1 = a[atA + aRow];
            double b0 = b[atB];
            double b1 = b[atB + bColumn];
            double b2 = b[atB + 2 * bColumn];
            double b3 = b[atB + 3 * bColumn];
            s00 = FusedMultiplyAdd.multiplyAdd(a0, b0, s00);
            s01 = FusedMultiplyAdd.multiplyAdd(a0, b1, s01);
            s02 = FusedMultiplyAdd.multiplyAdd(a0, b2, s02);
            s03 = FusedMultiplyAdd.multiplyAdd(a0, b3, s03);
            s10 = FusedMultiplyAdd.multiplyAdd(a1, b0, s10);
            s11 = FusedMultiplyAdd.multiplyAdd(a1, b1, s11);
            s12 = FusedMultiplyAdd.multiplyAdd(a1, b2, s12);
            s13 = FusedMultiplyAdd.multiplyAdd(a1, b3, s13);
            atA += aDepth;
            atB += bDepth;
        }
        addRow(c, cFrom, s00, s01, s02, s03);
        addRow(c, cFrom + cRow, s10, s11, s12, s13);
    }

    private static double dot(int depth, double[] a, int aFrom, int aDepth, double[] b, int bFrom, int bDepth) {
        double sum = 0;
        int atA = aFrom;
        int atB = bFrom;
        for (int k = 0; k < depth; k++) {
            sum = FusedMultiplyAdd.multiplyAdd(a[atA], b[atB], sum);
            atA += aDepth;
            atB += bDepth;
        }
        return sum;
    }

    /** One row of one factor with four columns of the other; the four sums are {@code cStep} apart. */
    private static void oneByFour(
            int depth,
            double[] a,
            int aFrom,
            int aDepth,
            double[] b,
            int bFrom,
            int bDepth,
            int bColumn,
            double[] c,
            int cFrom,
            int cStep) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int atA = aFrom;
        int atB = bFrom;
        for (int k = 0; k < depth; k++) {
            double x = a[atA];
            s0 = FusedMultiplyAdd.multiplyAdd(x, b[atB], s0);
            s1 = FusedMultiplyAdd.multiplyAdd(x, b[atB + bColumn], s1);
            s2 = FusedMultiplyAdd.multiplyAdd(x, b[atB + 2 * bColumn], s2);
            s3 = FusedMultiplyAdd.multiplyAdd(x, b[atB + 3 * bColumn], s3);
            atA += aDepth;
            atB += bDepth;
        }
        c[cFrom] += s0;
        c[cFrom + cStep] += s1;
        c[cFrom + 2 * cStep] += s2;
        c[cFrom + 3 * cStep] += s3;
    }

    private static void fourByFour(
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
            s00 = FusedMultiplyAdd.multiplyAdd(a0, b0, s00);
            s01 = FusedMultiplyAdd.multiplyAdd(a0, b1, s01);
            s02 = FusedMultiplyAdd.multiplyAdd(a0, b2, s02);
            s03 = FusedMultiplyAdd.multiplyAdd(a0, b3, s03);
            s10 = FusedMultiplyAdd.multiplyAdd(a1, b0, s10);
            s11 = FusedMultiplyAdd.multiplyAdd(a1, b1, s11);
            s12 = FusedMultiplyAdd.multiplyAdd(a1, b2, s12);
            s13 = FusedMultiplyAdd.multiplyAdd(a1, b3, s13);
            s20 = FusedMultiplyAdd.multiplyAdd(a2, b0, s20);
            s21 = FusedMultiplyAdd.multiplyAdd(a2, b1, s21);
            s22 = FusedMultiplyAdd.multiplyAdd(a2, b2, s22);
            s23 = FusedMultiplyAdd.multiplyAdd(a2, b3, s23);
            s30 = FusedMultiplyAdd.multiplyAdd(a3, b0, s30);
            s31 = FusedMultiplyAdd.multiplyAdd(a3, b1, s31);
            s32 = FusedMultiplyAdd.multiplyAdd(a3, b2, s32);
            s33 = FusedMultiplyAdd.multiplyAdd(a3, b3, s33);
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
