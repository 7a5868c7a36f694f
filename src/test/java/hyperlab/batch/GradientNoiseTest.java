package hyperlab.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.DataSet;
import hyperlab.diagnosis.NoiseScale;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientNoiseTest {
    private static final double W1 = 0.3;
    private static final double W2 = -0.8;

    private final TwoWeightModel iris = TwoWeightModelTest.model(TwoWeightModelSettings.DEFAULT);

    /** Seven samples, few enough to enumerate every possible batch. */
    private static TwoWeightModel small() {
        DMatrixRMaj features =
                new DMatrixRMaj(new double[][] {{1, 2}, {2, -1}, {0, 0.5}, {-3, 1}, {2, 2}, {0.1, -4}, {1, 1}});
        double[] targets = {1, -2, 0.5, 3, 3, 1, -1};
        DataSet data = new DataSet("small", features, targets, DataSet.Columns.regression(List.of("a", "b"), "c"));
        return TwoWeightModel.of(new TwoWeightModelSettings("iris", null, "a", "b", "c", 0), data);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 7})
    void spreadWithoutReplacementIsThatOfEveryBatchThereIs(int size) {
        TwoWeightModel model = small();
        GradientNoise noise = GradientNoise.at(model, W1, W2);
        double sum = 0;
        int batches = 0;
        for (int mask = 0; mask < 1 << 7; mask++) {
            int chosen = mask;
            if (Integer.bitCount(mask) == size) {
                int[] rows = IntStream.range(0, 7)
                        .filter(i -> (chosen >> i & 1) == 1)
                        .toArray();
                QuadraticLoss batch = model.lossOver(rows, 0, size);
                double dx = batch.gradientX(W1, W2) - noise.meanX();
                double dy = batch.gradientY(W1, W2) - noise.meanY();
                sum += dx * dx + dy * dy;
                batches++;
            }
        }
        assertEquals(Math.sqrt(sum / batches), noise.deviationWithoutReplacement(size), 1e-12);
    }

    @Test
    void spreadWithReplacementFallsWithSquareRoot() {
        GradientNoise noise = GradientNoise.at(iris, W1, W2);
        assertEquals(noise.deviationWithReplacement(8) / 2, noise.deviationWithReplacement(32), 1e-15);
        assertEquals(Math.sqrt(noise.trace()), noise.deviationWithReplacement(1));
        assertEquals(0, noise.deviationWithoutReplacement(150));
        assertEquals(noise.deviationWithReplacement(1), noise.deviationWithoutReplacement(1));
    }

    @Test
    void noiseEqualsGradientAtCriticalBatchSize() {
        GradientNoise noise = GradientNoise.at(iris, W1, W2);
        assertEquals(Math.sqrt(noise.squaredNorm()), noise.deviationWithReplacement(noise.criticalBatchSize()), 1e-12);
        GradientNoise atTheMinimum = GradientNoise.at(iris, iris.minimumX(), iris.minimumY());
        assertTrue(atTheMinimum.criticalBatchSize() > 1e20);
    }

    @Test
    void ellipseHasAxesOfCovariance() {
        GradientNoise noise = GradientNoise.at(iris, W1, W2);
        GradientNoise.ErrorEllipse ellipse = noise.ellipse(10, 2);
        double scale = 4 * (150 - 10) / (149.0 * 10);
        assertEquals(
                noise.trace() * scale,
                ellipse.semiMajorAxis() * ellipse.semiMajorAxis() + ellipse.semiMinorAxis() * ellipse.semiMinorAxis(),
                1e-12);
        double cos = Math.cos(ellipse.angle());
        double sin = Math.sin(ellipse.angle());
        double along = noise.xx() * cos * cos + 2 * noise.xy() * cos * sin + noise.yy() * sin * sin;
        assertEquals(along * scale, ellipse.semiMajorAxis() * ellipse.semiMajorAxis(), 1e-12);
        assertTrue(ellipse.semiMajorAxis() > ellipse.semiMinorAxis());
        assertEquals(noise.meanX(), ellipse.centerX());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 32, 100})
    void drawnBatchesSpreadAsPredicted(int size) {
        GradientNoise noise = GradientNoise.at(iris, W1, W2);
        MiniBatchGradients draws = MiniBatchGradients.of(iris, size, 4_000, 3);
        assertEquals(
                noise.deviationWithoutReplacement(size),
                draws.standardDeviation(iris, W1, W2),
                0.03 * noise.deviationWithoutReplacement(size));
        double mean = IntStream.range(0, draws.count())
                .mapToDouble(draw -> draws.gradientX(draw, W1, W2))
                .average()
                .orElseThrow();
        assertEquals(noise.meanX(), mean, 4 * noise.deviationWithoutReplacement(size) / Math.sqrt(4_000));
    }

    @Test
    void batchSizeOneDrawsSingleSamples() {
        MiniBatchGradients singles = MiniBatchGradients.singleSamples(iris);
        assertEquals(150, singles.count());
        assertEquals(
                GradientNoise.at(iris, W1, W2).deviationWithReplacement(1),
                singles.standardDeviation(iris, W1, W2),
                1e-12);
        assertEquals(iris.gradientY(149, W1, W2), singles.gradientY(149, W1, W2), 1e-12);
    }

    @Test
    void fullBatchIsDrawnOnceAndEqualsGradient() {
        MiniBatchGradients draws = MiniBatchGradients.of(iris, 150, 200, 3);
        assertEquals(1, draws.count());
        assertEquals(0, draws.standardDeviation(iris, W1, W2));
        assertThrows(IllegalArgumentException.class, () -> MiniBatchGradients.of(iris, 151, 2, 3));
    }

    @Test
    void drawsAreReproducibleFromSeed() {
        double once = MiniBatchGradients.of(iris, 4, 10, 3).gradientX(9, W1, W2);
        assertEquals(once, MiniBatchGradients.of(iris, 4, 10, 3).gradientX(9, W1, W2));
        assertNotEquals(once, MiniBatchGradients.of(iris, 4, 10, 4).gradientX(9, W1, W2));
    }

    @Test
    void outlierMattersInSmallBatchOnly() {
        TwoWeightModelSettings odd = TwoWeightModelSettings.DEFAULT.withOutlier(10);
        TwoWeightModel with = TwoWeightModelTest.model(odd);
        double alone = Math.hypot(with.gradientX(150, W1, W2), with.gradientY(150, W1, W2));
        int[] order = IntStream.range(0, 151).toArray();
        QuadraticLoss large = with.lossOver(order, 23, 128);
        QuadraticLoss largeWithout = with.lossOver(order, 22, 128);
        double moved = Math.hypot(
                large.gradientX(W1, W2) - largeWithout.gradientX(W1, W2),
                large.gradientY(W1, W2) - largeWithout.gradientY(W1, W2));
        assertTrue(alone > 20, alone + "");
        assertTrue(moved < 1.3 * alone / 128, moved + "");
    }

    /** A population with divisor N and a sample with divisor N − 1 give the same noise for a mini-batch. */
    @Test
    void miniBatchNoiseMatchesNoiseScale() {
        GradientNoise noise = new GradientNoise(150, 0.2, -0.1, 0.5, 0.1, 0.3);
        double trace = noise.trace() * 150 / 149;
        NoiseScale sample = new NoiseScale(150, noise.squaredNorm() - trace / 150, trace);
        for (int batch : new int[] {1, 7, 32, 149, 150}) {
            assertEquals(Math.sqrt(sample.variance(batch)), noise.deviationWithoutReplacement(batch), 1e-15);
        }
    }

    /** √((N − 64)/64 / ((N − 16)/16)) is 0.40 for N = 150, and ½ only for large N. */
    @Test
    void fourTimesTheBatchMoreThanHalvesTheNoiseOfAFinitePopulation() {
        GradientNoise few = new GradientNoise(150, 0.2, -0.1, 0.5, 0.1, 0.3);
        assertEquals(
                Math.sqrt(86 / 64.0 / (134 / 16.0)),
                few.deviationWithoutReplacement(64) / few.deviationWithoutReplacement(16),
                1e-12);
        assertEquals(0.40, few.deviationWithoutReplacement(64) / few.deviationWithoutReplacement(16), 0.005);
        GradientNoise many = new GradientNoise(10_000_000, 0.2, -0.1, 0.5, 0.1, 0.3);
        assertEquals(0.5, many.deviationWithoutReplacement(64) / many.deviationWithoutReplacement(16), 1e-5);
    }
}
