package hyperlab.nn.kernel;

import java.util.Arrays;

/**
 * Matrix products C = A·B on plain arrays, with factors in any layout: a(i, k) is {@code a[aFrom + i·aRow + k·aDepth]}
 * and b(k, j) is {@code b[bFrom + k·bDepth + j·bColumn]}, so a factor is transposed by exchanging its strides. C is m ×
 * n in row-major order, starting at {@code cFrom}, and must not overlap either factor.
 *
 * <p>Wide products add whole rows of B, each copied to an array of its own, in loops that the JIT compiler vectorizes.
 * Terms with a(i, k) = 0 are skipped, because pixels, ReLU outputs and gradients of pooling contain many zeros; 0 · ∞
 * therefore counts as 0. If B has clearly more zeros than A, Cᵀ = Bᵀ·Aᵀ is computed, so that the zeros of B are skipped.
 * Narrow products use {@link TiledProduct}. The choice, and with it the order of each sum, depends only on the shape and
 * on the zeros, not on the number of threads. Scratch arrays grow and are reused; not thread-safe.
 */
public final class MatrixProduct {
    /** From this number of columns on, a vectorized row is faster than a tile in registers. */
    public static final int MIN_VECTORIZED_COLUMNS = 32;
    /** From this number of rows on, copying B pays off. */
    static final int MIN_ROWS_FOR_COPY = 8;
    /**
     * The maximum number of rows of B that are copied at a time: 128 rows of 128 columns take an eighth of a typical
     * level-2 cache.
     */
    private static final int DEPTH_BLOCK = 128;

    private static final int COLUMN_BLOCK = 1024;
    /** With a smaller share of nonzero factors, as many values of B are copied as of the widest products. */
    private static final double MAX_SPARSE = 0.5;
    /** The numbers in a line of the processor's cache. */
    private static final int CACHE_LINE = 8;

    private static final int MIN_COUNTED_TERMS = 16;
    /** The maximum number of values of a factor that a tiled product reads at once. */
    private static final int MAX_TILED_READS = 1 << 20;
    /** Reading a value from memory in another order than it is stored takes as long as this many multiplications. */
    private static final long TILED_READ_COST = 64;

    /** Writing a sum to another place than where it was computed takes as long as this many of its terms. */
    private static final int TRANSPOSITION_COST = 6;
    /** The maximum number of sums that are computed in another order than they are stored. */
    private static final int MAX_TRANSPOSED = 1 << 20;

    private final Workers workers;
    /** The scratch arrays of the other threads, created when first needed. */
    private MatrixProduct[] others = new MatrixProduct[0];

    private double[] transposed = new double[0];
    private double[][] copiedRows = new double[0][];
    private double[] rowSums = new double[0];
    private final NonZeros nonZeros = new NonZeros();
    private long unchecked;

    /** @param workers split large products by rows of C */
    MatrixProduct(Workers workers) {
        this.workers = workers;
    }

    /** c(i, j) = Σₖ a(i, k)·b(k, j) for i &lt; m, j &lt; n, k &lt; depth. */
    void set(
            int m,
            int n,
            int depth,
            double[] a,
            int aFrom,
            int aRow,
            int aDepth,
            double[] b,
            int bFrom,
            int bDepth,
            int bColumn,
            double[] c,
            int cFrom) {
        multiply(m, n, depth, a, aFrom, aRow, aDepth, b, bFrom, bDepth, bColumn, c, cFrom, false);
    }

    /** c(i, j) += Σₖ a(i, k)·b(k, j) for i &lt; m, j &lt; n, k &lt; depth. */
    void add(
            int m,
            int n,
            int depth,
            double[] a,
            int aFrom,
            int aRow,
            int aDepth,
            double[] b,
            int bFrom,
            int bDepth,
            int bColumn,
            double[] c,
            int cFrom) {
        multiply(m, n, depth, a, aFrom, aRow, aDepth, b, bFrom, bDepth, bColumn, c, cFrom, true);
    }

    /** The whole shape determines the method, so that a row has the same sums in any part. */
    private void multiply(
            int m,
            int n,
            int depth,
            double[] a,
            int aFrom,
            int aRow,
            int aDepth,
            double[] b,
            int bFrom,
            int bDepth,
            int bColumn,
            double[] c,
            int cFrom,
            boolean add) {
        boolean vectorized = n >= MIN_VECTORIZED_COLUMNS && m >= MIN_ROWS_FOR_COPY;
        boolean smallDepth = SmallDepthProduct.isFasterFor(m, n, depth);
        if (vectorized && isFasterTransposed(m, n, depth, a, aFrom, aRow, aDepth, b, bFrom, bDepth, bColumn)) {
            multiplyTransposed(m, n, depth, a, aFrom, aRow, aDepth, b, bFrom, bDepth, bColumn, c, cFrom, add);
            return;
        }
        int maxDepth = vectorized ? depthBlock(m, n, depth, a, aFrom, aRow, aDepth) : depth;
        long cost = (long) n * depth;
        if (workers.parts(m, TiledProduct.SIDE, cost) == 1) {
            multiplyRows(
                    m,
                    n,
                    depth,
                    a,
                    aFrom,
                    aRow,
                    aDepth,
                    b,
                    bFrom,
                    bDepth,
                    bColumn,
                    c,
                    cFrom,
                    add,
                    vectorized,
                    maxDepth,
                    smallDepth);
            return;
        }
        ensureOthers();
        workers.compute(
                m,
                TiledProduct.SIDE,
                cost,
                (number, from, to) -> other(number)
                        .multiplyRows(
                                to - from,
                                n,
                                depth,
                                a,
                                aFrom + from * aRow,
                                aRow,
                                aDepth,
                                b,
                                bFrom,
                                bDepth,
                                bColumn,
                                c,
                                cFrom + from * n,
                                add,
                                vectorized,
                                maxDepth,
                                smallDepth));
    }

    private void multiplyRows(
            int m,
            int n,
            int depth,
            double[] a,
            int aFrom,
            int aRow,
            int aDepth,
            double[] b,
            int bFrom,
            int bDepth,
            int bColumn,
            double[] c,
            int cFrom,
            boolean add,
            boolean vectorized,
            int maxDepth,
            boolean smallDepth) {
        if (vectorized) {
            multiplyVectorized(m, n, depth, a, aFrom, aRow, aDepth, b, bFrom, bDepth, bColumn, c, cFrom, maxDepth, add);
            return;
        }
        if (!add) {
            Arrays.fill(c, cFrom, cFrom + m * n, 0);
        }
        if (smallDepth) {
            SmallDepthProduct.add(m, n, depth, a, aFrom, aRow, aDepth, b, bFrom, bDepth, bColumn, c, cFrom);
            return;
        }
        int rowsAtOnce = tiledAtOnce(m, depth);
        int columnsAtOnce = tiledAtOnce(n, depth);
        for (int i = 0; i < m; i += rowsAtOnce) {
            int rows = Math.min(rowsAtOnce, m - i);
            for (int j = 0; j < n; j += columnsAtOnce) {
                int columns = Math.min(columnsAtOnce, n - j);
                TiledProduct.addProduct(
                        rows,
                        columns,
                        depth,
                        a,
                        aFrom + i * aRow,
                        aRow,
                        aDepth,
                        b,
                        bFrom + j * bColumn,
                        bDepth,
                        bColumn,
                        c,
                        cFrom + i * n + j,
                        n);
                countWork(Math.max((long) rows * columns, TILED_READ_COST * (rows + columns)) * depth);
            }
        }
    }

    /** How many rows or columns of C, in whole tiles, are computed at once. */
    private static int tiledAtOnce(int count, int depth) {
        int most = MAX_TILED_READS / depth / TiledProduct.SIDE * TiledProduct.SIDE;
        return Math.max(TiledProduct.SIDE, Math.min(most, count));
    }

    /** Whether Bᵀ·Aᵀ takes less time, because fewer of its terms remain, than A·B. */
    private static boolean isFasterTransposed(
            int m,
            int n,
            int depth,
            double[] a,
            int aFrom,
            int aRow,
            int aDepth,
            double[] b,
            int bFrom,
            int bDepth,
            int bColumn) {
        if (m < MIN_VECTORIZED_COLUMNS || (long) m * n > MAX_TRANSPOSED || depth < TRANSPOSITION_COST) {
            return false;
        }
        double saved = NonZeros.sampledShare(m, depth, a, aFrom, aRow, aDepth)
                - NonZeros.sampledShare(n, depth, b, bFrom, bColumn, bDepth);
        return saved * depth > TRANSPOSITION_COST;
    }

    /** Computes the rows of Cᵀ and copies each to its column of C. */
    private void multiplyTransposed(
            int m,
            int n,
            int depth,
            double[] a,
            int aFrom,
            int aRow,
            int aDepth,
            double[] b,
            int bFrom,
            int bDepth,
            int bColumn,
            double[] c,
            int cFrom,
            boolean add) {
        if (transposed.length < m * n) {
            transposed = new double[m * n];
        }
        double[] rows = transposed;
        int maxDepth = depthBlock(n, m, depth, b, bFrom, bColumn, bDepth);
        ensureOthers();
        workers.compute(n, CACHE_LINE, (long) m * depth, (number, from, to) -> {
            other(number)
                    .multiplyVectorized(
                            to - from,
                            m,
                            depth,
                            b,
                            bFrom + from * bColumn,
                            bColumn,
                            bDepth,
                            a,
                            aFrom,
                            aDepth,
                            aRow,
                            rows,
                            from * m,
                            maxDepth,
                            false);
            copyTransposed(rows, from, to, m, c, cFrom, n, add);
        });
    }

    /** c(i, j) (+)= rows(j, i) for i &lt; m and from ≤ j &lt; to, eight columns of C at a time. */
    private static void copyTransposed(
            double[] rows, int from, int to, int m, double[] c, int cFrom, int n, boolean add) {
        int j = from;
        for (; j + CACHE_LINE <= to; j += CACHE_LINE) {
            for (int i = 0; i < m; i++) {
                int r = j * m + i;
                int at = cFrom + i * n + j;
                if (add) {
                    for (int k = 0; k < CACHE_LINE; k++) {
                        c[at + k] += rows[r + k * m];
                    }
                } else {
                    c[at] = rows[r];
                    c[at + 1] = rows[r + m];
                    c[at + 2] = rows[r + 2 * m];
                    c[at + 3] = rows[r + 3 * m];
                    c[at + 4] = rows[r + 4 * m];
                    c[at + 5] = rows[r + 5 * m];
                    c[at + 6] = rows[r + 6 * m];
                    c[at + 7] = rows[r + 7 * m];
                }
            }
        }
        for (; j < to; j++) {
            for (int i = 0; i < m; i++) {
                int at = cFrom + i * n + j;
                c[at] = rows[j * m + i] + (add ? c[at] : 0);
            }
        }
    }

    private void ensureOthers() {
        int before = others.length;
        if (before < workers.threads() - 1) {
            others = Arrays.copyOf(others, workers.threads() - 1);
            for (int i = before; i < others.length; i++) {
                others[i] = new MatrixProduct(workers);
            }
        }
    }

    /** This product for part 0, and for each other part one with scratch arrays of its own. */
    private MatrixProduct other(int number) {
        return number == 0 ? this : others[number - 1];
    }

    /** How many rows of C, in whole tiles, are computed at once. */
    private static int rowsAtOnce(long cost) {
        long rows = Workers.MAX_UNCHECKED / cost / TiledProduct.SIDE * TiledProduct.SIDE;
        return (int) Math.max(TiledProduct.SIDE, Math.min(rows, 1 << 30));
    }

    /** Checks for cancellation after {@link Workers#MAX_UNCHECKED} multiplications, also of several products. */
    private void countWork(long multiplications) {
        unchecked += multiplications;
        if (unchecked >= Workers.MAX_UNCHECKED) {
            unchecked = 0;
            workers.checkCancelled();
        }
    }

    /**
     * c(i, j) = Σₖ a(i, k)·b[k][j], where each row of B is already an array of its own with at least n elements, so
     * that nothing is copied.
     */
    void setRows(
            int m, int n, int depth, double[] a, int aFrom, int aRow, int aDepth, double[][] b, double[] c, int cFrom) {
        ensureWidth(n);
        sumRows(m, n, depth, a, aFrom, aRow, aDepth, b, c, cFrom, n, false);
    }

    /** c(i, j) += Σₖ a(i, k)·b[k][j], with the arguments of {@link #setRows}. */
    void addRows(
            int m, int n, int depth, double[] a, int aFrom, int aRow, int aDepth, double[][] b, double[] c, int cFrom) {
        ensureWidth(n);
        sumRows(m, n, depth, a, aFrom, aRow, aDepth, b, c, cFrom, n, true);
    }

    private void multiplyVectorized(
            int m,
            int n,
            int depth,
            double[] a,
            int aFrom,
            int aRow,
            int aDepth,
            double[] b,
            int bFrom,
            int bDepth,
            int bColumn,
            double[] c,
            int cFrom,
            int maxDepth,
            boolean add) {
        int maxWidth = Math.min(n, COLUMN_BLOCK);
        ensureWidth(maxWidth);
        ensureRows(maxDepth, maxWidth);
        for (int j = 0; j < n; j += maxWidth) {
            int width = Math.min(maxWidth, n - j);
            for (int k = 0; k < depth; k += maxDepth) {
                int count = Math.min(maxDepth, depth - k);
                copyRows(b, bFrom + k * bDepth + j * bColumn, bDepth, bColumn, count, width);
                // With few terms, most of the time goes into reading and writing C.
                long cost = (long) width * Math.max(count, MIN_COUNTED_TERMS);
                int rowsAtOnce = rowsAtOnce(cost);
                for (int i = 0; i < m; i += rowsAtOnce) {
                    int rows = Math.min(rowsAtOnce, m - i);
                    sumRows(
                            rows,
                            width,
                            count,
                            a,
                            aFrom + i * aRow + k * aDepth,
                            aRow,
                            aDepth,
                            copiedRows,
                            c,
                            cFrom + i * n + j,
                            n,
                            add || k > 0);
                    countWork(rows * cost);
                }
            }
        }
    }

    /** How many rows of B are added in a pass over C: more if most of them are skipped. */
    private static int depthBlock(int m, int n, int depth, double[] a, int aFrom, int aRow, int aDepth) {
        boolean sparse = depth > DEPTH_BLOCK && NonZeros.sampledShare(m, depth, a, aFrom, aRow, aDepth) < MAX_SPARSE;
        int most = sparse ? DEPTH_BLOCK * COLUMN_BLOCK / Math.min(n, COLUMN_BLOCK) : DEPTH_BLOCK;
        return Math.min(depth, most);
    }

    /** c(i, j) (+)= Σₖ a(i, k)·b[k][j], with row i of C at {@code cFrom + i·cRow}. */
    private void sumRows(
            int m,
            int n,
            int depth,
            double[] a,
            int aFrom,
            int aRow,
            int aDepth,
            double[][] b,
            double[] c,
            int cFrom,
            int cRow,
            boolean add) {
        for (int i = 0; i < m; i++) {
            int from = aFrom + i * aRow;
            int count = nonZeros.collect(a, from, aDepth, depth);
            int at = cFrom + i * cRow;
            if (add) {
                System.arraycopy(c, at, rowSums, 0, n);
            } else {
                Arrays.fill(rowSums, 0, n, 0);
            }
            addNonZeros(a, from, aDepth, count, b, n);
            System.arraycopy(rowSums, 0, c, at, n);
        }
    }

    /** Adds the products of the {@code count} factors a[from + k·step] that {@link #nonZeros} has collected. */
    private void addNonZeros(double[] a, int from, int step, int count, double[][] b, int n) {
        int[] at = nonZeros.indices();
        int i = 0;
        for (; i + 5 < count; i += 6) {
            RowAxpy.addSix(
                    a[from + at[i] * step],
                    b[at[i]],
                    a[from + at[i + 1] * step],
                    b[at[i + 1]],
                    a[from + at[i + 2] * step],
                    b[at[i + 2]],
                    a[from + at[i + 3] * step],
                    b[at[i + 3]],
                    a[from + at[i + 4] * step],
                    b[at[i + 4]],
                    a[from + at[i + 5] * step],
                    b[at[i + 5]],
                    rowSums,
                    0,
                    n);
        }
        if (count - i > 3) {
            RowAxpy.addFour(
                    a[from + at[i] * step],
                    b[at[i]],
                    a[from + at[i + 1] * step],
                    b[at[i + 1]],
                    a[from + at[i + 2] * step],
                    b[at[i + 2]],
                    a[from + at[i + 3] * step],
                    b[at[i + 3]],
                    rowSums,
                    0,
                    n);
            i += 4;
        }
        switch (count - i) {
            case 3 ->
                RowAxpy.addThree(
                        a[from + at[i] * step],
                        b[at[i]],
                        a[from + at[i + 1] * step],
                        b[at[i + 1]],
                        a[from + at[i + 2] * step],
                        b[at[i + 2]],
                        rowSums,
                        0,
                        n);
            case 2 ->
                RowAxpy.addTwo(
                        a[from + at[i] * step], b[at[i]], a[from + at[i + 1] * step], b[at[i + 1]], rowSums, 0, n);
            case 1 -> RowAxpy.addOne(a[from + at[i] * step], b[at[i]], rowSums, 0, n);
            default -> {}
        }
    }

    /** rows[k][j] = b(k, j). If the columns are not adjacent, copies eight columns at a time. */
    private void copyRows(double[] b, int from, int bDepth, int bColumn, int count, int width) {
        if (bColumn == 1) {
            for (int k = 0; k < count; k++) {
                System.arraycopy(b, from + k * bDepth, copiedRows[k], 0, width);
            }
            return;
        }
        int whole = width - width % CACHE_LINE;
        for (int first = 0; first < whole; first += CACHE_LINE) {
            for (int k = 0; k < count; k++) {
                double[] row = copiedRows[k];
                int at = from + k * bDepth + first * bColumn;
                row[first] = b[at];
                row[first + 1] = b[at + bColumn];
                row[first + 2] = b[at + 2 * bColumn];
                row[first + 3] = b[at + 3 * bColumn];
                row[first + 4] = b[at + 4 * bColumn];
                row[first + 5] = b[at + 5 * bColumn];
                row[first + 6] = b[at + 6 * bColumn];
                row[first + 7] = b[at + 7 * bColumn];
            }
        }
        for (int j = whole; j < width; j++) {
            for (int k = 0; k < count; k++) {
                copiedRows[k][j] = b[from + k * bDepth + j * bColumn];
            }
        }
    }

    private void ensureWidth(int width) {
        if (rowSums.length < width) {
            rowSums = new double[width];
        }
    }

    private void ensureRows(int depth, int width) {
        if (copiedRows.length < depth) {
            copiedRows = Arrays.copyOf(copiedRows, depth);
        }
        for (int k = 0; k < depth; k++) {
            if (copiedRows[k] == null || copiedRows[k].length < width) {
                copiedRows[k] = new double[width];
            }
        }
    }
}
