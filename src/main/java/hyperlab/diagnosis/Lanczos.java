package hyperlab.diagnosis;

import hyperlab.nn.ParameterVector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Finds the largest eigenvalue of a symmetric operator H that is available only through its products with vectors.
 * Power iteration computes v, Hv, H²v, … and converges to the eigenvalue of largest magnitude, even if it is negative.
 * The Lanczos method picks, from all linear combinations of the same vectors, the one that maximizes vᵀHv/vᵀv. After
 * the same number of products its estimate is never further from the largest eigenvalue, and a negative eigenvalue of
 * larger magnitude cannot win (Lanczos 1950; Golub and Van Loan 2013, section 10.1). Two Gram-Schmidt passes keep the
 * vectors orthogonal. When the memory limit is reached, the iteration restarts from the best combination.
 */
final class Lanczos {
    /** Maximum number of doubles in all stored vectors, 32 MB, unless eight vectors need more. */
    private static final int MOST_NUMBERS = 1 << 22;

    private static final int FEWEST_VECTORS = 8;
    private static final double NOTHING = 1e-14;

    private final UnaryOperator<ParameterVector> product;
    private final List<ParameterVector> basis = new ArrayList<>();
    private final List<Double> diagonal = new ArrayList<>();
    private final List<Double> offDiagonal = new ArrayList<>();
    private int products;
    private double eigenvalue = Double.NaN;
    private double residual = Double.NaN;
    private boolean converged;
    private double[] combination = {1};

    /** @param product returns H times a vector, as a new vector */
    Lanczos(UnaryOperator<ParameterVector> product) {
        this.product = product;
    }

    /**
     * Iterates until the residual is at most tolerance·|λ|, {@code mostProducts} is reached, or the run is cancelled.
     */
    Sharpness run(ParameterVector start, double tolerance, int mostProducts, BooleanSupplier cancelled) {
        int room = Math.max(FEWEST_VECTORS, MOST_NUMBERS / start.length());
        begin(start.copy());
        while (!converged && products < mostProducts && !cancelled.getAsBoolean()) {
            if (basis.size() > room) {
                begin(best());
            }
            ParameterVector next = extend();
            double rest = next.norm();
            if (!Double.isFinite(rest) || !Double.isFinite(newest(diagonal))) {
                eigenvalue = Double.NaN;
                residual = Double.NaN;
                break;
            }
            solve();
            residual = rest * Math.abs(combination[combination.length - 1]);
            converged = residual <= tolerance * Math.abs(eigenvalue) || rest <= NOTHING * largest();
            offDiagonal.add(rest);
            if (rest > 0) {
                basis.add(next.scale(1 / rest));
            }
        }
        return new Sharpness(eigenvalue, residual, products, converged, best());
    }

    private void begin(ParameterVector start) {
        basis.clear();
        diagonal.clear();
        offDiagonal.clear();
        combination = new double[] {1};
        basis.add(start.scale(1 / start.norm()));
    }

    /** H times the newest vector, orthogonalized against all stored vectors. */
    private ParameterVector extend() {
        ParameterVector newest = basis.get(basis.size() - 1);
        ParameterVector next = product.apply(newest);
        products++;
        diagonal.add(next.dot(newest));
        for (int pass = 0; pass < 2; pass++) {
            for (ParameterVector each : basis) {
                next.addScaled(-next.dot(each), each);
            }
        }
        return next;
    }

    /**
     * Computes the largest eigenvalue and its eigenvector of the tridiagonal matrix that represents H on the stored
     * vectors.
     */
    private void solve() {
        int size = diagonal.size();
        DMatrixRMaj matrix = new DMatrixRMaj(size, size);
        for (int i = 0; i < size; i++) {
            matrix.set(i, i, diagonal.get(i));
            if (i > 0) {
                matrix.set(i, i - 1, offDiagonal.get(i - 1));
                matrix.set(i - 1, i, offDiagonal.get(i - 1));
            }
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
        if (!eigen.decompose(matrix)) {
            throw new IllegalStateException("no eigenvalues of a symmetric matrix of " + size + " rows");
        }
        int top = 0;
        for (int i = 1; i < size; i++) {
            top = eigen.getEigenvalue(i).real > eigen.getEigenvalue(top).real ? i : top;
        }
        eigenvalue = eigen.getEigenvalue(top).real;
        combination = eigen.getEigenVector(top).data.clone();
    }

    private ParameterVector best() {
        ParameterVector best = basis.get(0).copy().fill(0);
        for (int i = 0; i < combination.length; i++) {
            best.addScaled(combination[i], basis.get(i));
        }
        return best.scale(1 / best.norm());
    }

    private double largest() {
        double largest = 0;
        for (int i = 0; i < diagonal.size(); i++) {
            largest = Math.max(largest, Math.abs(diagonal.get(i)));
            largest = i < offDiagonal.size() ? Math.max(largest, offDiagonal.get(i)) : largest;
        }
        return largest;
    }

    private static double newest(List<Double> numbers) {
        return numbers.get(numbers.size() - 1);
    }
}
