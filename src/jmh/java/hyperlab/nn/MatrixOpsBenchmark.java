package hyperlab.nn;

import hyperlab.nn.kernel.MatrixOps;
import hyperlab.nn.kernel.Workers;
import hyperlab.random.RandomStream;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.ejml.data.DMatrixRMaj;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures the three products of one dense layer with EJML and with our kernels: forward x·Wᵀ, weight gradient δᵀ·x,
 * and input gradient δ·W. A product takes 2 · batch · inputs · outputs floating-point operations.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MatrixOpsBenchmark {
    /** The implementation. */
    @Param
    public MatrixOpsChoice implementation = MatrixOpsChoice.EJML;

    /** Batch × inputs × outputs: layers of the workloads W2, W3, W4 and W4b. */
    @Param({"10x8x8", "16x16x16", "32x784x128", "128x784x128"})
    public String shape = "";

    private MatrixOps ops = MatrixOpsChoice.EJML.factory().apply(new Workers());
    private final DMatrixRMaj x = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj w = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj delta = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj result = new DMatrixRMaj(0, 0);

    /** Fills the factors with random numbers, none of which is 0. */
    @Setup
    public void fill() {
        ops = implementation.factory().apply(new Workers());
        String[] sizes = shape.split("x");
        int batch = Integer.parseInt(sizes[0]);
        int inputs = Integer.parseInt(sizes[1]);
        int outputs = Integer.parseInt(sizes[2]);
        RandomStream stream = RandomStream.named(1, "factors");
        x.reshape(batch, inputs);
        w.reshape(outputs, inputs);
        delta.reshape(batch, outputs);
        for (DMatrixRMaj factor : new DMatrixRMaj[] {x, w, delta}) {
            Arrays.setAll(factor.data, i -> stream.nextDouble(0.1, 1));
        }
    }

    /** Batch × inputs times inputs × outputs. */
    @Benchmark
    public DMatrixRMaj forward() {
        ops.multTransB(x, w, result);
        return result;
    }

    /** Outputs × batch times batch × inputs. */
    @Benchmark
    public DMatrixRMaj weightGradient() {
        ops.multTransA(delta, x, result);
        return result;
    }

    /** Batch × outputs times outputs × inputs. */
    @Benchmark
    public DMatrixRMaj inputGradient() {
        ops.mult(delta, w, result);
        return result;
    }
}
