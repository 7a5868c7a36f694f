/**
 * Array kernels: matrix products, convolutions, and elementwise functions. They read and write {@code double} arrays in
 * row-major order, keep no state apart from reusable buffers, and know no layers.
 *
 * <p>EJML is the trainer's linear algebra library: batches, outputs and gradients are its {@code DMatrixRMaj}, and
 * {@link hyperlab.nn.kernel.MatrixOps} has the names and conventions of its {@code CommonOps_DDRM}.
 * {@link hyperlab.nn.kernel.EjmlMatrixOps} calls EJML and is the reference in tests and benchmarks. Training uses
 * {@link hyperlab.nn.kernel.KernelMatrixOps} instead, because it is faster. These are the ratios that a prototype
 * reached, with plain loops on EJML's arrays and our own tanh, compared with EJML's products in place (whole optimizer
 * steps in double precision, one thread, JDK 17, AVX-512; with AVX2 the difference may be smaller):
 *
 * <pre>
 * 2-4-2-1, batch 10            2.7 times as fast
 * 2-8-8-8-1, batch 10          2.3
 * 4-16-16-3, batch 16          1.6
 * 784-128-10, batch 32         2.9
 * 784-128-10, batch 128        3.4
 * two convolutions, batch 32   2.3
 * </pre>
 *
 * <p>The reason is the JIT compiler: it does not vectorize a loop that reads one array at several offsets, as EJML's
 * loops do (5–9 GFlop/s), but it vectorizes loops over rows that are copied into arrays of their own with one common
 * index (15–20 GFlop/s). Below 32 columns, sums of 4 × 4 results in registers are faster still. {@code
 * MatrixOpsBenchmark} and {@code TrainingBenchmark} in src/jmh print both implementations.
 */
@NullMarked
package hyperlab.nn.kernel;

import org.jspecify.annotations.NullMarked;
