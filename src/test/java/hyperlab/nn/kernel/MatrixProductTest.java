package hyperlab.nn.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
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
            {11, 10, 6},
            {32, 32, 7},
            {40, 37, 16},
            {33, 71, 130},
            {32, 1025, 20},
            {1030, 33, 20}
        };
        List<Arguments> all = new ArrayList<>();
        for (int[] shape : shapes) {
            for (double zeros : new double[] {0, 0.7, 1}) {
                all.add(Arguments.of(shape[0], shape[1], shape[2], zeros, 0));
                all.add(Arguments.of(shape[0], shape[1], shape[2], 0, zeros));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void agreesWithThreeLoopsInEveryLayout(int m, int n, int depth, double zerosOfA, double zerosOfB) {
        RandomStream stream = RandomStream.named(3, "factors");
        double[] a = numbers(stream, A_FROM + m * depth, zerosOfA);
        double[] b = numbers(stream, B_FROM + depth * n, zerosOfB);
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

    /** With an infinity in the other factor, a product is finite only if its terms with 0 are skipped. */
    @Test
    void skipsTheZerosOfTheFactorThatHasMore() {
        int m = 40;
        int n = 70;
        int depth = 50;
        RandomStream stream = RandomStream.named(4, "factors");
        double[] few = numbers(stream, m * depth, 0.1);
        double[] many = numbers(stream, depth * n, 0.9);
        int row = 7;
        int zeroAt = IntStream.range(0, n)
                .filter(j -> many[row * n + j] == 0)
                .findFirst()
                .orElseThrow();
        few[3 * depth + row] = Double.POSITIVE_INFINITY;
        double[] c = new double[m * n];
        new MatrixProduct(new Workers()).set(m, n, depth, few, 0, depth, 1, many, 0, n, 1, c, 0);
        assertTrue(Double.isFinite(c[3 * n + zeroAt]));

        double[] exchanged = new double[n * m];
        new MatrixProduct(new Workers()).set(n, m, depth, many, 0, 1, n, few, 0, 1, depth, exchanged, 0);
        assertTrue(Double.isFinite(exchanged[zeroAt * m + 3]));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.8, 0", "0, 0.8", "0.45, 0.55"})
    void threadsDoNotChangeTheBits(double zerosOfA, double zerosOfB) {
        int m = 90;
        int n = 110;
        int depth = 300;
        RandomStream stream = RandomStream.named(5, "factors");
        double[] a = numbers(stream, m * depth, zerosOfA);
        double[] b = numbers(stream, depth * n, zerosOfB);
        // The first part has other shares of zeros than the rest.
        Arrays.fill(a, 0, 30 * depth, 0);
        double[][] results = new double[3][m * n];
        for (int threads = 1; threads <= 3; threads++) {
            Workers workers = new Workers();
            workers.configure(threads, () -> false);
            new MatrixProduct(workers).set(m, n, depth, a, 0, depth, 1, b, 0, n, 1, results[threads - 1], 0);
        }
        assertArrayEquals(results[0], results[1]);
        assertArrayEquals(results[0], results[2]);
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
