package hyperlab.nn;

import hyperlab.nn.kernel.EjmlMatrixOps;
import hyperlab.nn.kernel.KernelMatrixOps;
import hyperlab.nn.kernel.MatrixOps;
import hyperlab.nn.kernel.Workers;
import java.util.function.Function;

/** The implementations of {@link MatrixOps} that benchmarks compare. */
public enum MatrixOpsChoice {
    EJML(workers -> new EjmlMatrixOps()),
    KERNELS(KernelMatrixOps::new);

    private final Function<Workers, MatrixOps> factory;

    MatrixOpsChoice(Function<Workers, MatrixOps> factory) {
        this.factory = factory;
    }

    /** Creates a new object for each caller. */
    public Function<Workers, MatrixOps> factory() {
        return factory;
    }
}
