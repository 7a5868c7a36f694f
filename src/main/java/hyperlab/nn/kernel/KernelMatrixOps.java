package hyperlab.nn.kernel;

import org.ejml.MatrixDimensionException;
import org.ejml.data.DMatrixRMaj;

/**
 * Products by {@link MatrixProduct} on EJML's arrays. Terms with a factor of 0 may be skipped, so 0 · ∞ and 0 · NaN may
 * count as 0. The order of each sum depends only on the shapes and on the zeros.
 */
public final class KernelMatrixOps implements MatrixOps {
    private final MatrixProduct product;

    /** Products on the calling thread only. */
    public KernelMatrixOps() {
        this(new Workers());
    }

    /** @param workers the threads of large products; the results do not depend on their number */
    public KernelMatrixOps(Workers workers) {
        this.product = new MatrixProduct(workers);
    }

    @Override
    public void mult(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        int m = a.numRows;
        int n = b.numCols;
        int depth = a.numCols;
        check(depth == b.numRows, a, b, c);
        c.reshape(m, n);
        product.set(m, n, depth, a.data, 0, depth, 1, b.data, 0, n, 1, c.data, 0);
    }

    @Override
    public void multTransA(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        int m = a.numCols;
        int n = b.numCols;
        int depth = a.numRows;
        check(depth == b.numRows, a, b, c);
        c.reshape(m, n);
        product.set(m, n, depth, a.data, 0, 1, m, b.data, 0, n, 1, c.data, 0);
    }

    @Override
    public void multTransB(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        int m = a.numRows;
        int n = b.numRows;
        int depth = a.numCols;
        check(depth == b.numCols, a, b, c);
        c.reshape(m, n);
        product.set(m, n, depth, a.data, 0, depth, 1, b.data, 0, 1, depth, c.data, 0);
    }

    @Override
    public void multAdd(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        int m = a.numRows;
        int n = b.numCols;
        int depth = a.numCols;
        check(depth == b.numRows && c.numRows == m && c.numCols == n, a, b, c);
        product.add(m, n, depth, a.data, 0, depth, 1, b.data, 0, n, 1, c.data, 0);
    }

    @Override
    public void multAddTransA(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        int m = a.numCols;
        int n = b.numCols;
        int depth = a.numRows;
        check(depth == b.numRows && c.numRows == m && c.numCols == n, a, b, c);
        product.add(m, n, depth, a.data, 0, 1, m, b.data, 0, n, 1, c.data, 0);
    }

    @Override
    public void multAddTransB(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        int m = a.numRows;
        int n = b.numRows;
        int depth = a.numCols;
        check(depth == b.numCols && c.numRows == m && c.numCols == n, a, b, c);
        product.add(m, n, depth, a.data, 0, depth, 1, b.data, 0, 1, depth, c.data, 0);
    }

    private static void check(boolean shapesMatch, DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        if (a == c || b == c) {
            throw new IllegalArgumentException("C must be neither A nor B");
        }
        if (!shapesMatch) {
            throw new MatrixDimensionException("The shapes of the factors or of the result do not match: " + shape(a)
                    + " and " + shape(b) + " to " + shape(c));
        }
    }

    private static String shape(DMatrixRMaj matrix) {
        return matrix.numRows + " × " + matrix.numCols;
    }
}
