package hyperlab.nn.kernel;

/**
 * Finds which elements of a matrix are not 0, without branches that depend on a single element, because zeros among
 * pixels cannot be predicted. NaN counts as nonzero, −0 as 0. The array of indices grows and is reused.
 */
final class NonZeros {
    /** This many elements are examined together: if all are 0, none is examined alone. */
    private static final int GROUP = 8;

    /** How many elements of a matrix, in each direction, show how many zeros it has. */
    private static final int SAMPLED_ACROSS = 16;

    private static final int SAMPLED_ALONG = 8;

    private int[] indices = new int[0];

    /** The indices that {@link #collect} found, in ascending order. */
    int[] indices() {
        return indices;
    }

    /** Finds k &lt; depth whose element, at {@code from + k·step}, is not 0. Returns how many there are. */
    int collect(double[] a, int from, int step, int depth) {
        if (indices.length < depth) {
            indices = new int[depth];
        }
        int[] positions = indices;
        int count = 0;
        int at = from;
        int k = 0;
        for (; k + GROUP <= depth; k += GROUP) {
            if (areZero(a, at, step)) {
                at += GROUP * step;
                continue;
            }
            for (int next = k; next < k + GROUP; next++) {
                positions[count] = next;
                count += oneUnlessZero(a[at]);
                at += step;
            }
        }
        for (; k < depth; k++) {
            positions[count] = k;
            count += oneUnlessZero(a[at]);
            at += step;
        }
        return count;
    }

    /** The share of an evenly spread sample of a matrix, count × depth, that is not 0. */
    static double sampledShare(int count, int depth, double[] a, int from, int step, int depthStep) {
        int across = Math.max(1, count / SAMPLED_ACROSS);
        int along = Math.max(1, depth / SAMPLED_ALONG);
        int nonZeros = 0;
        int sampled = 0;
        for (int k = 0; k < depth; k += along) {
            int at = from + k * depthStep;
            for (int i = k % across; i < count; i += across) {
                nonZeros += oneUnlessZero(a[at + i * step]);
                sampled++;
            }
        }
        return (double) nonZeros / sampled;
    }

    private static boolean areZero(double[] a, int from, int step) {
        long bits = Double.doubleToRawLongBits(a[from])
                | Double.doubleToRawLongBits(a[from + step])
                | Double.doubleToRawLongBits(a[from + 2 * step])
                | Double.doubleToRawLongBits(a[from + 3 * step])
                | Double.doubleToRawLongBits(a[from + 4 * step])
                | Double.doubleToRawLongBits(a[from + 5 * step])
                | Double.doubleToRawLongBits(a[from + 6 * step])
                | Double.doubleToRawLongBits(a[from + 7 * step]);
        return bits << 1 == 0;
    }

    private static int oneUnlessZero(double value) {
        long withoutSign = Double.doubleToRawLongBits(value) << 1;
        return (int) ((withoutSign | -withoutSign) >>> 63);
    }
}
