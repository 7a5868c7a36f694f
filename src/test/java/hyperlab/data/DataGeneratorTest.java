package hyperlab.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DataGeneratorTest {
    private static final double EPSILON = 1e-12;

    @ParameterizedTest
    @EnumSource
    void classesAreBalancedInEveryPrefix(DataGenerator generator) {
        double[] targets = generator.generate(101, 0.1, 1).targets();
        if (generator.task() == PredictionTask.CLASSIFICATION) {
            int[] counts = new int[generator.outputs()];
            for (double target : targets) {
                counts[(int) target]++;
                assertTrue(Arrays.stream(counts).max().orElseThrow()
                                - Arrays.stream(counts).min().orElseThrow()
                        <= 1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void dataDependOnlyOnSeed(DataGenerator generator) {
        DataSet data = generator.generate(50, 0.2, 7);

        assertArrayEquals(data.features().data, generator.generate(50, 0.2, 7).features().data);
        assertNotEquals(data.features().data[0], generator.generate(50, 0.2, 8).features().data[0]);
    }

    @ParameterizedTest
    @EnumSource
    void moreSamplesExtendFewerSamples(DataGenerator generator) {
        DataSet few = generator.generate(20, 0.2, 7);
        DataSet many = generator.generate(200, 0.2, 7);

        assertArrayEquals(few.features().data, Arrays.copyOf(many.features().data, few.features().data.length));
        assertArrayEquals(few.targets(), Arrays.copyOf(many.targets(), 20));
    }

    @ParameterizedTest
    @EnumSource
    void noiseShiftsSamePointsProportionally(DataGenerator generator) {
        DataSet clean = generator.generate(50, 0, 3);
        DataSet little = generator.generate(50, 0.01, 3);
        DataSet much = generator.generate(50, 0.04, 3);
        double ratio = generator == DataGenerator.GAUSS ? 2 : 4;

        assertProportional(values(clean), values(little), values(much), ratio);
    }

    @ParameterizedTest
    @EnumSource
    void noiseUsesSeparateRandomStream(DataGenerator generator) {
        RandomStream data = RandomStream.named(1, "data");
        RandomStream sameData = RandomStream.named(1, "data");
        double[] point = new double[generator.features()];
        double[] otherPoint = new double[generator.features()];
        double target = generator.generateRow(0, 0.1, data, RandomStream.named(1, "noise"), point);
        double otherTarget = generator.generateRow(0, 0.1, sameData, RandomStream.named(2, "noise"), otherPoint);

        assertEquals(data.state(), sameData.state());
        if (generator.task() == PredictionTask.CLASSIFICATION) {
            assertNotEquals(point[0], otherPoint[0]);
        } else {
            assertNotEquals(target, otherTarget);
        }
    }

    @ParameterizedTest
    @CsvSource({"CIRCLE,5", "XOR,5.3", "SPIRAL,5", "CHECKER,5", "PLANE,6", "BUMPS,6", "SINE,6"})
    void pointsFillTheirRangeWithoutNoise(DataGenerator generator, double reach) {
        double[] points = generator.generate(4000, 0, 1).features().data;
        double most = Arrays.stream(points).map(Math::abs).max().orElseThrow();

        assertTrue(most <= reach, () -> "reaches " + most);
        assertTrue(most > 0.97 * reach, () -> "reaches " + most);
    }

    @Test
    void circleIsDiskInRing() {
        DataSet data = DataGenerator.CIRCLE.generate(1000, 0, 1);
        for (int row = 0; row < data.samples(); row++) {
            double radius = Math.hypot(x(data, row), y(data, row));
            assertTrue(data.targets()[row] == 1 ? radius <= 2.5 : radius >= 3.5);
        }
    }

    @Test
    void xorIsOneIfSignsAgree() {
        DataSet data = DataGenerator.XOR.generate(1000, 0, 1);
        for (int row = 0; row < data.samples(); row++) {
            assertEquals(data.targets()[row] == 1, x(data, row) * y(data, row) > 0);
            assertTrue(Math.abs(x(data, row)) >= 0.3 && Math.abs(y(data, row)) >= 0.3);
        }
    }

    @Test
    void gaussSpreadsWithNoise() {
        assertEquals(0.5, gaussVariance(0), 0.03);
        assertEquals(4, gaussVariance(0.5), 0.2);
    }

    @Test
    void spiralArmsAreMirrored() {
        DataSet data = DataGenerator.SPIRAL.generate(1000, 0, 1);
        for (int row = 0; row < data.samples(); row++) {
            double radius = Math.hypot(x(data, row), y(data, row));
            double side = data.targets()[row] == 1 ? 1 : -1;
            assertEquals(side * radius * Math.sin(0.7 * Math.PI * radius), x(data, row), 1e-9);
            assertEquals(side * radius * Math.cos(0.7 * Math.PI * radius), y(data, row), 1e-9);
        }
    }

    @Test
    void moonsMatchScikitLearn() {
        DataSet data = DataGenerator.MOONS.generate(1000, 0, 1);
        for (int row = 0; row < data.samples(); row++) {
            boolean upper = data.targets()[row] == 0;
            double offX = upper ? x(data, row) : x(data, row) - 1;
            double offY = upper ? y(data, row) : y(data, row) - 0.5;
            assertEquals(1, Math.hypot(offX, offY), EPSILON);
            assertTrue(upper ? offY >= 0 : offY <= 0);
        }
    }

    @Test
    void blobsAreThreeCloudsAtDistanceFour() {
        DataSet data = DataGenerator.BLOBS.generate(3000, 0, 1);
        double[][] centers = {{0, 4}, {-Math.sqrt(12), -2}, {Math.sqrt(12), -2}};
        for (int label = 0; label < 3; label++) {
            double[] mean = new double[2];
            for (int row = label; row < data.samples(); row += 3) {
                mean[0] += x(data, row) / 1000;
                mean[1] += y(data, row) / 1000;
            }
            assertArrayEquals(centers[label], mean, 0.08);
        }
    }

    @Test
    void checkerUsesAllSquares() {
        DataSet data = DataGenerator.CHECKER.generate(1000, 0, 1);
        boolean[] seen = new boolean[16];
        for (int row = 0; row < data.samples(); row++) {
            int column = (int) Math.floor((x(data, row) + 5) / 2.5);
            int line = (int) Math.floor((y(data, row) + 5) / 2.5);
            assertEquals((column + line) % 2, data.targets()[row]);
            seen[4 * line + column] = true;
        }
        for (boolean square : seen) {
            assertTrue(square);
        }
    }

    @Test
    void regressionsMatchFormulas() {
        DataSet plane = DataGenerator.PLANE.generate(100, 0, 1);
        DataSet sine = DataGenerator.SINE.generate(100, 0, 1);
        for (int row = 0; row < 100; row++) {
            assertEquals((x(plane, row) + y(plane, row)) / 10, plane.targets()[row]);
            assertEquals(Math.sin(sine.features().get(row, 0)), sine.targets()[row], EPSILON);
        }
    }

    @Test
    void bumpsAreSixConesOfAlternatingSign() {
        DataSet bumps = DataGenerator.BUMPS.generate(20_000, 0, 1);
        double[][] peaks = {{-4, 2.5, 1}, {0, 2.5, -1}, {4, 2.5, 1}, {-4, -2.5, -1}, {0, -2.5, 1}, {4, -2.5, -1}};
        for (int row = 0; row < bumps.samples(); row++) {
            double expected = 0;
            for (double[] peak : peaks) {
                double distance = Math.hypot(x(bumps, row) - peak[0], y(bumps, row) - peak[1]);
                expected += peak[2] * Math.max(0, 1 - distance / 2);
            }
            assertEquals(expected, bumps.targets()[row], EPSILON);
        }
        assertTrue(Arrays.stream(bumps.targets()).max().orElseThrow() > 0.95);
        assertTrue(Arrays.stream(bumps.targets()).min().orElseThrow() < -0.95);
    }

    private static double gaussVariance(double noise) {
        DataSet data = DataGenerator.GAUSS.generate(4000, noise, 1);
        double sum = 0;
        for (int row = 0; row < data.samples(); row++) {
            double center = data.targets()[row] == 1 ? 2 : -2;
            sum += Math.pow(x(data, row) - center, 2) + Math.pow(y(data, row) - center, 2);
        }
        return sum / (2 * data.samples());
    }

    private static double[] values(DataSet data) {
        return data.task() == PredictionTask.CLASSIFICATION ? data.features().data : data.targets();
    }

    private static void assertProportional(double[] clean, double[] little, double[] much, double ratio) {
        for (int i = 0; i < clean.length; i++) {
            assertNotEquals(clean[i], little[i]);
            assertEquals(ratio * (little[i] - clean[i]), much[i] - clean[i], 1e-9);
        }
    }

    private static double x(DataSet data, int row) {
        return data.features().get(row, 0);
    }

    private static double y(DataSet data, int row) {
        return data.features().get(row, 1);
    }
}
