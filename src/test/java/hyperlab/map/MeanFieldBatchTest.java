package hyperlab.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The losses agree with NumPy; the runs in the lanes do not influence each other. */
class MeanFieldBatchTest {
    private static final JsonNode REFERENCE = read();

    private static JsonNode read() {
        try (InputStream stream = MeanFieldBatchTest.class.getResourceAsStream("mean_field.json")) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static MeanFieldProblem problem() {
        return new MeanFieldProblem(
                REFERENCE.get("width").asInt(),
                numbers(REFERENCE.get("weights")),
                numbers(REFERENCE.get("outputWeights")),
                numbers(REFERENCE.get("inputs")),
                numbers(REFERENCE.get("targets")));
    }

    /** The loss after each number of steps, from runs of that many steps side by side. */
    private static double[] losses(double first, double second, int steps, int lanes) {
        MeanFieldBatch.LaneRun[] runs = new MeanFieldBatch.LaneRun[steps + 1];
        Arrays.setAll(runs, k -> new MeanFieldBatch.LaneRun(first, second, k));
        double[] losses = new double[runs.length];
        new MeanFieldBatch(problem(), lanes).run(runs, (run, track) -> losses[run] = track.loss(), () -> false);
        return losses;
    }

    @Test
    void recordedLossesAreThoseOfRunsOfEachLength() {
        int steps = REFERENCE.get("steps").asInt();
        for (JsonNode run : REFERENCE.get("runs")) {
            double[] rates = numbers(run.get("rates"));
            double[] recorded = MeanFieldBatch.losses(
                    problem(), new MeanFieldBatch.LaneRun(rates[0], rates[1], steps), () -> false);
            double[] expected = losses(rates[0], rates[1], steps, 7);
            assertTrue(recorded.length >= 2);
            for (int k = 0; k < recorded.length; k++) {
                assertEquals(expected[k], recorded[k], "step " + k);
            }
        }
    }

    @Test
    void lossesAgreeWithNumPy() {
        int diverged = 0;
        for (JsonNode run : REFERENCE.get("runs")) {
            double[] expected = numbers(run.get("losses"));
            double[] rates = numbers(run.get("rates"));
            double[] actual = losses(rates[0], rates[1], REFERENCE.get("steps").asInt(), 7);
            boolean stops = expected.length < actual.length;
            diverged += stops ? 1 : 0;
            // Near the boundary, rounding errors grow from step to step.
            int compared = rates[0] <= 30 && rates[1] <= 10 ? expected.length : Math.min(9, expected.length);
            for (int step = 0; step < compared; step++) {
                assertEquals(expected[step], actual[step], 1e-9 * expected[step], run.get("rates") + " " + step);
            }
            if (stops) {
                assertEquals(
                        expected[expected.length - 1], actual[actual.length - 1], 1e-6 * expected[expected.length - 1]);
            }
        }
        assertTrue(diverged > 0);
    }

    @Test
    void lanesDoNotInfluenceEachOther() {
        List<MeanFieldBatch.LaneRun> runs = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            runs.add(new MeanFieldBatch.LaneRun(
                    Math.pow(10, i % 9 * 0.5), Math.pow(10, i % 7 * 0.5), 10 + 3 * (i % 13)));
        }
        double[] together = new double[40];
        PixelOutcome[] outcomes = new PixelOutcome[40];
        new MeanFieldBatch(problem(), 16)
                .run(
                        runs.toArray(MeanFieldBatch.LaneRun[]::new),
                        (run, track) -> {
                            together[run] = track.loss();
                            outcomes[run] = track.outcome();
                        },
                        () -> false);
        for (int i = 0; i < 40; i++) {
            int index = i;
            new MeanFieldBatch(problem(), 1)
                    .run(
                            new MeanFieldBatch.LaneRun[] {runs.get(i)},
                            (run, track) -> {
                                assertEquals(together[index], track.loss());
                                assertEquals(outcomes[index], track.outcome());
                            },
                            () -> false);
        }
        assertTrue(Arrays.asList(outcomes).contains(PixelOutcome.DIVERGED));
        assertTrue(Arrays.asList(outcomes).contains(PixelOutcome.CONVERGED));
    }

    private static PixelOutcome outcome(double... losses) {
        MeanFieldBatch.LossTrack track = new MeanFieldBatch.LossTrack();
        track.begin(losses.length - 1);
        for (double loss : losses) {
            if (track.add(loss)) {
                break;
            }
        }
        return track.outcome();
    }

    private static double[] series(int length, java.util.function.IntToDoubleFunction loss) {
        return java.util.stream.IntStream.range(0, length).mapToDouble(loss).toArray();
    }

    @Test
    void outcomesFollowTheirDefinition() {
        assertEquals(PixelOutcome.CONVERGED, outcome(series(60, k -> Math.pow(0.9, k))));
        assertEquals(PixelOutcome.DIVERGED, outcome(1, 0.5, Double.NaN, 0.1));
        assertEquals(PixelOutcome.DIVERGED, outcome(1, 0.5, 2e6, 0.1));
        assertEquals(PixelOutcome.DIVERGED, outcome(series(60, k -> k < 40 ? 0.5 : 0.51)));
        assertEquals(PixelOutcome.OSCILLATING, outcome(series(60, k -> k == 0 ? 2 : k % 2 == 0 ? 1.0 : 0.9)));
        assertEquals(PixelOutcome.CONVERGED, outcome(series(60, k -> k == 0 ? 2 : k % 2 == 0 ? 1.0 : 0.97)));
        assertEquals(PixelOutcome.OSCILLATING, outcome(series(64, k -> k == 0 ? 2 : k % 4 == 0 ? 1.0 : 0.9)));
        assertEquals(PixelOutcome.CONVERGED, outcome(series(64, k -> k == 0 ? 2 : k % 5 == 0 ? 1.0 : 0.9)));
    }
}
