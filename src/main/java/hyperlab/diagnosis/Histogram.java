package hyperlab.diagnosis;

/**
 * How often numbers fall into bins of one width. The width is the smallest power of two at which all numbers fall into at
 * most {@value #MOST_BINS} bins (and no finer than the numbers' own last digit), and bin edges are multiples of it. So 0 is
 * an edge, every edge is exact in binary, and the counts are exact and the same in whatever order the numbers came.
 *
 * @param width of a bin; 0 where there is none
 * @param first place of the first bin, which reaches from {@code first·width}, inclusive, to {@code (first + 1)·width}
 * @param counts numbers in each bin; the first and the last are above 0; not to be changed
 */
public record Histogram(double width, long first, long[] counts) {
    public static final int MOST_BINS = 64;

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
