package hyperlab.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.DataSet;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSplitter;
import hyperlab.data.PredictionTask;
import hyperlab.nn.Evaluation;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import hyperlab.tune.TuningStudy;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {
    private static DataSettings settings(String source) {
        return DataSettings.DEFAULT.withSource(source);
    }

    private static DataSet data(String source) {
        return DataSplitter.load(settings(source), 1, null);
    }

    /** The baseline does better on unseen rows than predicting the most frequent class or the mean. */
    @ParameterizedTest
    @ValueSource(strings = {"iris", "wine", "penguins", "breastCancer", "diabetes", "autoMpg"})
    void learnsWhatThereIs(String source) {
        Experiment baseline = Baseline.of(settings(source), data(source));
        TrainingRun run = CaseFixtures.open(baseline);
        run.train(report -> {}, () -> false);
        Evaluation test = run.test();
        assertNotNull(test);
        double[] targets = run.partition().test().targets();
        if (run.partition().all().task() == PredictionTask.REGRESSION) {
            double mean = Arrays.stream(targets).average().orElseThrow();
            double spread = Arrays.stream(targets)
                    .map(target -> (target - mean) * (target - mean))
                    .average()
                    .orElseThrow();
            assertTrue(2 * test.loss() < 0.7 * spread, test + " against " + spread);
        } else {
            assertTrue(test.accuracy() > 0.85, test.toString());
        }
    }

    @Test
    void usesConvolutionsAndNoScalingForImages() {
        DataSet digits = data("digits");
        Experiment baseline = Baseline.of(settings("digits"), digits);

        assertEquals(1, baseline.network().convolutions().size());
        assertFalse(baseline.data().standardize());
        assertFalse(Baseline.study(baseline, digits).space().keys().contains("data.standardize"));
    }

    @Test
    void holdsOutSameQuarterForEverySeed() {
        Experiment baseline = Baseline.of(settings("iris"), data("iris"));

        assertEquals(0.25, baseline.data().splitSettings().testFraction());
        assertNotNull(baseline.data().splitSettings().splitSeed());
        assertTrue(baseline.data().standardize());
    }

    /** 4/5 of 3/4 of the rows, in batches of 32. */
    @ParameterizedTest
    @CsvSource({"150, 100", "1797, 58", "100000, 5"})
    void fewRowsAreSeenMoreOften(int rows, int epochs) {
        assertEquals(
                epochs,
                Baseline.of(settings("csvless"), numbers(rows, 1)).training().epochs());
    }

    private static DataSet numbers(int rows, double scale) {
        DMatrixRMaj features = new DMatrixRMaj(rows, 1);
        double[] targets = new double[rows];
        for (int row = 0; row < rows; row++) {
            features.set(row, 0, row);
            targets[row] = scale * row / rows;
        }
        return new DataSet("numbers", features, targets, DataSet.Columns.regression(java.util.List.of("x"), "y"));
    }

    @Test
    void rateGrowsWithTargetScale() {
        double small =
                Baseline.of(settings("plane"), numbers(150, 1)).training().learningRate();
        double large =
                Baseline.of(settings("plane"), numbers(150, 1e5)).training().learningRate();

        assertEquals(0.01, small);
        assertEquals(0.3, large);
    }

    @Test
    void usesHalvingForManyRows() {
        DataSet few = numbers(150, 1);
        DataSet many = numbers(9_000, 1);
        TuningStudy small = Baseline.study(Baseline.of(settings("plane"), few), few);
        TuningStudy large = Baseline.study(Baseline.of(settings("plane"), many), many);

        assertEquals("bayesian", small.method().name());
        assertEquals("halving", large.method().name());
        assertTrue(small.space().keys().contains("data.standardize"));
    }
}
