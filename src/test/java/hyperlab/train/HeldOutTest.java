package hyperlab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hyperlab.data.DataSet;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.data.SplitOrder;
import hyperlab.data.SplitSettings;
import hyperlab.nn.Evaluation;
import hyperlab.nn.layer.LayerWeights;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The test set is evaluated once, at the end, and influences nothing before. */
class HeldOutTest {
    private static final DataSettings DATA_WITH_TEST_SET = new DataSettings(
                    "wine", null, 0, 0.7, SplitOrder.SHUFFLED, true, null, null)
            .withSplitSettings(SplitSettings.DEFAULT.withTestFraction(0.25).withSplitSeed(3L));

    private static Experiment experiment(int patience) {
        return Experiment.DEFAULT
                .withData(DATA_WITH_TEST_SET)
                .withTraining(TrainingSettings.DEFAULT.withEpochs(12).withPatience(patience));
    }

    /** The same data, but with test rows that would ruin any computation that uses them. */
    private static DataSplit poisoned(DataSplit parts) {
        DMatrixRMaj features = parts.all().features().copy();
        double[] targets = parts.all().targets().clone();
        for (int row : parts.testRows()) {
            for (int column = 0; column < features.numCols; column++) {
                features.set(row, column, -1e3);
            }
            targets[row] = (targets[row] + 1) % 3;
        }
        DataSet data = parts.all();
        return DataSplitter.split(new DataSet(data.name(), features, targets, data.columns()), DATA_WITH_TEST_SET, 1);
    }

    private static List<List<Object>> history(TrainingRun run) {
        List<List<Object>> rows = new ArrayList<>();
        run.train(
                report -> rows.add(List.of(
                        report.trainLoss(),
                        report.validationLoss(),
                        report.trainAccuracy(),
                        report.validationAccuracy())),
                () -> false);
        return rows;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void nothingBeforeTheTestKnowsOfItsRows(int patience) {
        DataSplit parts = DataSplitter.loadAndSplit(DATA_WITH_TEST_SET, 42, null);
        TrainingRun clean = new TrainingRun(experiment(patience), parts, null);
        TrainingRun ruined = new TrainingRun(experiment(patience), poisoned(parts), null);

        assertEquals(history(clean), history(ruined));
        assertEquals(clean.outcome(), ruined.outcome());
        assertArrayEquals(
                parts.standardizer().mean(), ruined.partition().standardizer().mean());
        LayerWeights.Dense first =
                (LayerWeights.Dense) clean.resultingWeights().get(0).get(0);
        LayerWeights.Dense other =
                (LayerWeights.Dense) ruined.resultingWeights().get(0).get(0);
        assertArrayEquals(first.weights(), other.weights());
        Evaluation test = clean.test();
        Evaluation ruinedTest = ruined.test();
        assertNotNull(test);
        assertNotNull(ruinedTest);
        assertNotEquals(test.loss(), ruinedTest.loss(), "and the test itself does see them");
    }

    @Test
    void testsTheFinalWeights() {
        TrainingRun run = new TrainingRun(experiment(3), DataSplitter.loadAndSplit(DATA_WITH_TEST_SET, 42, null), null);
        run.train(report -> {}, () -> false);
        Evaluation test = run.test();
        assertNotNull(test);

        DMatrixRMaj outputs = run.predict(run.partition().test().features());
        double[] targets = run.partition().test().targets();
        int right = 0;
        double loss = 0;
        for (int row = 0; row < targets.length; row++) {
            int best = 0;
            for (int label = 1; label < 3; label++) {
                best = outputs.get(row, label) > outputs.get(row, best) ? label : best;
            }
            right += best == (int) targets[row] ? 1 : 0;
            loss -= Math.log(outputs.get(row, (int) targets[row]));
        }
        assertEquals(right / 44.0, test.accuracy());
        assertEquals(loss / 44, test.loss(), 1e-12);
        assertSame(test, run.test(), "looked at once");
    }

    @Test
    void rejectsTestingDuringARun() {
        TrainingRun run = new TrainingRun(experiment(0), DataSplitter.loadAndSplit(DATA_WITH_TEST_SET, 42, null), null);

        assertThrows(IllegalStateException.class, run::test);
    }

    @Test
    void hasNoResultWithoutHeldOutRows() {
        Experiment without = experiment(0).withData(DATA_WITH_TEST_SET.withSplitSettings(SplitSettings.DEFAULT));
        TrainingRun run = new TrainingRun(without, DataSplitter.loadAndSplit(without.data(), 42, null), null);
        run.train(report -> {}, () -> false);

        assertNull(run.test());
    }
}
