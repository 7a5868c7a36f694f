package hyperlab.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import hyperlab.data.PredictionTask;
import hyperlab.nn.layer.LayerWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.StreamSupport;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the page's output with plain sums over the final weights of the original's own modules. */
class PlaygroundPageTest {
    private static final int SIDE = 100;

    private static PlaygroundLink link(String text) {
        return PlaygroundLink.parse(text, () -> Double.NaN);
    }

    @ParameterizedTest
    @MethodSource("hyperlab.playground.PlaygroundReferenceTest#cases")
    void outputMatchesTheOriginalAtEveryPoint(JsonNode expected) {
        PlaygroundLink link = link(expected.get("link").asText());
        JsonNode layers = expected.get(expected.has("divergedIn") ? "start" : "end");
        DMatrixRMaj outputs = new PlaygroundPage(link).outputs(weights(layers));

        assertEquals(SIDE * SIDE, outputs.numRows);
        assertEquals(1, outputs.numCols);
        for (int place = 0; place < SIDE * SIDE; place += 37) {
            double x = -6 + 12 * (place % SIDE) / 99.0;
            double y = -6 + 12 * (place / SIDE) / 99.0;
            double output = output(link, layers, x, y);
            double shown = link.display().discretize() ? output >= 0 ? 1 : -1 : output;
            assertEquals(shown, outputs.get(place, 0), 1e-12 * Math.max(1, Math.abs(shown)), x + ", " + y);
        }
    }

    private static List<LayerWeights> weights(JsonNode layers) {
        List<LayerWeights> weights = new ArrayList<>();
        for (JsonNode layer : layers) {
            double[][] rows = StreamSupport.stream(layer.get("weights").spliterator(), false)
                    .map(PlaygroundPageTest::numbers)
                    .toArray(double[][]::new);
            weights.add(new LayerWeights.Dense(rows, numbers(layer.get("bias"))));
        }
        return weights;
    }

    private static double[] numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static double output(PlaygroundLink link, JsonNode layers, double x, double y) {
        double[] values = link.network().inputs().stream()
                .mapToDouble(input -> switch (input) {
                    case X -> x;
                    case Y -> y;
                    case X_SQUARED -> x * x;
                    case Y_SQUARED -> y * y;
                    case X_TIMES_Y -> x * y;
                    case SIN_X -> Math.sin(x);
                    case SIN_Y -> Math.sin(y);
                })
                .toArray();
        boolean classes = link.data().problem() == PredictionTask.CLASSIFICATION;
        DoubleUnaryOperator hidden = switch (link.network().activation()) {
            case TANH -> Math::tanh;
            case RELU -> total -> Math.max(0, total);
            case SIGMOID -> total -> 1 / (1 + Math.exp(-total));
            case LINEAR -> total -> total;
        };
        for (int k = 0; k < layers.size(); k++) {
            boolean last = k == layers.size() - 1;
            DoubleUnaryOperator function = !last ? hidden : classes ? Math::tanh : total -> total;
            double[] next = numbers(layers.get(k).get("bias"));
            for (int unit = 0; unit < next.length; unit++) {
                double[] row = numbers(layers.get(k).get("weights").get(unit));
                for (int source = 0; source < row.length; source++) {
                    next[unit] += row[source] * values[source];
                }
                next[unit] = function.applyAsDouble(next[unit]);
            }
            values = next;
        }
        return values[0];
    }

    @Test
    void showsTestPointsIfTheLinkDoes() {
        PlaygroundPage page = new PlaygroundPage(link("#seed=0.59704"));
        assertEquals(250, page.training().size());
        // playground.md: the original's first training point
        assertEquals(
                new PlaygroundPoint(0.24014491222149606, 0.46035893207186385, 1),
                page.training().get(0));
        assertEquals(List.of(), page.test());
        assertEquals(
                250,
                new PlaygroundPage(link("#seed=0.59704&showTestData=true"))
                        .test()
                        .size());
    }

    @Test
    void omitsPointsOutsideTheBorders() {
        PlaygroundPage page = new PlaygroundPage(link("#seed=1&dataset=gauss&noise=50&showTestData=true"));
        List<PlaygroundPoint> seen = new ArrayList<>(page.training());
        seen.addAll(page.test());
        assertTrue(seen.size() < 500);
        assertTrue(seen.stream().allMatch(point -> Math.max(Math.abs(point.x()), Math.abs(point.y())) <= 6));
    }

    @Test
    void discretizedOutputIsItsSign() {
        PlaygroundExperiment experiment = new PlaygroundExperiment(link("#seed=2&discretize=true"), 1);
        DMatrixRMaj outputs = new PlaygroundPage(experiment.link())
                .outputs(new PlaygroundRun(experiment).resultingWeights().get(0));
        Set<Double> found = new TreeSet<>();
        for (double output : outputs.data) {
            found.add(output);
        }
        assertEquals(Set.of(-1.0, 1.0), found);
    }

    @Test
    void lossesHaveThreeDecimalsAndTiesRoundUp() {
        assertEquals("0.012", PlaygroundPage.formatLoss(0.011562363897663278));
        assertEquals("0.063", PlaygroundPage.formatLoss(0.0625));
        assertEquals("12.000", PlaygroundPage.formatLoss(12));
        assertEquals("NaN", PlaygroundPage.formatLoss(Double.NaN));
    }
}
