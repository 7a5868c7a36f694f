package hyperlab.nn.kernel;

import org.ejml.MatrixDimensionException;
import org.ejml.data.DMatrixRMaj;

/**
 * The matrix products of a dense layer, with the names and the conventions of EJML's {@code CommonOps_DDRM}: A and B
 * are read, C is written, and C must be neither A nor B. Matrices are in row-major order; their arrays may be longer
 * than their shapes.
 *
 * <p>{@link EjmlMatrixOps} is the reference. {@link KernelMatrixOps} is faster and the one that networks use. Both give
 * the same results up to rounding if all elements are finite. An instance may have scratch arrays and is confined to
 * one thread at a time.
 */
public interface MatrixOps {
    /**
     * C = A·B: m × k times k × n. Reshapes C to m × n.
     *
     * @throws MatrixDimensionException if the shapes do not match
     */
    void mult(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c);

    /**
     * C = Aᵀ·B: k × m, transposed, times k × n. Reshapes C to m × n.
     *
     * @throws MatrixDimensionException if the shapes do not match
     */
    void multTransA(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c);

    /**
     * C = A·Bᵀ: m × k times n × k, transposed. Reshapes C to m × n.
     *
     * @throws MatrixDimensionException if the shapes do not match
     */
    void multTransB(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c);

    /**
     * C += A·B: m × k times k × n, added to m × n.
     *
     * @throws MatrixDimensionException if the shapes do not match
     */
    void multAdd(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c);

    /**
     * C += Aᵀ·B: k × m, transposed, times k × n, added to m × n.
     *
     * @throws MatrixDimensionException if the shapes do not match
     */
    void multAddTransA(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c);

    /**
     * C += A·Bᵀ: m × k times n × k, transposed, added to m × n.
     *
     * @throws MatrixDimensionException if the shapes do not match
     */
    void multAddTransB(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c);
}
