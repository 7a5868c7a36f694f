package hyperlab.diagnosis;

import java.util.Arrays;

/** Builds a {@link Distribution} in one pass without storing the numbers. Mean and variance follow Welford 1962. */
final class Tally {
    /**
     * Bins need not be narrower than one unit in the last place of a double. Below this exponent, 2^−exponent
     * overflows.
     */
    private static final int LEAST_EXPONENT = -1022;

    private static final double WHOLE_NUMBERS = 0x1p53;

    private final long[] counts = new long[Histogram.MOST_BINS];
    private int exponent;
    private double perWidth;
    private long first;
    private int bins;

    private long count;
    private long notANumber;
    private long infinite;
    private double mean;
    private double squares;
    private double least = Double.NaN;
    private double greatest = Double.NaN;

    /** The distribution of the first {@code length} numbers. */
    static Distribution of(double[] numbers, int length) {
        Tally tally = new Tally();
        tally.add(numbers, length);
        return tally.distribution();
    }

    void add(double[] numbers, int length) {
        for (int i = 0; i < length; i++) {
            add(numbers[i]);
        }
    }

    void add(double number) {
        if (Double.isNaN(number)) {
            notANumber++;
        } else if (Double.isInfinite(number)) {
            infinite++;
        } else {
            count++;
            double off = number - mean;
            mean += off / count;
            squares += off * (number - mean);
            least = number >= least ? least : number;
            greatest = number <= greatest ? greatest : number;
            sort(number);
        }
    }

    private void sort(double number) {
        if (bins == 0) {
            widen(Math.max(LEAST_EXPONENT, Math.getExponent(number) - 52));
            first = place(number);
            bins = 1;
        }
        while (!(Math.abs(number * perWidth) < WHOLE_NUMBERS) || span(place(number)) > counts.length) {
            join();
        }
        long place = place(number);
        if (place < first) {
            int shift = (int) (first - place);
            System.arraycopy(counts, 0, counts, shift, bins);
            Arrays.fill(counts, 0, shift, 0);
            bins += shift;
            first = place;
        }
        bins = Math.max(bins, (int) (place - first) + 1);
        counts[(int) (place - first)]++;
    }

    private long place(double number) {
        return (long) Math.floor(number * perWidth);
    }

    private long span(long place) {
        return Math.max(first + bins - 1, place) - Math.min(first, place) + 1;
    }

    private void widen(int newExponent) {
        exponent = newExponent;
        perWidth = Math.scalb(1.0, -newExponent);
    }

    /** Doubles the bin width. Every new edge is also an old edge. */
    private void join() {
        widen(exponent + 1);
        long newFirst = Math.floorDiv(first, 2);
        int newBins = (int) (Math.floorDiv(first + bins - 1, 2) - newFirst) + 1;
        for (int bin = 0; bin < bins; bin++) {
            int to = (int) (Math.floorDiv(first + bin, 2) - newFirst);
            long moved = counts[bin];
            counts[bin] = 0;
            counts[to] += moved;
        }
        first = newFirst;
        bins = newBins;
    }

    /** Returns the distribution. No numbers may be added after this call, because it merges bins. */
    Distribution distribution() {
        while (bins > Histogram.mostBins(count)) {
            join();
        }
        Histogram histogram =
                new Histogram(bins == 0 ? 0 : Math.scalb(1.0, exponent), first, Arrays.copyOf(counts, bins));
        return new Distribution(
                count,
                notANumber,
                infinite,
                count == 0 ? Double.NaN : mean,
                count == 0 ? Double.NaN : Math.sqrt(squares / count),
                least,
                greatest,
                histogram);
    }
}
