package hyperlab.nn.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import hyperlab.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares every method of multiplication with three plain loops. */
class MatrixProductTest {
    private static final int A_FROM = 3;
    private static final int B_FROM = 5;
    private static final int C_FROM = 2;

    /** m, n, depth: on both sides of every threshold between methods, tiles and blocks. */
    static Stream<Arguments> shapes() {
        int[][] shapes = {
            {1, 1, 1},
            {1, 40, 1},
            {7, 5, 3},
            {4, 4, 4},
            {9, 31, 6},
            {7, 32, 9},
            {8, 32, 1},
            {8, 33, 2},
            {9, 35, 3},
            {10, 37, 4},
            {8, 64, 5},
            {13, 70, 127},
            {9, 33, 128},
            {9, 33, 129},
            {8, 40, 300},
            {8, 1024, 2},
            {9, 1025, 3},
            {8, 2050, 130},
            {64, 3, 50},
            {5, 9, 784},
            {4, 9, 1},
            {10, 4, 2},
            {11, 3, 2},
            {10, 2, 4},
            {5, 3, 3},
            {3, 3, 2},
            {10, 9, 5},
            {11, 10, 6}
        };
        List<Arguments> all = new ArrayList<>();
        for (int[] shape : shapes) {
            for (double zeros : new double[] {0, 0.7, 1}) {
                all.add(Arguments.of(shape[0], shape[1], shape[2], zeros));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void agreesWithThreeLoopsInEveryLayout(int m, int n, int depth, double zeros) {
        RandomStream stream = RandomStream.named(3, "factors");
        double[] a = numbers(stream, A_FROM + m * depth, zeros);
        double[] b = numbers(stream, B_FROM + depth * n, 0);
        MatrixProduct product = new MatrixProduct(new Workers());
        // Buffers that are longer than the shape requires must not matter.
        product.set(
                9, 1100, 150, new double[9 * 150], 0, 150, 1, new double[150 * 1100], 0, 1100, 1, new double[9900], 0);
        for (int layout = 0; layout < 4; layout++) {
            int aRow = (layout & 1) == 0 ? depth : 1;
            int aDepth = (layout & 1) == 0 ? 1 : m;
            int bDepth = (layout & 2) == 0 ? n : 1;
            int bColumn = (layout & 2) == 0 ? 1 : depth;
            double[] expected = new double[m * n];
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    for (int k = 0; k < depth; k++) {
                        expected[i * n + j] += a[A_FROM + i * aRow + k * aDepth] * b[B_FROM + k * bDepth + j * bColumn];
                    }
                }
            }
            double[] before = numbers(stream, C_FROM + m * n + 4, 0);
            double[] set = before.clone();
            product.set(m, n, depth, a, A_FROM, aRow, aDepth, b, B_FROM, bDepth, bColumn, set, C_FROM);
            check(before, expected, 0, set);
            double[] added = before.clone();
            product.add(m, n, depth, a, A_FROM, aRow, aDepth, b, B_FROM, bDepth, bColumn, added, C_FROM);
            check(before, expected, 1, added);

            double[][] rows = new double[depth][n + 1];
            for (int k = 0; k < depth; k++) {
                for (int j = 0; j < n; j++) {
                    rows[k][j] = b[B_FROM + k * bDepth + j * bColumn];
                }
            }
            double[] setRows = before.clone();
            product.setRows(m, n, depth, a, A_FROM, aRow, aDepth, rows, setRows, C_FROM);
            check(before, expected, 0, setRows);
            double[] addedRows = before.clone();
            product.addRows(m, n, depth, a, A_FROM, aRow, aDepth, rows, addedRows, C_FROM);
            check(before, expected, 1, addedRows);
        }
    }

    /**
     * Checks that the product, plus {@code kept} times the previous contents, starts at {@link #C_FROM}, and that
     * nothing around it has changed.
     */
    private static void check(double[] before, double[] product, double previousFactor, double[] actual) {
        double[] expected = before.clone();
        for (int i = 0; i < product.length; i++) {
            expected[C_FROM + i] = previousFactor * before[C_FROM + i] + product[i];
        }
        double scale = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        assertArrayEquals(expected, actual, 1e-13 * (1 + scale));
    }

    private static double[] numbers(RandomStream stream, int length, double zeros) {
        double[] numbers = new double[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = stream.nextDouble() < zeros ? 0 : stream.nextGaussian();
        }
        return numbers;
    }
}
