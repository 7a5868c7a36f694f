package hyperlab.nn.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.ejml.MatrixDimensionException;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of {@link MatrixOps}: all implementations run through the same tests. */
@ParameterizedClass
@MethodSource("implementations")
class MatrixOpsTest {
    @Parameter
    private MatrixOps ops = new EjmlMatrixOps();

    static List<MatrixOps> implementations() {
        return List.of(new EjmlMatrixOps(), new KernelMatrixOps());
    }

    @ParameterizedTest
    @EnumSource
    void replacesTheResultAsCalculatedByHand(MatrixLayout layout) {
        DMatrixRMaj c = new DMatrixRMaj(2, 2, true, Double.NaN, 7, -3, Double.POSITIVE_INFINITY);
        layout.mult(ops, layout.a(matrix(2, 3, 1, 2, 3, 4, 5, 6)), layout.b(matrix(3, 2, 7, 8, 9, 10, 11, 12)), c);
        assertArrayEquals(new double[] {58, 64, 139, 154}, c.data);
    }

    @ParameterizedTest
    @EnumSource
    void addsToTheResultAsCalculatedByHand(MatrixLayout layout) {
        DMatrixRMaj c = matrix(2, 2, 1000, 2000, 3000, 4000);
        layout.multAdd(ops, layout.a(matrix(2, 3, 1, 2, 3, 4, 5, 6)), layout.b(matrix(3, 2, 7, 8, 9, 10, 11, 12)), c);
        assertArrayEquals(new double[] {1058, 2064, 3139, 4154}, c.data);
    }

    @ParameterizedTest
    @EnumSource
    void reshapesTheResultAndReusesItsArrayIfLongEnough(MatrixLayout layout) {
        DMatrixRMaj a = layout.a(matrix(2, 1, 3, 4));
        DMatrixRMaj b = layout.b(matrix(1, 3, 1, 10, 100));
        DMatrixRMaj c = new DMatrixRMaj(4, 2);
        Arrays.fill(c.data, -1);
        double[] array = c.data;
        layout.mult(ops, a, b, c);
        assertEquals(2, c.numRows);
        assertEquals(3, c.numCols);
        assertEquals(array, c.data);
        assertArrayEquals(new double[] {3, 30, 300, 4, 40, 400, -1, -1}, c.data);

        DMatrixRMaj empty = new DMatrixRMaj(0, 0);
        layout.mult(ops, a, b, empty);
        assertArrayEquals(new double[] {3, 30, 300, 4, 40, 400}, empty.data);
    }

    /** Batches of different sizes use the beginning of one array. */
    @ParameterizedTest
    @EnumSource
    void ignoresTheRestOfLongerArrays(MatrixLayout layout) {
        DMatrixRMaj a = layout.a(matrix(2, 2, 1, 2, 3, 4));
        DMatrixRMaj b = layout.b(matrix(2, 2, 5, 6, 7, 8));
        a.data = Arrays.copyOf(a.data, 9);
        b.data = Arrays.copyOf(b.data, 9);
        Arrays.fill(a.data, 4, 9, Double.NaN);
        Arrays.fill(b.data, 4, 9, Double.NaN);
        DMatrixRMaj c = new DMatrixRMaj(0, 0);
        layout.mult(ops, a, b, c);
        assertArrayEquals(new double[] {19, 22, 43, 50}, c.data);
    }

    @ParameterizedTest
    @EnumSource
    void readsButNeverWritesTheFactors(MatrixLayout layout) {
        DMatrixRMaj a = layout.a(matrix(2, 2, 1, 2, 3, 4));
        DMatrixRMaj b = layout.b(matrix(2, 2, 5, 6, 7, 8));
        DMatrixRMaj aBefore = a.copy();
        DMatrixRMaj bBefore = b.copy();
        layout.mult(ops, a, b, new DMatrixRMaj(2, 2));
        layout.multAdd(ops, a, b, new DMatrixRMaj(2, 2));
        assertArrayEquals(aBefore.data, a.data);
        assertArrayEquals(bBefore.data, b.data);
    }

    /** Shapes on both sides of the kernels' thresholds; a large product first leaves its scratch arrays behind. */
    @ParameterizedTest
    @EnumSource
    void agreesWithThreeLoopsBetweenLargerProducts(MatrixLayout layout) {
        layout.mult(ops, layout.a(numbers(9, 150)), layout.b(numbers(150, 1100)), new DMatrixRMaj(0, 0));
        for (int m : new int[] {1, 4, 7, 8, 13}) {
            for (int n : new int[] {1, 3, 4, 31, 32, 33, 70}) {
                for (int depth : new int[] {1, 2, 5, 128, 129}) {
                    DMatrixRMaj a = numbers(m, depth);
                    DMatrixRMaj b = numbers(depth, n);
                    DMatrixRMaj actual = new DMatrixRMaj(0, 0);
                    layout.mult(ops, layout.a(a), layout.b(b), actual);
                    assertArrayEquals(threeLoops(a, b, 0), actual.data, 1e-12, m + " × " + depth + " × " + n);
                    layout.multAdd(ops, layout.a(a), layout.b(b), actual);
                    assertArrayEquals(threeLoops(a, b, 1), actual.data, 1e-12, m + " × " + depth + " × " + n);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void rejectsFactorsOfDifferentDepths(MatrixLayout layout) {
        DMatrixRMaj a = layout.a(new DMatrixRMaj(2, 3));
        DMatrixRMaj b = layout.b(new DMatrixRMaj(4, 2));
        assertThrows(MatrixDimensionException.class, () -> layout.mult(ops, a, b, new DMatrixRMaj(2, 2)));
        assertThrows(MatrixDimensionException.class, () -> layout.multAdd(ops, a, b, new DMatrixRMaj(2, 2)));
    }

    @ParameterizedTest
    @EnumSource
    void rejectsAddingToAResultOfAnotherShape(MatrixLayout layout) {
        DMatrixRMaj a = layout.a(new DMatrixRMaj(2, 3));
        DMatrixRMaj b = layout.b(new DMatrixRMaj(3, 4));
        assertThrows(MatrixDimensionException.class, () -> layout.multAdd(ops, a, b, new DMatrixRMaj(3, 4)));
        assertThrows(MatrixDimensionException.class, () -> layout.multAdd(ops, a, b, new DMatrixRMaj(2, 3)));
    }

    @Test
    void rejectsAFactorAsTheResult() {
        DMatrixRMaj a = new DMatrixRMaj(2, 2);
        DMatrixRMaj b = new DMatrixRMaj(2, 2);
        for (MatrixLayout layout : MatrixLayout.values()) {
            assertThrows(IllegalArgumentException.class, () -> layout.mult(ops, a, b, a));
            assertThrows(IllegalArgumentException.class, () -> layout.mult(ops, a, b, b));
            assertThrows(IllegalArgumentException.class, () -> layout.multAdd(ops, a, b, a));
            assertThrows(IllegalArgumentException.class, () -> layout.multAdd(ops, a, b, b));
        }
    }

    private static DMatrixRMaj matrix(int rows, int columns, double... values) {
        return new DMatrixRMaj(rows, columns, true, values);
    }

    /** Different numbers between −1 and 1, a third of them 0. */
    private static DMatrixRMaj numbers(int rows, int columns) {
        DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
        for (int i = 0; i < matrix.data.length; i++) {
            matrix.data[i] = i % 3 == 1 ? 0 : Math.sin(1 + i * (rows + 0.7));
        }
        return matrix;
    }

    /** (1 + repeats) times A·B. */
    private static double[] threeLoops(DMatrixRMaj a, DMatrixRMaj b, int repeats) {
        double[] product = new double[a.numRows * b.numCols];
        for (int i = 0; i < a.numRows; i++) {
            for (int j = 0; j < b.numCols; j++) {
                for (int k = 0; k < a.numCols; k++) {
                    product[i * b.numCols + j] += (1 + repeats) * a.get(i, k) * b.get(k, j);
                }
            }
        }
        return product;
    }
}
