package hyperlab.nn.kernel;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Which factor of a product is stored transposed, and the two products for it. */
enum MatrixLayout {
    PLAIN,
    TRANS_A,
    TRANS_B;

    /** The matrix as the first factor for this layout. */
    DMatrixRMaj a(DMatrixRMaj matrix) {
        return this == TRANS_A ? CommonOps_DDRM.transpose(matrix, null) : matrix;
    }

    /** The matrix as the second factor for this layout. */
    DMatrixRMaj b(DMatrixRMaj matrix) {
        return this == TRANS_B ? CommonOps_DDRM.transpose(matrix, null) : matrix;
    }

    /** Replaces C by the product of the factors in this layout. */
    void mult(MatrixOps ops, DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        switch (this) {
            case PLAIN -> ops.mult(a, b, c);
            case TRANS_A -> ops.multTransA(a, b, c);
            case TRANS_B -> ops.multTransB(a, b, c);
        }
    }

    /** Adds the product of the factors in this layout to C. */
    void multAdd(MatrixOps ops, DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        switch (this) {
            case PLAIN -> ops.multAdd(a, b, c);
            case TRANS_A -> ops.multAddTransA(a, b, c);
            case TRANS_B -> ops.multAddTransB(a, b, c);
        }
    }
}
