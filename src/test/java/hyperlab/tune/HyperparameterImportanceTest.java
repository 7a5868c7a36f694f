package hyperlab.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.random.RandomStream;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class HyperparameterImportanceTest {
    private static HyperparameterImportance of(int rows, int axes, ToDoubleFunction<double[]> f) {
        RandomStream stream = RandomStream.named(3, "points");
        double[][] points = new double[rows][axes];
        double[] targets = new double[rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < axes; j++) {
                points[i][j] = stream.nextDouble();
            }
            targets[i] = f.applyAsDouble(points[i]);
        }
        return HyperparameterImportance.of(points, targets, stream).orElseThrow();
    }

    /** a·x has variance a²/12 over the unit cube, so the shares are 9 : 4 : 0 out of 13. */
    @Test
    void sharesOfASumMatchTheVariancesOfItsTerms() {
        HyperparameterImportance found = of(800, 3, p -> 3 * p[0] + 2 * p[1]);
        assertEquals(9 / 13.0, found.shares().get(0), 0.04);
        assertEquals(4 / 13.0, found.shares().get(1), 0.04);
        assertEquals(0, found.shares().get(2), 0.01);
        assertEquals(0, found.interactions(), 0.04);
        assertEquals(800, found.trials());
    }

    /** (x − ½)(y − ½) + (z − ½)/√12: both terms have variance 1/144, and neither x nor y has a share alone. */
    @Test
    void productCountsAsInteraction() {
        HyperparameterImportance found = of(1000, 3, p -> (p[0] - 0.5) * (p[1] - 0.5) + (p[2] - 0.5) / Math.sqrt(12));
        assertTrue(found.shares().get(0) < 0.06, found.toString());
        assertTrue(found.shares().get(1) < 0.06, found.toString());
        assertEquals(0.5, found.shares().get(2), 0.08);
        assertEquals(0.5, found.interactions(), 0.12);
    }

    /** (x − ½)² has variance 1/180, and so does y/√15. */
    @Test
    void bowlCountsAsMuchAsASlopeOfTheSameVariance() {
        HyperparameterImportance found = of(800, 2, p -> (p[0] - 0.5) * (p[0] - 0.5) + p[1] / Math.sqrt(15));
        assertEquals(0.5, found.shares().get(0), 0.05);
        assertEquals(0.5, found.shares().get(1), 0.05);
    }

    @Test
    void isEmptyForTooFewOrEqualTrials() {
        TuningStudy study = new TuningStudy(
                null,
                "bowl",
                new FunctionTrialFactory("bowl").space(),
                new SearchMethod.RandomSearch(),
                TuningObjective.VALIDATION_LOSS,
                9,
                1,
                1);
        TrialRecord row =
                new TrialRecord(0, TrialRecord.TrialStatus.COMPLETED, 1, 0.5, 0, Map.of("x", "0.5", "y", "0.25"), null);
        assertTrue(HyperparameterImportance.of(study, List.of(row, row, row)).isEmpty());
        assertTrue(HyperparameterImportance.of(study, List.of(row, row, row, row, row, row, row))
                .isEmpty());
    }
}
