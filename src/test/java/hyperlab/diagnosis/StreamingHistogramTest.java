package hyperlab.diagnosis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.random.RandomStream;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StreamingHistogramTest {
    static Stream<double[]> numbers() {
        RandomStream stream = RandomStream.named(1, "numbers");
        return Stream.of(
                DoubleStream.generate(stream::nextGaussian).limit(5_000).toArray(),
                DoubleStream.generate(() -> 1e-9 * stream.nextGaussian() + 3)
                        .limit(500)
                        .toArray(),
                DoubleStream.generate(() -> Math.max(0, stream.nextGaussian()))
                        .limit(500)
                        .toArray(),
                DoubleStream.generate(() -> Math.exp(40 * stream.nextGaussian()))
                        .limit(500)
                        .toArray(),
                new double[] {0, -0.0, 1, -1, 64, 63.999},
                new double[] {1e308, -1.7e308, Double.MIN_VALUE, 0},
                new double[] {Double.MIN_VALUE, -Double.MIN_VALUE},
                new double[] {-7});
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void countsEveryNumberInItsBin(double[] numbers) {
        Histogram histogram = StreamingHistogram.of(numbers, numbers.length).histogram();
        long counted = 0;
        for (int bin = 0; bin < histogram.bins(); bin++) {
            double left = histogram.lowerEdge(bin);
            double right = histogram.lowerEdge(bin + 1);
            long inside = Arrays.stream(numbers)
                    .filter(number -> number >= left && number < right)
                    .count();
            assertEquals(inside, histogram.count(bin), "from " + left + " to " + right);
            counted += histogram.count(bin);
        }
        assertEquals(numbers.length, counted);
        assertTrue(histogram.count(0) > 0 && histogram.count(histogram.bins() - 1) > 0);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void widthIsSmallestPossiblePowerOfTwo(double[] numbers) {
        Histogram histogram = StreamingHistogram.of(numbers, numbers.length).histogram();
        double width = histogram.width();
        assertEquals(Math.scalb(1.0, Math.getExponent(width)), width);
        double most = Math.min(128, Math.ceil(4 * Math.cbrt(numbers.length)));
        assertTrue(histogram.bins() <= most, histogram.bins() + " bins");
        double least = Arrays.stream(numbers).min().orElseThrow();
        double greatest = Arrays.stream(numbers).max().orElseThrow();
        boolean asFineAsDoubles =
                width <= Math.ulp(Math.max(Math.abs(least), Math.abs(greatest))) || width == 0x1p-1022;
        double finer = Math.floor(greatest / (width / 2)) - Math.floor(least / (width / 2)) + 1;
        assertTrue(asFineAsDoubles || finer > most, finer + " bins of half the width");
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void isIndependentOfOrder(double[] numbers) {
        double[] ascending = numbers.clone();
        Arrays.sort(ascending);
        Histogram one = StreamingHistogram.of(ascending, ascending.length).histogram();
        for (int i = 0, j = ascending.length - 1; i < j; i++, j--) {
            double kept = ascending[i];
            ascending[i] = ascending[j];
            ascending[j] = kept;
        }
        Histogram other = StreamingHistogram.of(ascending, ascending.length).histogram();
        if (one.bins() > 1 && one.width() > Math.ulp(ascending[0]) * 128) {
            assertEquals(one.width(), other.width());
            assertEquals(one.firstIndex(), other.firstIndex());
            assertArrayEquals(one.counts(), other.counts());
        }
    }

    @Test
    void countsNonFiniteNumbersSeparatelyFromMoments() {
        double[] numbers = {1, Double.NaN, 2, Double.POSITIVE_INFINITY, 6, Double.NEGATIVE_INFINITY, Double.NaN, 9999};
        Distribution distribution = StreamingHistogram.of(numbers, 7);
        assertEquals(3, distribution.count());
        assertEquals(2, distribution.notANumber());
        assertEquals(2, distribution.infinite());
        assertEquals(3, distribution.mean(), 1e-15);
        assertEquals(Math.sqrt(14 / 3.0), distribution.deviation(), 1e-15);
        assertEquals(Math.sqrt(41), distribution.norm(), 1e-14);
        assertEquals(Math.sqrt(41 / 3.0), distribution.rootMeanSquare(), 1e-15);
        assertEquals(1, distribution.min());
        assertEquals(6, distribution.max());
        assertEquals(1, distribution.histogram().maxCount());
    }

    @Test
    void isEmptyWithoutNumbers() {
        Distribution none = StreamingHistogram.of(new double[] {Double.NaN}, 1);
        assertEquals(0, none.count());
        assertEquals(0, none.histogram().bins());
        assertEquals(0, none.histogram().maxCount());
        assertEquals(Double.NaN, none.mean());
        assertEquals(Double.NaN, none.min());
        assertEquals(0, none.norm());
    }
}
