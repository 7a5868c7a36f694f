package hyperlab.nn.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.random.RandomStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.ejml.data.DMatrixRMaj;

/** Compares {@link KernelMatrixOps} with {@link EjmlMatrixOps} on random shapes, layouts and sparse factors. */
class MatrixOpsComparisonTest {
    /** One object for all shapes, as in training, so that scratch arrays are longer than a product needs. */
    private static final MatrixOps KERNELS = new KernelMatrixOps();

    private static final MatrixOps EJML = new EjmlMatrixOps();

    /** The difference of each element relative to the sum of the magnitudes of its terms. */
    @Property(tries = 500)
    void kernelsAgreeWithEjmlToTwelveDigits(
            @ForAll MatrixLayout layout,
            @ForAll @IntRange(min = 1, max = 40) int m,
            @ForAll @IntRange(min = 1, max = 80) int n,
            @ForAll @IntRange(min = 1, max = 150) int depth,
            @ForAll @DoubleRange(max = 1) double zeros,
            @ForAll long seed) {
        RandomStream stream = RandomStream.named(seed, "factors");
        DMatrixRMaj a = numbers(stream, m, depth, zeros);
        DMatrixRMaj b = numbers(stream, depth, n, 0);
        DMatrixRMaj before = numbers(stream, m, n, 0);

        DMatrixRMaj expected = new DMatrixRMaj(m, n);
        DMatrixRMaj actual = new DMatrixRMaj(m, n);
        layout.mult(EJML, layout.a(a), layout.b(b), expected);
        layout.mult(KERNELS, layout.a(a), layout.b(b), actual);
        assertClose(a, b, new DMatrixRMaj(m, n), expected, actual);

        DMatrixRMaj expectedSum = before.copy();
        DMatrixRMaj actualSum = before.copy();
        layout.multAdd(EJML, layout.a(a), layout.b(b), expectedSum);
        layout.multAdd(KERNELS, layout.a(a), layout.b(b), actualSum);
        assertClose(a, b, before, expectedSum, actualSum);
    }

    private static void assertClose(
            DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj before, DMatrixRMaj expected, DMatrixRMaj actual) {
        for (int i = 0; i < a.numRows; i++) {
            for (int j = 0; j < b.numCols; j++) {
                double magnitude = Math.abs(before.get(i, j));
                for (int k = 0; k < a.numCols; k++) {
                    magnitude += Math.abs(a.get(i, k) * b.get(k, j));
                }
                assertEquals(expected.get(i, j), actual.get(i, j), 1e-12 * magnitude);
            }
        }
    }

    private static DMatrixRMaj numbers(RandomStream stream, int rows, int columns, double zeros) {
        DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
        for (int i = 0; i < matrix.data.length; i++) {
            matrix.data[i] = stream.nextDouble() < zeros ? 0 : stream.nextGaussian();
        }
        return matrix;
    }
}
