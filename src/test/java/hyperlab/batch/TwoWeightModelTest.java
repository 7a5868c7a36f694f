package hyperlab.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import hyperlab.data.DataSet;
import hyperlab.rule.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TwoWeightModelTest {
    private static final double CLOSE = 1e-12;

    @TempDir
    private Path folder;

    static TwoWeightModel model(TwoWeightModelSettings choice) {
        return TwoWeightModel.of(choice, choice.load(null));
    }

    static Stream<JsonNode> facts() {
        return BatchReferenceValues.each("facts");
    }

    private static TwoWeightModelSettings choice(JsonNode facts) {
        return new TwoWeightModelSettings(
                facts.get("source").asText(),
                null,
                facts.get("x").asText(),
                facts.get("y").asText(),
                facts.get("target").asText(),
                facts.get("odd").asDouble());
    }

    @ParameterizedTest
    @MethodSource("facts")
    void surfaceGradientAndNoiseAgreeWithReferences(JsonNode facts) {
        TwoWeightModel model = model(choice(facts));
        double w1 = facts.at("/point/0").asDouble();
        double w2 = facts.at("/point/1").asDouble();
        QuadraticLoss whole = model.fullLoss();
        assertEquals(facts.get("samples").asInt(), model.samples());
        assertEquals(facts.get("loss").asDouble(), whole.loss(w1, w2), CLOSE);
        assertEquals(facts.at("/gradient/0").asDouble(), whole.gradientX(w1, w2), CLOSE);
        assertEquals(facts.at("/gradient/1").asDouble(), whole.gradientY(w1, w2), CLOSE);
        assertEquals(facts.at("/hessian/0/0").asDouble(), whole.xx(), CLOSE);
        assertEquals(facts.at("/hessian/0/1").asDouble(), whole.xy(), CLOSE);
        assertEquals(facts.at("/hessian/1/1").asDouble(), whole.yy(), CLOSE);
        assertEquals(facts.at("/curvatures/0").asDouble(), whole.smallestCurvature(), CLOSE);
        assertEquals(facts.at("/curvatures/1").asDouble(), whole.largestCurvature(), CLOSE);
        assertEquals(facts.at("/least/0").asDouble(), model.minimumX(), 1e-11);
        assertEquals(facts.at("/least/1").asDouble(), model.minimumY(), 1e-11);
        assertEquals(facts.get("leastLoss").asDouble(), model.minimumLoss(), CLOSE);
        assertEquals(facts.get("loss").asDouble() - facts.get("leastLoss").asDouble(), model.excessLoss(w1, w2), CLOSE);
        GradientNoise noise = GradientNoise.at(model, w1, w2);
        assertEquals(facts.at("/covariance/0/0").asDouble(), noise.xx(), CLOSE);
        assertEquals(facts.at("/covariance/0/1").asDouble(), noise.xy(), CLOSE);
        assertEquals(facts.at("/covariance/1/1").asDouble(), noise.yy(), CLOSE);
        double critical = facts.get("criticalBatch").asDouble();
        assertEquals(critical, noise.criticalBatchSize(), 1e-10 * critical);
    }

    @Test
    void outlierIsLastAndExcludedFromScaling() {
        TwoWeightModelSettings plain = TwoWeightModelSettings.DEFAULT;
        TwoWeightModel without = model(plain);
        TwoWeightModel with = model(plain.withOutlier(6));
        assertEquals(without.samples() + 1, with.samples());
        assertEquals(without.target(17), with.target(17));
        assertTrue(with.isOutlier(150));
        assertFalse(with.isOutlier(149));
        assertEquals(-6, with.target(150));
        assertEquals((2 * 0.5 + 2 * 0.25 + 6) * 2, with.gradientX(150, 0.5, 0.25), CLOSE);
        assertEquals(with.gradientX(150, 0.5, 0.25), with.gradientY(150, 0.5, 0.25));
    }

    @Test
    void batchLossIsMeanOfSampleLosses() {
        TwoWeightModel model = model(TwoWeightModelSettings.DEFAULT);
        int[] order = {99, 3, 140, 77, 0};
        QuadraticLoss batch = model.lossOver(order, 1, 3);
        double x = (model.gradientX(3, 1, 2) + model.gradientX(140, 1, 2) + model.gradientX(77, 1, 2)) / 3;
        assertEquals(x, batch.gradientX(1, 2), CLOSE);
        double mean = IntStream.of(3, 140, 77)
                .mapToDouble(i -> model.lossOver(new int[] {i}, 0, 1).loss(1, 2))
                .average()
                .orElseThrow();
        assertEquals(mean, batch.loss(1, 2), CLOSE);
    }

    @Test
    void columnsVaryAndIncludeNumericTarget() {
        assertEquals(
                List.of("sepalLength", "sepalWidth", "petalLength", "petalWidth"),
                TwoWeightModelSettings.numericColumns(TwoWeightModelSettings.DEFAULT.load(null)));
        DataSet digits = TwoWeightModelSettings.load("digits", null, null);
        assertFalse(TwoWeightModelSettings.numericColumns(digits).contains("pixel00"));
        assertTrue(TwoWeightModelSettings.numericColumns(digits).containsAll(List.of("pixel02", "digit")));
        assertEquals(Set.of(3.0), values(digits, "digit", 3));
        assertFalse(TwoWeightModelSettings.numericColumns(TwoWeightModelSettings.load("wine", null, null))
                .contains("cultivar"));
        List<String> ofDiabetes =
                TwoWeightModelSettings.numericColumns(TwoWeightModelSettings.load("diabetes", null, null));
        assertEquals("progression", ofDiabetes.get(ofDiabetes.size() - 1));
    }

    /** The values of a column in the rows of one class. */
    private static Set<Double> values(DataSet data, String column, int ofClass) {
        double[] numbers = TwoWeightModelSettings.column(data, column, "x");
        return IntStream.range(0, data.samples())
                .filter(row -> data.targets()[row] == ofClass)
                .mapToObj(row -> numbers[row])
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({
        "wine, alcohol, malicAcid, ash",
        "diabetes, age, sex, progression",
        "autoMpg, cylinders, displacement, mpg",
        "digits, pixel64, pixel33, digit",
        "mnist, pixel15_16, pixel18_6, digit",
        "iris, petalWidth, sepalLength, petalLength"
    })
    void everySetHasColumnsToBeginWith(String source, String x, String y, String target) {
        TwoWeightModelSettings usual =
                TwoWeightModelSettings.defaultsFor(source, null, TwoWeightModelSettings.load(source, null, null));
        assertEquals(new TwoWeightModelSettings(source, null, x, y, target, 0), usual);
        assertTrue(model(usual).samples() > 100);
    }

    @Test
    void readsCustomTableFromItsFolder() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "a,b,c\n1,2,3\n2,5,3\n4,1,9\n0,0,1\n");
        DataSet table = TwoWeightModelSettings.load("csv", "t.csv", folder);
        TwoWeightModelSettings usual = TwoWeightModelSettings.defaultsFor("csv", "t.csv", table);
        assertEquals(new TwoWeightModelSettings("csv", "t.csv", "a", "b", "c", 0), usual);
        assertEquals(4, TwoWeightModel.of(usual, usual.load(folder)).samples());
    }

    @Test
    void rejectsRedundantColumns() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "a,b,d,c\n1,2,1,3\n2,4,1,3\n4,8,1,9\n0,0,1,1\n");
        DataSet table = TwoWeightModelSettings.load("csv", "t.csv", folder);
        InvalidInputException multiple = assertThrows(
                InvalidInputException.class,
                () -> TwoWeightModel.of(new TwoWeightModelSettings("csv", "t.csv", "a", "b", "c", 0), table));
        assertEquals("y must not be a multiple of x, got b", multiple.line());
        InvalidInputException unknown = assertThrows(
                InvalidInputException.class,
                () -> TwoWeightModel.of(new TwoWeightModelSettings("csv", "t.csv", "a", "f", "c", 0), table));
        assertEquals("y must be a column of t.csv, got \"f\"", unknown.line());
        assertThrows(
                InvalidInputException.class,
                () -> TwoWeightModel.of(new TwoWeightModelSettings("csv", "t.csv", "a", "d", "c", 0), table));
        Files.writeString(folder.resolve("narrow.csv"), "a,b\n1,2\n2,3\n4,1\n");
        DataSet narrow = TwoWeightModelSettings.load("csv", "narrow.csv", folder);
        assertThrows(
                InvalidInputException.class, () -> TwoWeightModelSettings.defaultsFor("csv", "narrow.csv", narrow));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iris | a | a | c | 0 | y must be a column other than x, got a",
                "iris | a | b | a | 0 | target must be a column other than x and y, got a",
                "iris | a | b | c | -1 | oddSample must be in [0, 20], got -1",
                "csv | a | b | c | 0 | file is only for source csv, got source csv"
            })
    void choiceIsRefusedInOneLine(String source, String x, String y, String target, double odd, String line) {
        InvalidInputException error = assertThrows(
                InvalidInputException.class, () -> new TwoWeightModelSettings(source, null, x, y, target, odd));
        assertEquals(line, error.line());
    }
}
