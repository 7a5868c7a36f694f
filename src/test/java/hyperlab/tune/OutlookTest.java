package hyperlab.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutlookTest {
    private static final SearchSpace SPACE = new FunctionTrials("branin").space();

    private static Study study(Method method, Objective objective) {
        return new Study(null, "branin", SPACE, method, objective, 14, 1, 1);
    }

    @Test
    void whatItForeseesIsTriedNextAndItKnowsWhatItSaw() {
        List<Outlook> outlooks = new ArrayList<>();
        Study study = study(new Method.Bayesian(8), Objective.VALIDATION_LOSS);
        TuningRun run = new TuningRun(study, new FunctionTrials("branin"), Journal.NONE, new StudyListener() {
            @Override
            public void foreseen(Outlook outlook) {
                outlooks.add(outlook);
            }
        });
        assertTrue(run.run(Runnable::run, 1, () -> false));
        assertEquals(6, outlooks.size());
        for (int i = 0; i < 6; i++) {
            Outlook outlook = outlooks.get(i);
            assertEquals(8 + i, outlook.trials());
            Outlook.Proposal next = outlook.proposals().get(0);
            assertEquals(8 + i, next.trial());
            assertEquals(run.rows().get(8 + i).values(), outlook.values(next));
            assertTrue(outlook.improvement(next.point()) > 0);
        }
    }

    @Test
    void ofAnyTrialsItIsInTheObjectivesUnit() {
        List<TrialRow> rows = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            double x = -5 + 15.0 * i / 11;
            rows.add(new TrialRow(
                    i,
                    TrialRow.State.COMPLETED,
                    1,
                    0.5 + x / 20,
                    0,
                    Map.of("x", Double.toString(x), "y", Double.toString(15.0 * (i * 5 % 12) / 11)),
                    ""));
        }
        Outlook larger = Outlook.of(study(new Method.RandomSearch(), Objective.VALIDATION_ACCURACY), rows)
                .orElseThrow();
        Outlook smaller = Outlook.of(study(new Method.RandomSearch(), Objective.VALIDATION_LOSS), rows)
                .orElseThrow();
        assertEquals(1, larger.best(), 1e-12);
        assertEquals(0.25, smaller.best(), 1e-12);
        assertEquals(0.5 + 0.25 / 2, larger.at(new double[] {0.5, 0.5}).mean(), 0.02);
        assertTrue(larger.improvement(new double[] {1, 0.5}) > larger.improvement(new double[] {0, 0.5}));
        assertTrue(smaller.improvement(new double[] {1, 0.5}) < smaller.improvement(new double[] {0, 0.5}));
        assertEquals(List.of(), larger.proposals());
    }

    @Test
    void tooFewTrialsHaveNone() {
        TrialRow diverged =
                new TrialRow(0, TrialRow.State.DIVERGED, 1, Double.NaN, 0, Map.of("x", "0.0", "y", "1.0"), "");
        assertTrue(Outlook.of(
                        study(new Method.RandomSearch(), Objective.VALIDATION_LOSS),
                        List.of(diverged, diverged, diverged))
                .isEmpty());
    }
}
