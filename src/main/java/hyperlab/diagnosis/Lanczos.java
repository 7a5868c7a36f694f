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
    private static final int MAX_DOUBLES = 1 << 22;

    private static final int MIN_VECTORS = 8;
    private static final double BREAKDOWN_TOLERANCE = 1e-14;

    private final UnaryOperator<ParameterVector> product;
    private final List<ParameterVector> basis = new ArrayList<>();
    private final List<Double> diagonal = new ArrayList<>();
    private final List<Double> offDiagonal = new ArrayList<>();
    private int products;
    private double eigenvalue = Double.NaN;
    private double residual = Double.NaN;
    private boolean converged;
    private double[] coefficients = {1};

    /** @param product returns H times a vector, as a new vector */
    Lanczos(UnaryOperator<ParameterVector> product) {
        this.product = product;
    }

    /**
     * Iterates until the residual is at most tolerance·|λ|, {@code maxProducts} is reached, or the run is canceled.
     */
    Sharpness run(ParameterVector start, double tolerance, int maxProducts, BooleanSupplier cancelled) {
        int maxVectors = Math.max(MIN_VECTORS, MAX_DOUBLES / start.length());
        restart(start.copy());
        while (!converged && products < maxProducts && !cancelled.getAsBoolean()) {
            if (basis.size() > maxVectors) {
                restart(ritzVector());
            }
            ParameterVector next = expandBasis();
            double residualNorm = next.norm();
            if (!Double.isFinite(residualNorm) || !Double.isFinite(last(diagonal))) {
                eigenvalue = Double.NaN;
                residual = Double.NaN;
                break;
            }
            solve();
            residual = residualNorm * Math.abs(coefficients[coefficients.length - 1]);
            converged = residual <= tolerance * Math.abs(eigenvalue)
                    || residualNorm <= BREAKDOWN_TOLERANCE * largestEntry();
            offDiagonal.add(residualNorm);
            if (residualNorm > 0) {
                basis.add(next.scale(1 / residualNorm));
            }
        }
        return new Sharpness(eigenvalue, residual, products, converged, ritzVector());
    }

    private void restart(ParameterVector start) {
        basis.clear();
        diagonal.clear();
        offDiagonal.clear();
        coefficients = new double[] {1};
        basis.add(start.scale(1 / start.norm()));
    }

    /** H times the newest vector, orthogonalized against all stored vectors. */
    private ParameterVector expandBasis() {
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
        coefficients = eigen.getEigenVector(top).data.clone();
    }

    private ParameterVector ritzVector() {
        ParameterVector ritzVector = basis.get(0).copy().fill(0);
        for (int i = 0; i < coefficients.length; i++) {
            ritzVector.addScaled(coefficients[i], basis.get(i));
        }
        return ritzVector.scale(1 / ritzVector.norm());
    }

    private double largestEntry() {
        double largest = 0;
        for (int i = 0; i < diagonal.size(); i++) {
            largest = Math.max(largest, Math.abs(diagonal.get(i)));
            largest = i < offDiagonal.size() ? Math.max(largest, offDiagonal.get(i)) : largest;
        }
        return largest;
    }

    private static double last(List<Double> numbers) {
        return numbers.get(numbers.size() - 1);
    }
}
