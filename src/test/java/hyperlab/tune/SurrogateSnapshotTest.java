package hyperlab.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SurrogateSnapshotTest {
    private static final SearchSpace SPACE = new FunctionTrialFactory("branin").space();

    private static TuningStudy study(SearchMethod method, TuningObjective objective) {
        return new TuningStudy(null, "branin", SPACE, method, objective, 14, 1, 1);
    }

    @Test
    void proposalsAreTriedNext() {
        List<SurrogateSnapshot> outlooks = new ArrayList<>();
        TuningStudy study = study(new SearchMethod.Bayesian(8), TuningObjective.VALIDATION_LOSS);
        TuningRun run = new TuningRun(study, new FunctionTrialFactory("branin"), Journal.NONE, new StudyListener() {
            @Override
            public void trialsProposed(SurrogateSnapshot outlook) {
                outlooks.add(outlook);
            }
        });
        assertTrue(run.run(Runnable::run, 1, () -> false));
        assertEquals(6, outlooks.size());
        for (int i = 0; i < 6; i++) {
            SurrogateSnapshot outlook = outlooks.get(i);
            assertEquals(8 + i, outlook.trials());
            SurrogateSnapshot.Proposal next = outlook.proposals().get(0);
            assertEquals(8 + i, next.trial());
            assertEquals(run.rows().get(8 + i).values(), outlook.values(next));
            assertTrue(outlook.expectedImprovement(next.point()) > 0);
        }
    }

    @Test
    void usesTheUnitOfTheObjectiveForAnyTrials() {
        List<TrialRecord> rows = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            double x = -5 + 15.0 * i / 11;
            rows.add(new TrialRecord(
                    i,
                    TrialRecord.TrialStatus.COMPLETED,
                    1,
                    0.5 + x / 20,
                    0,
                    Map.of("x", Double.toString(x), "y", Double.toString(15.0 * (i * 5 % 12) / 11)),
                    null));
        }
        SurrogateSnapshot larger = SurrogateSnapshot.of(
                        study(new SearchMethod.RandomSearch(), TuningObjective.VALIDATION_ACCURACY), rows)
                .orElseThrow();
        SurrogateSnapshot smaller = SurrogateSnapshot.of(
                        study(new SearchMethod.RandomSearch(), TuningObjective.VALIDATION_LOSS), rows)
                .orElseThrow();
        assertEquals(1, larger.best(), 1e-12);
        assertEquals(0.25, smaller.best(), 1e-12);
        assertEquals(0.5 + 0.25 / 2, larger.predict(new double[] {0.5, 0.5}).mean(), 0.02);
        assertTrue(
                larger.expectedImprovement(new double[] {1, 0.5}) > larger.expectedImprovement(new double[] {0, 0.5}));
        assertTrue(smaller.expectedImprovement(new double[] {1, 0.5})
                < smaller.expectedImprovement(new double[] {0, 0.5}));
        assertEquals(List.of(), larger.proposals());
    }

    @Test
    void isEmptyForTooFewTrials() {
        TrialRecord diverged = new TrialRecord(
                0, TrialRecord.TrialStatus.DIVERGED, 1, Double.NaN, 0, Map.of("x", "0.0", "y", "1.0"), null);
        assertTrue(SurrogateSnapshot.of(
                        study(new SearchMethod.RandomSearch(), TuningObjective.VALIDATION_LOSS),
                        List.of(diverged, diverged, diverged))
                .isEmpty());
    }
}
