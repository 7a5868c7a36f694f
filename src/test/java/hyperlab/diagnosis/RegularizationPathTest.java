package hyperlab.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.DataSet;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSplitter;
import hyperlab.data.SplitOrder;
import hyperlab.diagnosis.RegularizationPath.PenaltyKind;
import hyperlab.rule.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compares with scikit-learn; paths.py, next to paths.csv, generated the numbers. */
class RegularizationPathTest {
    private static DataSet data(String source) {
        return DataSplitter.load(
                new DataSettings(source, null, 0.1, 0.8, SplitOrder.SHUFFLED, false, null, null), 1, null);
    }

    @Test
    void weightsAgreeWithScikitLearn() throws IOException {
        List<String> lines;
        try (InputStream stream = RegularizationPathTest.class.getResourceAsStream("paths.csv")) {
            lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        assertEquals(20, lines.size());
        for (String line : lines) {
            String[] cells = line.split(",", -1);
            RegularizationPath path = RegularizationPath.forLambdas(
                    data(cells[0]), PenaltyKind.valueOf(cells[1]), Double.parseDouble(cells[2]));
            assertEquals(cells.length - 3, path.features().size());
            for (int j = 0; j < path.features().size(); j++) {
                assertEquals(Double.parseDouble(cells[j + 3]), path.weights()[0][j], 1e-7, line);
            }
        }
    }

    @Test
    void l1GraduallyRemovesAllFeatures() {
        RegularizationPath path = RegularizationPath.of(data("diabetes"), PenaltyKind.L1);
        int last = path.lambdas().length - 1;
        assertEquals(List.of(), path.nonzeroFeatures(last));
        assertEquals(2, path.nonzeroFeatures(last - 1).size());
        assertEquals("bmi", path.features().get(path.nonzeroFeatures(last - 1).get(0)));
        assertTrue(path.nonzeroFeatures(0).size() >= 9);
        assertEquals(0.001, path.lambdas()[0] / path.lambdas()[last], 1e-12);
        assertEquals(last, path.nearestIndex(99));
        assertEquals(0, path.nearestIndex(1e-9));
    }

    @Test
    void l2ShrinksButRetainsAllFeatures() {
        RegularizationPath path = RegularizationPath.of(data("diabetes"), PenaltyKind.L2);
        int last = path.lambdas().length - 1;
        assertEquals(10, path.nonzeroFeatures(last).size());
        double before = Double.POSITIVE_INFINITY;
        for (double[] weights : path.weights()) {
            double squares = 0;
            for (double weight : weights) {
                squares += weight * weight;
            }
            assertTrue(squares < before);
            before = squares;
        }
    }

    @Test
    void rejectsThreeClasses() {
        InvalidInputException error =
                assertThrows(InvalidInputException.class, () -> RegularizationPath.of(data("iris"), PenaltyKind.L1));
        assertEquals("data.source must be numbers or two classes for paths of weights, got 3 classes", error.line());
    }
}
