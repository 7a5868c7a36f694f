package hyperlab.diagnosis;

/**
 * How often numbers fall into bins of one width. The width is the smallest power of two at which n numbers fall into at
 * most ⌈4·∛n⌉ bins, twice as many as by the Rice rule, since a few far numbers would leave the others in one bin, and at
 * most {@value #MOST_BINS}; but no finer than the numbers' own last digit. Bin edges are multiples of it. So 0 is an edge,
 * every edge is exact in binary, and the counts are exact and the same in whatever order the numbers came.
 *
 * @param width of a bin; 0 where there is none
 * @param first place of the first bin, which reaches from {@code first·width}, inclusive, to {@code (first + 1)·width}
 * @param counts numbers in each bin; the first and the last are above 0; not to be changed
 */
public record Histogram(double width, long first, long[] counts) {
    public static final int MOST_BINS = 128;

    /** How many bins so many numbers may have. */
    static int mostBins(long numbers) {
        return (int) Math.min(MOST_BINS, Math.ceil(4 * Math.cbrt((double) numbers)));
    }

    /** How many bins there are; 0 where there is no number. */
    public int bins() {
        return counts.length;
    }

    /** The lower edge of bin {@code bin}, from 0; {@code left(bins())} is where the last one ends. */
    public double left(int bin) {
        return (first + bin) * width;
    }

    public long count(int bin) {
        return counts[bin];
    }

    /** The most numbers in one bin. */
    public long highest() {
        long highest = 0;
        for (long count : counts) {
            highest = Math.max(highest, count);
        }
        return highest;
    }
}
