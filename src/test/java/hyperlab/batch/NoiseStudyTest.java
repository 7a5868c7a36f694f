package hyperlab.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import hyperlab.descent.DescentMoments;
import hyperlab.descent.DescentPath;
import hyperlab.descent.DescentRunSettings;
import hyperlab.descent.GradientDescent;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NoiseStudyTest {
    private static final ObjectiveFunction PARABOLA = ObjectiveFunctions.of("parabola", Map.of("curvature", 1.0));

    private static DescentRunSettings walk(double rate, double deviation, int batch, long seed, int steps) {
        return new DescentRunSettings(
                List.of(3.2),
                rate,
                Sgd.DEFAULT,
                Schedule.ConstantRate.DEFAULT,
                new DescentRunSettings.GradientErrorSettings(deviation, batch, seed),
                steps);
    }

    private static List<PathDistribution> found(NoiseStudy study) {
        List<List<PathDistribution>> news = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        study.run(
                (results, share) -> {
                    news.add(results);
                    shares.add(share);
                },
                () -> false);
        assertEquals(shares.stream().sorted().distinct().toList(), shares);
        assertEquals(1, shares.get(shares.size() - 1), 1e-12);
        return news.get(news.size() - 1);
    }

    static Stream<JsonNode> chiSquare() {
        return BatchReferenceValues.each("chiSquare");
    }

    @ParameterizedTest
    @MethodSource("chiSquare")
    void varianceIntervalAgreesWithSciPy(JsonNode expected) {
        double freedom = expected.get("freedom").asDouble();
        double close = freedom < 10 ? 1e-2 : 3e-3;
        VarianceEstimate estimate = VarianceEstimate.of(1, freedom);
        double lower = expected.get("lower").asDouble();
        double upper = expected.get("upper").asDouble();
        assertEquals(lower, estimate.lower(), close * lower);
        assertEquals(upper, estimate.upper(), close * upper);
        assertEquals(1, estimate.value());
    }

    @Test
    void varianceIntervalHandlesZeroAndFewSamples() {
        assertEquals(new VarianceEstimate(0, 0, 0), VarianceEstimate.of(0, 5));
        assertEquals(Double.POSITIVE_INFINITY, VarianceEstimate.of(1, 0.1).upper());
    }

    @Test
    void pathsUseConsecutiveSeeds() {
        NoiseStudy study = new NoiseStudy(PARABOLA, walk(0.1, 2, 8, 7, 12), 5);
        PathDistribution cloud = found(study).get(0);
        assertEquals(8, cloud.batchSize());
        assertEquals(5, cloud.pathCount());
        for (int run = 0; run < 5; run++) {
            DescentPath alone = GradientDescent.run(PARABOLA, walk(0.1, 2, 8, 7 + run, 12));
            for (int row = 0; row <= 12; row++) {
                assertEquals(alone.x(row), cloud.coordinate(run, row, 0));
            }
        }
    }

    @Test
    void selectedBatchComesBeforeComparedBatches() {
        assertEquals(List.of(8, 1, 4, 16, 64, 256), new NoiseStudy(PARABOLA, walk(0.1, 1, 8, 1, 5), 2).batchSizes());
        assertEquals(List.of(16, 1, 4, 64, 256), new NoiseStudy(PARABOLA, walk(0.1, 1, 16, 1, 5), 2).batchSizes());
    }

    @Test
    void measuredVarianceAgreesWithClosedForm() {
        NoiseStudy study = new NoiseStudy(PARABOLA, walk(0.1, 2, 1, 42, 60), 2_000);
        int met = 0;
        int asked = 0;
        for (PathDistribution cloud : found(study)) {
            DescentMoments spread = DescentMoments.of(PARABOLA, walk(0.1, 2, cloud.batchSize(), 42, 60))
                    .orElseThrow();
            for (int step : new int[] {1, 5, 20, 60}) {
                VarianceEstimate measured = cloud.variance(cloud.rowAtOrBefore(step));
                double expected = spread.variance(step);
                assertEquals(expected, measured.value(), 0.1 * expected);
                met += measured.lower() <= expected && expected <= measured.upper() ? 1 : 0;
                asked++;
            }
            assertEquals(spread.mean(60, 0), cloud.mean(60, 0), 4 * Math.sqrt(spread.variance(60) / 2_000));
            double floor = spread.stationaryVariance().orElseThrow();
            assertEquals(0.1 * 4 / (cloud.batchSize() * 1.9), floor, 1e-12);
            assertEquals(floor, cloud.variance(60).value(), 0.1 * floor);
        }
        assertTrue(met >= 0.8 * asked, met + " of " + asked);
    }

    /** 400 studies of 30 descents each: a correct 95% interval contains the true value in 93% to 97% of them. */
    @Test
    void intervalHasNominalCoverage() {
        double truth = DescentMoments.of(PARABOLA, walk(0.3, 1, 1, 0, 10))
                .orElseThrow()
                .variance(10);
        int held = 0;
        for (int study = 0; study < 400; study++) {
            PathDistribution empty = PathDistribution.empty(1, 1, 10, true);
            long seed = 1_000L * study;
            VarianceEstimate estimate = empty.withPaths(IntStream.range(0, 30)
                            .mapToObj(
                                    run -> empty.sample(GradientDescent.run(PARABOLA, walk(0.3, 1, 1, seed + run, 10))))
                            .toList())
                    .variance(10);
            held += estimate.lower() <= truth && truth <= estimate.upper() ? 1 : 0;
        }
        assertTrue(held >= 372 && held <= 388, held + " of 400");
    }

    /**
     * The positions in two wells are bimodal, far from normal, which makes the variance more certain than the normal
     * interval.
     */
    @Test
    void usesMeasuredFourthMomentForTwoWells() {
        ObjectiveFunction wells = ObjectiveFunctions.of("doubleWell");
        DescentRunSettings settings = new DescentRunSettings(
                List.of(0.0),
                0.05,
                Sgd.DEFAULT,
                Schedule.ConstantRate.DEFAULT,
                new DescentRunSettings.GradientErrorSettings(3, 1, 42),
                200);
        PathDistribution cloud = found(new NoiseStudy(wells, settings, 400)).get(0);
        VarianceEstimate measured = cloud.variance(200);
        VarianceEstimate asIfNormal = VarianceEstimate.of(measured.value(), 399);
        assertTrue(measured.upper() - measured.lower() < 0.8 * (asIfNormal.upper() - asIfNormal.lower()));
        assertTrue(measured.lower() < measured.value() && measured.value() < measured.upper());
    }

    @Test
    void surfaceSpreadIncludesAllVariables() {
        ObjectiveFunction bowl = ObjectiveFunctions.of("bowl", Map.of("curvatureX", 1.0, "curvatureY", 5.0));
        DescentRunSettings settings = new DescentRunSettings(
                List.of(-3.0, 2.0),
                0.1,
                Sgd.DEFAULT,
                Schedule.ConstantRate.DEFAULT,
                new DescentRunSettings.GradientErrorSettings(1, 1, 42),
                40);
        PathDistribution cloud = found(new NoiseStudy(bowl, settings, 1_000)).get(0);
        DescentMoments spread = DescentMoments.of(bowl, settings).orElseThrow();
        VarianceEstimate measured = cloud.variance(40);
        assertEquals(spread.variance(40), measured.value(), 0.1 * spread.variance(40));
        assertTrue(measured.lower() <= spread.variance(40) && spread.variance(40) <= measured.upper());
        assertEquals(spread.mean(40, 1), cloud.mean(40, 1), 0.05);
    }

    @Test
    void limitsStoredStepsOfLongPaths() {
        PathDistribution cloud = PathDistribution.empty(1, 1, 100_000, true);
        assertEquals(PathDistribution.MAX_ROWS, cloud.rows());
        assertEquals(0, cloud.step(0));
        assertEquals(100_000, cloud.step(cloud.rows() - 1));
        assertEquals(0, cloud.rowAtOrBefore(249));
        assertEquals(1, cloud.rowAtOrBefore(250));
        assertEquals(400, cloud.rowAtOrBefore(100_000));
        assertEquals(1, PathDistribution.empty(1, 1, 0, true).rows());
    }

    @Test
    void divergingPathsCountUntilTheyEnd() {
        DescentRunSettings settings = walk(50, 1, 1, 42, 300);
        PathDistribution cloud = found(new NoiseStudy(PARABOLA, settings, 10)).get(0);
        assertEquals(10, cloud.divergedCount());
        assertEquals(cloud.rows(0), GradientDescent.run(PARABOLA, settings).rows());
        assertTrue(cloud.variance(3).value() > 0);
        assertTrue(Double.isNaN(cloud.variance(300).value()));
        assertEquals(
                VarianceEstimate.UNKNOWN, PathDistribution.empty(1, 1, 5, true).variance(2));
    }

    @Test
    void cancelledStudyReturnsPartialResults() {
        NoiseStudy study = new NoiseStudy(PARABOLA, walk(0.1, 2, 1, 42, 10_000), 100);
        AtomicInteger asked = new AtomicInteger();
        List<Double> shares = new ArrayList<>();
        study.run((results, share) -> shares.add(share), () -> asked.incrementAndGet() > 50);
        assertEquals(51, asked.get());
        assertEquals(5, shares.size());
        assertFalse(shares.contains(1.0));
        assertEquals(10_000L * 100 * 5, study.totalSteps());
    }
}
