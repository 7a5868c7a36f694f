package hyperlab.nn.kernel;

import static hyperlab.nn.kernel.FusedMultiplyAdd.multiplyAdd;

/**
 * A matrix product in which each sum has few terms. Two terms of several columns of B stay in registers during a loop
 * over all rows, so that no other work is done for a row.
 */
final class SmallDepthProduct {
    private static final int MIN_ROWS = 4;
    private static final int MAX_TERMS = 2;
    /** The limit if there are also fewer than the four columns that a {@link TiledProduct} requires. */
    private static final int MAX_TERMS_FOR_FEW_COLUMNS = 4;

    private SmallDepthProduct() {}

    /** Whether this is the fastest method for m × depth times depth × n. */
    static boolean isFasterFor(int m, int n, int depth) {
        return m >= MIN_ROWS && depth <= (n < 4 ? MAX_TERMS_FOR_FEW_COLUMNS : MAX_TERMS);
    }

    /** c(i, j) += Σₖ a(i, k)·b(k, j), with the arguments of {@link TiledProduct#addProduct}. */
    static void add(
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
        int wholeColumns = n & ~3;
        for (int k = 0; k < depth; k += 2) {
            boolean two = k + 1 < depth;
            int atA = aFrom + k * aDepth;
            int atB = bFrom + k * bDepth;
            for (int j = 0; j < wholeColumns; j += 4) {
                int column = atB + j * bColumn;
                if (two) {
                    twoTermsOfFour(m, n, a, atA, aRow, aDepth, b, column, bDepth, bColumn, c, cFrom + j);
                } else {
                    oneTermOfFour(m, n, a, atA, aRow, b, column, bColumn, c, cFrom + j);
                }
            }
            for (int j = wholeColumns; j < n; j++) {
                int column = atB + j * bColumn;
                if (two) {
                    twoTerms(m, n, a, atA, aRow, aDepth, b[column], b[column + bDepth], c, cFrom + j);
                } else {
                    oneTerm(m, n, a, atA, aRow, b[column], c, cFrom + j);
                }
            }
        }
    }

    private static void twoTermsOfFour(
            int m,
            int n,
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
        int bNext = bFrom + bDepth;
        double b00 = b[bFrom];
        double b01 = b[bFrom + bColumn];
        double b02 = b[bFrom + 2 * bColumn];
        double b03 = b[bFrom + 3 * bColumn];
        double b10 = b[bNext];
        double b11 = b[bNext + bColumn];
        double b12 = b[bNext + 2 * bColumn];
        double b13 = b[bNext + 3 * bColumn];
        int atA = aFrom;
        int atC = cFrom;
        for (int i = 0; i < m; i++) {
            double x = a[atA];
            double y = a[atA + aDepth];
            c[atC] = multiplyAdd(y, b10, multiplyAdd(x, b00, c[atC]));
            c[atC + 1] = multiplyAdd(y, b11, multiplyAdd(x, b01, c[atC + 1]));
            c[atC + 2] = multiplyAdd(y, b12, multiplyAdd(x, b02, c[atC + 2]));
            c[atC + 3] = multiplyAdd(y, b13, multiplyAdd(x, b03, c[atC + 3]));
            atA += aRow;
            atC += n;
        }
    }

    private static void oneTermOfFour(
            int m, int n, double[] a, int aFrom, int aRow, double[] b, int bFrom, int bColumn, double[] c, int cFrom) {
        double b0 = b[bFrom];
        double b1 = b[bFrom + bColumn];
        double b2 = b[bFrom + 2 * bColumn];
        double b3 = b[bFrom + 3 * bColumn];
        int atA = aFrom;
        int atC = cFrom;
        for (int i = 0; i < m; i++) {
            double x = a[atA];
            c[atC] = multiplyAdd(x, b0, c[atC]);
            c[atC + 1] = multiplyAdd(x, b1, c[atC + 1]);
            c[atC + 2] = multiplyAdd(x, b2, c[atC + 2]);
            c[atC + 3] = multiplyAdd(x, b3, c[atC + 3]);
            atA += aRow;
            atC += n;
        }
    }

    private static void twoTerms(
            int m, int n, double[] a, int aFrom, int aRow, int aDepth, double b0, double b1, double[] c, int cFrom) {
        int atA = aFrom;
        int atC = cFrom;
        for (int i = 0; i < m; i++) {
            c[atC] = multiplyAdd(a[atA + aDepth], b1, multiplyAdd(a[atA], b0, c[atC]));
            atA += aRow;
            atC += n;
        }
    }

    private static void oneTerm(int m, int n, double[] a, int aFrom, int aRow, double b0, double[] c, int cFrom) {
        int atA = aFrom;
        int atC = cFrom;
        for (int i = 0; i < m; i++) {
            c[atC] = multiplyAdd(a[atA], b0, c[atC]);
            atA += aRow;
            atC += n;
        }
    }
}
