package hyperlab.lesson.readout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hyperlab.file.BundledCases;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.learn.LinkedDocuments;
import hyperlab.lesson.expression.Expression;
import hyperlab.lesson.expression.RunSelector;
import hyperlab.map.MapSubject;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Readouts agree with values that were computed outside of the program; {@code reference.py} writes them. */
class ReadoutsTest {
    private static final ReadoutCache CACHE = new ReadoutCache(null);

    private static JsonNode reference() throws IOException {
        try (InputStream in = ReadoutsTest.class.getResourceAsStream("/hyperlab/lesson/reference.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        }
    }

    private static double value(Document document, String expression) {
        DocumentReadouts readouts = CACHE.of(document);
        return Expression.of(expression, "test", readouts.names(), List.of()).value(readouts);
    }

    private static double value(String link, String expression) {
        return value(LinkedDocuments.load(link), expression);
    }

    @Test
    void whatFollowsFromTheSettingsNeedsNoRun() {
        Experiment experiment =
                Experiment.DEFAULT.withTraining(Experiment.DEFAULT.training().withEpochs(2));
        Document document = new Document.OfExperiment(experiment);
        ReadoutCache cache = new ReadoutCache(null);
        DocumentReadouts readouts = cache.of(document);
        double rows =
                readouts.value("trainRows", RunSelector.FIRST) + readouts.value("validationRows", RunSelector.FIRST);
        assertEquals(500, rows, "the sample of the standard experiment");
        assertEquals(2, readouts.value("epochs", RunSelector.FIRST));
        double units = readouts.value("hiddenUnits", RunSelector.FIRST);
        assertTrue(readouts.value("parameters", RunSelector.FIRST) > units);
        TrainingValues values = (TrainingValues) cache.values(document);
        assertFalse(values.isTrained());
        assertEquals(2, readouts.value("epoch", RunSelector.FIRST));
        assertTrue(values.isTrained());
    }

    @Test
    void descentsAgreeWithTheirClosedForm() throws IOException {
        JsonNode expected = reference();
        assertEquals(expected.get("x8large").doubleValue(), value("oscillating-rate", "x[8]"), 1e-12);
        assertEquals(
                expected.get("x8").doubleValue(), value("oscillating-rate", "x[8] with (learningRate = 0.1)"), 1e-12);
        assertEquals(expected.get("f20diverging").doubleValue(), value("diverging-rate", "f"), 1e-9);
        assertEquals(
                expected.get("f20at0145").doubleValue(),
                value("oscillating-rate", "f with (learningRate = 0.145)"),
                1e-12);
        assertEquals(0.9, value("oscillating-rate", "factor"), 1e-12);
        assertEquals(4, value("oscillating-rate", "curvature with (curvature = 4)"));
        assertEquals(20, value("oscillating-rate", "steps"));
        assertEquals(3.2, value("oscillating-rate", "distance[0]"));
        assertEquals(3.2, value("oscillating-rate", "gradient[0]"));
        assertEquals(1.9, value("oscillating-rate", "rate"));
        assertEquals(0, value("oscillating-rate", "lowestMinimum"));
        assertEquals(0, value("oscillating-rate", "diverged"));
        // 5.12·0.81ᵏ ≤ 1 first at k = 8
        assertEquals(8, value("oscillating-rate", "stepsTo(1)"));
        assertTrue(Double.isNaN(value("oscillating-rate", "stepsTo(0)")));
        assertTrue(Double.isNaN(value("oscillating-rate", "y")));
        assertTrue(Double.isNaN(value("oscillating-rate", "x of 0.5")));
    }

    @Test
    void optimizersAgreeWithTheirDefinition() throws IOException {
        for (int condition : List.of(20, 100)) {
            String json = condition == 20
                    ? "[{'learningRate': 0.09}, {'learningRate': 0.03, 'optimizer': {'name': 'sgd', 'momentum': 0.9}},"
                            + "{'learningRate': 0.3, 'optimizer': {'name': 'adam'}}]"
                    : "[{'learningRate': 0.0198}, {'learningRate': 0.033, 'optimizer': {'name': 'sgd', 'momentum': 0.67}},"
                            + "{'learningRate': 0.5, 'optimizer': {'name': 'adam'}}]";
            Document document = Documents.parse(
                    ("{'format': 'hyperlab-descent/1', 'function': 'ravine', 'parameters': {'condition': " + condition
                                    + "}, 'start': [-4, 1], 'steps': 40, 'racers': " + json + "}")
                            .replace('\'', '"'),
                    "test");
            JsonNode expected = reference().get("ravine" + condition);
            List<String> names = List.of("sgd", "momentum", "adam");
            for (int k = 0; k < 3; k++) {
                double computed = value(document, "f of " + names.get(k));
                assertEquals(1, computed / expected.get(k).doubleValue(), 1e-9, names.get(k));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "16", "64", "75", "150"})
    void noiseAgreesWithNumPy(int batch) throws IOException {
        assertEquals(
                reference().get("noise").get(Integer.toString(batch)).doubleValue(),
                value("batch-32", "noise(" + batch + ")"),
                1e-9);
    }

    @Test
    void batchesAreCounted() {
        assertEquals(5, value("batch-32", "stepsPerEpoch"));
        assertEquals(22, value("batch-32", "lastBatch"));
        assertEquals(30, value("batch-32", "steps"), "6 epochs");
        assertEquals(150, value("batch-32", "batchSize of 999"));
        assertEquals(1, value("batch-32", "stepsPerEpoch of 150"));
        assertEquals(0.2, value("batch-32", "learningRate"));
        assertEquals(32, value("batch-32", "batchSize"));
        assertTrue(Double.isNaN(value("batch-32", "batchSize of 0.5")));
        assertTrue(Double.isNaN(value("batch-32", "noise(0)")));
        assertEquals(
                Math.pow(value("batch-32", "sampleNoise / gradientNorm"), 2),
                value("batch-32", "criticalBatchSize"),
                1e-9);
        assertEquals(value("batch-32", "sampleNoise / 4"), value("batch-32", "noiseWithReplacement(16)"), 1e-12);
        assertTrue(value("batch-32", "loss < loss[0] and finished and not diverged") == 1);
        assertEquals(-0.75, value("batch-32", "w1[0]"));
        assertEquals(1.15, value("batch-32", "w2[0]"));
    }

    @Test
    void trainingIsSeenAtEveryMoment() {
        DocumentReadouts end = CACHE.of(LinkedDocuments.load("moving-weights"));
        assertEquals(30, end.lastIndex());
        assertTrue(end.changesDuringRun());
        DocumentReadouts early = end.at(3);
        assertEquals(4, early.series("trainLoss", RunSelector.FIRST).length);
        assertEquals(3, early.value("epoch", RunSelector.FIRST));
        assertEquals(3 * 8, early.value("step", RunSelector.FIRST), "120 rows in batches of 16");
        assertEquals(0, early.value("finished", RunSelector.FIRST));
        assertEquals(1, end.value("finished", RunSelector.FIRST));
        assertTrue(Double.isNaN(early.value("weightNorm", RunSelector.FIRST)), "only at the end");
        assertTrue(end.value("weightNorm", RunSelector.FIRST) > 0);
        assertEquals(end.series("trainLoss", RunSelector.FIRST)[3], early.series("trainLoss", RunSelector.FIRST)[3]);
    }

    @Test
    void networksAreCounted() {
        assertEquals(4 * 3 + 3, value("moving-weights", "parameters"));
        assertEquals(4 * 8 + 8 + 8 * 3 + 3, value("moving-weights", "parameters with (hidden = [8])"));
        assertEquals(64, value("dropout", "hiddenUnits"));
        assertEquals(120, value("moving-weights", "trainRows"));
        assertEquals(30, value("moving-weights", "validationRows"));
        assertEquals(0, value("moving-weights", "deadUnits"));
        assertTrue(Double.isNaN(value("moving-weights", "testLoss")), "no test data");
        assertTrue(Double.isNaN(value("moving-weights", "memberLoss(1)")), "one network");
        assertTrue(Double.isNaN(value("moving-weights", "weight of petalWidth")), "three outputs");
        assertTrue(Double.isNaN(value("moving-weights", "saturatedShare")), "no hidden layer");
        double share = value("moving-weights", "saturatedShare with (hidden = [8], activation = tanh)");
        assertTrue(share >= 0 && share < 1, () -> "" + share);
    }

    @Test
    void signalsAreRelativeToTheLastLayer() {
        assertEquals(1, value("sigmoid-10", "backward[10] of sigmoid"), 1e-12);
        assertEquals(value("sigmoid-10", "gradientRatio"), value("sigmoid-10", "backward[1] of sigmoid"));
        assertTrue(Double.isNaN(value("sigmoid-10", "backward[0]")));
        assertTrue(Double.isNaN(value("sigmoid-10", "gradientRatio of tanh")));
        assertTrue(Double.isNaN(value("sigmoid-10", "value(0) of tanh")));
        assertEquals(10, value("sigmoid-10", "layers"));
        assertEquals(0.5, value("sigmoid-10", "value(0)"));
        assertEquals(1, value("sigmoid-10", "slope(2) of relu"));
        assertTrue(value("sigmoid-10", "forward[10] of sigmoid") > 0);
    }

    /** 28 × 28 pixels, kernel 3, stride 2, no padding: ⌊(28 − 3)/2⌋ + 1 = 13. The last row and column are not read. */
    @Test
    void mapsAreCounted() {
        assertEquals(13, value("kernel-3-stride-2", "outputSide"));
        assertEquals(13, value("kernel-3-stride-2", "outputWidth"));
        assertEquals(169, value("kernel-3-stride-2", "positions"));
        assertEquals(28 * 28 - 27 * 27, value("kernel-3-stride-2", "unreadPixels"));
        assertEquals(8 * (9 + 1), value("kernel-3-stride-2", "parameters"));
        assertEquals(169 * 8 * 9, value("kernel-3-stride-2", "multiplyAdds"));
        assertEquals(6, value("kernel-3-stride-2", "pooledSide with (pooling = max)"));
        assertEquals(
                value("kernel-3-stride-2", "maxResponse"),
                Math.max(
                        value("kernel-3-stride-2", "highest(response)"),
                        -value("kernel-3-stride-2", "lowest(response)")));
        assertTrue(value("kernel-3-stride-2", "maxPooled") <= value("kernel-3-stride-2", "maxResponse"));
    }

    /** Nine trials of 1 epoch, three of 3, one of 9. */
    @Test
    void trialsAreCounted() {
        assertEquals(9 + 3 * 2 + 6, value("halving", "epochsUsed"));
        assertEquals(81, value("halving", "fullEpochs"));
        assertEquals(9, value("halving", "trials"));
        assertEquals(8, value("halving", "pruned"));
        assertEquals(1, value("halving", "completed"));
        assertEquals(0, value("halving", "diverged"));
        assertEquals(value("halving", "lowest(value)"), value("halving", "last(best)"));
        assertTrue(value("halving", "distinct of batchSize") <= 4);
        assertTrue(Double.isNaN(value("halving", "distinct of nothing")));
        assertTrue(Double.isNaN(value("halving", "distinct")));
        assertEquals(5, value("branin", "distinct of x with (method = grid, pointsPerAxis = 5)"));
    }

    /** On a parabola with curvature 1, the rate must be below 2(1 + μ); the best momentum at η is (1 − √η)². */
    @Test
    void mapsAgreeWithTheirClosedForm() {
        double columnWidth = 3.99 / 127;
        double rowHeight = 0.99 / 127;
        for (double momentum : new double[] {0, 0.5, 0.8}) {
            double limit = value("momentum-map", "limit(" + momentum + ")");
            double boundary = 2 * (1 + momentum) + rowHeight;
            assertTrue(limit < boundary && limit > boundary - 2 * rowHeight - columnWidth, momentum + ": " + limit);
        }
        double critical = Math.pow(1 - Math.sqrt(0.3), 2);
        assertEquals(critical, value("momentum-map", "bestY(0.3)"), 3 * rowHeight);
        assertEquals(0.01, value("momentum-map", "xLow"));
        assertEquals(4, value("momentum-map", "xHigh"));
        assertEquals(0, value("momentum-map", "yLow"));
        assertEquals(0.99, value("momentum-map", "yHigh"));
        assertEquals(128, value("momentum-map", "columns"));
        assertEquals(128 * 128, value("momentum-map", "runs"));
        assertEquals(0, value("momentum-map", "divergedShare with (xHigh = 1.99)"));
        // The share of the plane above η = 2(1 + μ), which leads from η = 2 at the bottom to 3.98 at the top
        double above = 1 - ((2 - 0.01) + (3.98 - 0.01)) / 2 / 3.99;
        assertEquals(above, value("momentum-map", "divergedShare"), 0.01);
        assertEquals(1, value("momentum-map", "finished"));
        assertTrue(Double.isNaN(value("fractal-map", "limit(1)")), "no learning rate");
    }

    @Test
    void seedsOfAMapAreMapsOfTheirOwn() {
        DocumentReadouts readouts = CACHE.of(LinkedDocuments.load("rate-batch-map"));
        Document second = ((DocumentReadouts) readouts.seeds(2).get(1)).document();
        assertEquals(
                LinkedDocuments.load("rate-batch-map"),
                ((DocumentReadouts) readouts.seeds(2).get(0)).document());
        assertEquals(
                2,
                ((MapSubject.OfExperiment) ((Document.OfMap) second).map().subject())
                        .experiment()
                        .seed());
    }

    @Test
    void casesShowTheirRecord() {
        Document document = new Document.OfCase(BundledCases.named("digits"));
        assertEquals(10, value(document, "seeds"));
        assertEquals(10, value(document, "wins"));
        assertTrue(value(document, "before < after and setBackAlone of activation < before") == 1);
        assertEquals(value(document, "median(before) over 3 seeds"), value(document, "before"));
        assertTrue(value(document, "lowest(beforeScore) <= before") == 1);
        assertTrue(value(document, "highest(afterScore) >= after") == 1);
        assertTrue(value(document, "changedAlone of activation > 0 and linear > 0") == 1);
        assertTrue(Double.isNaN(value(document, "setBackAlone of dropout")));
    }

    @Test
    void seedsBeginWithTheCurrentOne() {
        DocumentReadouts readouts = CACHE.of(LinkedDocuments.load("moving-weights"));
        assertArrayEquals(
                readouts.series("trainLoss", RunSelector.FIRST),
                readouts.seeds(2).get(0).series("trainLoss", RunSelector.FIRST));
        assertFalse(java.util.Arrays.equals(
                readouts.series("trainLoss", RunSelector.FIRST),
                readouts.seeds(2).get(1).series("trainLoss", RunSelector.FIRST)));
    }

    @Test
    void unknownSettingsAreRejected() {
        DocumentReadouts readouts = CACHE.of(LinkedDocuments.load("oscillating-rate"));
        assertThrows(InvalidInputException.class, () -> readouts.with(Map.of("learningRat", "1")));
        assertThrows(InvalidInputException.class, () -> readouts.with(Map.of("learningRate", "-1")));
        assertThrows(InvalidInputException.class, () -> readouts.with(Map.of("function", "\"no such function\"")));
        assertThrows(InvalidInputException.class, () -> LabControls.control(LessonLab.CASES, "seed", "free"));
        assertThrows(IllegalArgumentException.class, () -> CACHE.of(new Document.OfPage("seed")));
    }

    @ParameterizedTest
    @EnumSource(LessonLab.class)
    void everyControlIsFoundByItsNameAndItsEnd(LessonLab lab) {
        for (LabControls.Control control : LabControls.controls(lab)) {
            assertEquals(control, LabControls.control(lab, control.name(), "free"));
            String end = control.name().substring(control.name().lastIndexOf('.') + 1);
            assertEquals(control, LabControls.control(lab, end, "free"), end);
        }
    }

    @Test
    void whoMayChooseAnOptimizerMaySetItsConstants() {
        assertEquals(
                List.of("steps", "optimizer", "momentum"),
                LabControls.withConstants(LessonLab.LEARNING_RATE, List.of("steps", "optimizer")));
        assertEquals(
                List.of("momentum", "optimizer"),
                LabControls.withConstants(LessonLab.LEARNING_RATE, List.of("momentum", "optimizer")));
        assertThrows(
                InvalidInputException.class,
                () -> LabControls.withConstants(LessonLab.LEARNING_RATE, List.of("batchSize")));
    }
}
