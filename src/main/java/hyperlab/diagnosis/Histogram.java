package hyperlab.diagnosis;

/**
 * A histogram with equal bin widths. The width is the smallest power of two at which n numbers fall into at most ⌈4·∛n⌉
 * bins, and at most {@value #MAX_BINS}, but no finer than the last digit of the numbers. This is twice the number of
 * bins of the Rice rule, because outliers would otherwise leave all other numbers in one bin. Bin edges are multiples
 * of the width. So 0 is an edge, every edge is exact in binary, and the counts are exact and do not depend on the order
 * of the numbers.
 *
 * @param width of a bin; 0 if there are no bins
 * @param firstIndex index of the first bin, which covers {@code first·width}, inclusive, to {@code (first + 1)·width},
 *     exclusive
 * @param counts numbers in each bin; the first and the last are above 0; must not be modified
 */
public record Histogram(double width, long firstIndex, long[] counts) {
    public static final int MAX_BINS = 128;

    /** The maximum number of bins for this many numbers. */
    static int maxBins(long numbers) {
        return (int) Math.min(MAX_BINS, Math.ceil(4 * Math.cbrt((double) numbers)));
    }

    /** The number of bins; 0 if there are no numbers. */
    public int bins() {
        return counts.length;
    }

    /** The lower edge of bin {@code bin}, counted from 0; {@code left(bins())} is the upper edge of the last bin. */
    public double lowerEdge(int bin) {
        return (firstIndex + bin) * width;
    }

    public long count(int bin) {
        return counts[bin];
    }

    /** The largest count of a bin. */
    public long maxCount() {
        long highest = 0;
        for (long count : counts) {
            highest = Math.max(highest, count);
        }
        return highest;
    }
}
