package hyperlab.nn;

import hyperlab.nn.kernel.EjmlMatrixOps;
import hyperlab.nn.kernel.KernelMatrixOps;
import hyperlab.nn.kernel.MatrixOps;
import java.util.function.Supplier;

/** The implementations of {@link MatrixOps} that benchmarks compare. */
public enum MatrixOpsChoice {
    EJML(EjmlMatrixOps::new),
    KERNELS(KernelMatrixOps::new);

    private final Supplier<MatrixOps> supplier;

    MatrixOpsChoice(Supplier<MatrixOps> supplier) {
        this.supplier = supplier;
    }

    /** Creates a new object for each caller. */
    public Supplier<MatrixOps> supplier() {
        return supplier;
    }
}
