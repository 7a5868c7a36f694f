package hyperlab.diagnosis;

import java.util.Arrays;

/** Builds a {@link Distribution} in one pass without storing the numbers. Mean and variance follow Welford 1962. */
final class StreamingHistogram {
    /**
     * Bins need not be narrower than one unit in the last place of a double. Below this exponent, 2^−exponent
     * overflows.
     */
    private static final int MIN_EXPONENT = -1022;

    private static final double MAX_EXACT_INTEGER = 0x1p53;

    private final long[] counts = new long[Histogram.MAX_BINS];
    private int exponent;
    private double inverseWidth;
    private long firstIndex;
    private int binCount;

    private long count;
    private long notANumber;
    private long infinite;
    private double mean;
    private double sumOfSquares;
    private double min = Double.NaN;
    private double max = Double.NaN;

    /** The distribution of the first {@code length} numbers. */
    static Distribution of(double[] numbers, int length) {
        StreamingHistogram tally = new StreamingHistogram();
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
            double delta = number - mean;
            mean += delta / count;
            sumOfSquares += delta * (number - mean);
            min = number >= min ? min : number;
            max = number <= max ? max : number;
            addToBin(number);
        }
    }

    private void addToBin(double number) {
        if (binCount == 0) {
            setExponent(Math.max(MIN_EXPONENT, Math.getExponent(number) - 52));
            firstIndex = binIndex(number);
            binCount = 1;
        }
        while (!(Math.abs(number * inverseWidth) < MAX_EXACT_INTEGER) || binSpan(binIndex(number)) > counts.length) {
            doubleBinWidth();
        }
        long index = binIndex(number);
        if (index < firstIndex) {
            int shift = (int) (firstIndex - index);
            System.arraycopy(counts, 0, counts, shift, binCount);
            Arrays.fill(counts, 0, shift, 0);
            binCount += shift;
            firstIndex = index;
        }
        binCount = Math.max(binCount, (int) (index - firstIndex) + 1);
        counts[(int) (index - firstIndex)]++;
    }

    private long binIndex(double number) {
        return (long) Math.floor(number * inverseWidth);
    }

    private long binSpan(long index) {
        return Math.max(firstIndex + binCount - 1, index) - Math.min(firstIndex, index) + 1;
    }

    private void setExponent(int newExponent) {
        exponent = newExponent;
        inverseWidth = Math.scalb(1.0, -newExponent);
    }

    /** Doubles the bin width. Every new edge is also an old edge. */
    private void doubleBinWidth() {
        setExponent(exponent + 1);
        long newFirstIndex = Math.floorDiv(firstIndex, 2);
        int newBinCount = (int) (Math.floorDiv(firstIndex + binCount - 1, 2) - newFirstIndex) + 1;
        for (int bin = 0; bin < binCount; bin++) {
            int to = (int) (Math.floorDiv(firstIndex + bin, 2) - newFirstIndex);
            long moved = counts[bin];
            counts[bin] = 0;
            counts[to] += moved;
        }
        firstIndex = newFirstIndex;
        binCount = newBinCount;
    }

    /** Returns the distribution. No numbers may be added after this call, because it merges bins. */
    Distribution distribution() {
        while (binCount > Histogram.maxBins(count)) {
            doubleBinWidth();
        }
        Histogram histogram = new Histogram(
                binCount == 0 ? 0 : Math.scalb(1.0, exponent), firstIndex, Arrays.copyOf(counts, binCount));
        return new Distribution(
                count,
                notANumber,
                infinite,
                count == 0 ? Double.NaN : mean,
                count == 0 ? Double.NaN : Math.sqrt(sumOfSquares / count),
                min,
                max,
                histogram);
    }
}
