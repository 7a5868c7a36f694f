package hyperlab.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hyperlab.random.RandomStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Compares with scikit-learn; reference.py generates reference.json. */
class GaussianProcessTest {
    private static final GaussianProcess.FitBounds EXACT = GaussianProcess.FitBounds.EXACT;

    private static JsonNode reference;
    private static double[][] inputs;
    private static double[] targets;
    private static double[] standard;
    private static double[] logs;

    @BeforeAll
    static void read() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        try (InputStream stream = GaussianProcessTest.class.getResourceAsStream("reference.json")) {
            reference = mapper.readTree(stream);
        }
        inputs = mapper.convertValue(reference.get("inputs"), double[][].class);
        targets = mapper.convertValue(reference.get("targets"), double[].class);
        logs = mapper.convertValue(reference.get("logs"), double[].class);
        double mean = Arrays.stream(targets).average().orElseThrow();
        double variance = Arrays.stream(targets)
                .map(y -> (y - mean) * (y - mean))
                .average()
                .orElseThrow();
        standard = Arrays.stream(targets)
                .map(y -> (y - mean) / Math.sqrt(variance))
                .toArray();
    }

    @Test
    void marginalLikelihoodAgreesWithScikitLearn() {
        GaussianProcess.LikelihoodMaximizer climb = new GaussianProcess.LikelihoodMaximizer(inputs, standard, EXACT);
        assertEquals(
                reference.get("likelihood").asDouble(), climb.evaluate(logs).likelihood(), 1e-9);
    }

    @Test
    void gradientAgreesWithCentralDifferences() {
        GaussianProcess.LikelihoodMaximizer climb = new GaussianProcess.LikelihoodMaximizer(inputs, standard, EXACT);
        double[] gradient = climb.gradient(logs, climb.evaluate(logs));
        for (int i = 0; i < logs.length; i++) {
            double[] up = logs.clone();
            double[] down = logs.clone();
            up[i] += 1e-5;
            down[i] -= 1e-5;
            double difference =
                    (climb.evaluate(up).likelihood() - climb.evaluate(down).likelihood()) / 2e-5;
            assertEquals(difference, gradient[i], 1e-6 * Math.max(1, Math.abs(difference)));
        }
    }

    @Test
    void predictionsAgreeWithScikitLearn() {
        GaussianProcess process = GaussianProcess.withHyperparameters(inputs, targets, logs);
        double mean = Arrays.stream(targets).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(targets)
                .map(y -> (y - mean) * (y - mean))
                .average()
                .orElseThrow());
        for (int i = 0; i < reference.get("at").size(); i++) {
            double[] at = {
                reference.get("at").get(i).get(0).asDouble(),
                reference.get("at").get(i).get(1).asDouble()
            };
            GaussianProcess.GaussianPrediction belief = process.predict(at);
            assertEquals(mean + deviation * reference.get("means").get(i).asDouble(), belief.mean(), 1e-9);
            assertEquals(deviation * reference.get("deviations").get(i).asDouble(), belief.deviation(), 1e-9);
        }
    }

    @Test
    void optimizationMatchesManyRestartsOfScikitLearn() {
        GaussianProcess process =
                GaussianProcess.fit(inputs, targets, new double[0], RandomStream.named(1, "model"), EXACT);
        assertTrue(
                process.likelihood() > reference.get("best").asDouble() - 0.02,
                process.likelihood() + " against " + reference.get("best"));
    }

    /** How often the slope of the prediction along the first axis changes its sign. */
    private static int turns(GaussianProcess process) {
        int turns = 0;
        double before = 0;
        for (int k = 1; k <= 60; k++) {
            double slope = process.predict(new double[] {k / 60.0, 0.5}).mean()
                    - process.predict(new double[] {(k - 1) / 60.0, 0.5}).mean();
            turns += slope * before < 0 ? 1 : 0;
            before = slope;
        }
        return turns;
    }

    @Test
    void noiseIsNotTakenForARoughFunction() {
        int exactTurns = 0;
        for (int seed = 1; seed <= 6; seed++) {
            RandomStream stream = RandomStream.named(seed, "noise");
            double[][] points = new double[40][];
            double[] costs = new double[40];
            for (int k = 0; k < 40; k++) {
                points[k] = new double[] {stream.nextDouble(0, 1), stream.nextDouble(0, 1)};
                double distance = points[k][0] - 0.6;
                costs[k] = 4 * distance * distance + 0.3 * stream.nextGaussian();
            }
            GaussianProcess noisy = GaussianProcess.fit(
                    points, costs, new double[0], RandomStream.named(seed, "model"), GaussianProcess.FitBounds.NOISY);
            assertTrue(turns(noisy) <= 3, "a valley, and at most one more wave: " + turns(noisy));
            exactTurns = Math.max(
                    exactTurns,
                    turns(GaussianProcess.fit(points, costs, new double[0], RandomStream.named(seed, "model"), EXACT)));
        }
        assertTrue(exactTurns > 5, "with the bounds of exact targets, some are stripes: " + exactTurns);
    }

    @Test
    void handlesEqualTargetsAndEqualInputs() {
        double[][] same = {{0.5}, {0.5}, {0.5}};
        GaussianProcess process =
                GaussianProcess.fit(same, new double[] {2, 2, 2}, new double[0], RandomStream.named(1, "model"), EXACT);
        assertEquals(2, process.predict(new double[] {0.1}).mean(), 1e-9);
    }

    @Test
    void expectedImprovementIsExactFarIntoTheTail() {
        for (JsonNode row : reference.get("improvements")) {
            double z = row.get(0).asDouble();
            double expected = row.get(1).asDouble();
            double tolerance = z < -6 ? 2e-3 : 1e-5;
            assertEquals(1, ExpectedImprovement.of(-z, 1, 0) / expected, tolerance, "at z = " + z);
            assertEquals(
                    2 * ExpectedImprovement.of(-z, 1, 0), ExpectedImprovement.of(7 - 2 * z, 2, 7), 1e-4 * expected);
        }
        assertEquals(0, ExpectedImprovement.of(3, 0, 2));
        assertEquals(0.5, ExpectedImprovement.of(1.5, 0, 2));
    }
}
