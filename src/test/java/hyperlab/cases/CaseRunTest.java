package hyperlab.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.cases.Score.Part;
import hyperlab.nn.Evaluation;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseRunTest {
    private record Heard(List<Score> scores, List<Double> shares) {}

    private static Heard run(CasePlan plan, Measure measure, int threads, int most) {
        ExecutorService others = Executors.newCachedThreadPool();
        try {
            List<Score> scores = new ArrayList<>();
            List<Double> shares = new ArrayList<>();
            AtomicInteger ended = new AtomicInteger();
            new CaseRun(plan, measure, Held::open, threads, others)
                    .run(
                            (found, share) -> {
                                shares.add(share);
                                ended.set(found.size());
                                scores.clear();
                                scores.addAll(found);
                            },
                            () -> ended.get() >= most);
            return new Heard(scores, shares);
        } finally {
            others.shutdown();
        }
    }

    private static double alone(Experiment experiment) {
        TrainingRun run = Held.open(experiment);
        run.train(report -> {}, () -> false);
        Evaluation test = run.test();
        return Objects.requireNonNull(test).accuracy();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void eachScoreIsThatOfItsExperimentAloneOnTheTestPart(int threads) {
        CasePlan plan = Held.plan(3, 0);
        CaseScores scores =
                CaseScores.of(run(plan, Measure.ACCURACY, threads, 99).scores());

        assertEquals(3, scores.seeds());
        for (int seed = 0; seed < 3; seed++) {
            assertEquals(
                    alone(plan.before().withSeed(1 + seed)), scores.before().get(seed));
            assertEquals(alone(plan.after().withSeed(1 + seed)), scores.after().get(seed));
        }
        assertEquals(scores.before(), scores.setBack(), "the same experiment");
        assertEquals(0, scores.folds());
    }

    @Test
    void aFoldJudgesByItselfWhoTrainedWithoutIt() {
        CasePlan plan =
                new CasePlan(Held.experiment("diabetes", 0.3, 4), Held.experiment("diabetes", 0.5, 4), null, 1, 4);
        CaseScores scores = CaseScores.of(run(plan, Measure.RMSE, 2, 99).scores());

        assertEquals(4, scores.folds());
        assertEquals(List.of(), scores.setBack());
        for (int fold = 0; fold < 4; fold++) {
            Experiment own = plan.after()
                    .withData(plan.after()
                            .data()
                            .withParting(plan.after().data().parting().withFold(4, fold)));
            TrainingRun run = Held.open(own);
            run.train(report -> {}, () -> false);
            assertEquals(
                    Math.sqrt(2 * run.report().validationLoss()),
                    scores.foldsAfter().get(fold),
                    1e-12);
        }
    }

    @Test
    void rmseIsTheRootOfTheMeanSquaredError() {
        CasePlan plan =
                new CasePlan(Held.experiment("diabetes", 0.3, 4), Held.experiment("diabetes", 0.5, 4), null, 1, 0);
        CaseScores scores = CaseScores.of(run(plan, Measure.RMSE, 1, 99).scores());
        TrainingRun run = Held.open(plan.before());
        run.train(report -> {}, () -> false);
        double[] targets = run.partition().test().targets();
        var outputs = run.predict(run.partition().test().features());
        double squares = 0;
        for (int row = 0; row < targets.length; row++) {
            squares += Math.pow(outputs.get(row, 0) - targets[row], 2);
        }

        assertEquals(Math.sqrt(squares / targets.length), scores.before().get(0), 1e-9);
    }

    @Test
    void hearsOfTheWorkAsItGrowsUpToAll() {
        Heard heard = run(Held.plan(2, 2), Measure.ACCURACY, 1, 99);

        assertEquals(1, heard.shares().get(heard.shares().size() - 1));
        for (int i = 1; i < heard.shares().size(); i++) {
            assertTrue(heard.shares().get(i) >= heard.shares().get(i - 1));
        }
        assertEquals(3 * 2 + 2 * 2, heard.scores().size());
        assertEquals(10, new CaseRun(Held.plan(2, 2), Measure.ACCURACY, Held::open, 1, Runnable::run).runs());
    }

    @Test
    void cancelledItLeavesTheWholeSeedsThatItHas() {
        Heard heard = run(Held.plan(5, 2), Measure.ACCURACY, 1, 4);
        CaseScores scores = CaseScores.of(heard.scores());

        assertEquals(4, heard.scores().size());
        assertEquals(1, scores.seeds(), "the second seed has its before alone");
        assertEquals(0, scores.folds());
        assertTrue(heard.shares().get(heard.shares().size() - 1) < 1);
    }

    @Test
    void aSeedAfterAMissingOneWaitsForIt() {
        Score second = new Score(Score.Part.AFTER, 1, 0.9);
        List<Score> late = List.of(new Score(Score.Part.BEFORE, 0, 0.5), new Score(Score.Part.BEFORE, 1, 0.6), second);
        assertEquals(0, CaseScores.of(late).seeds(), "else it would be taken for the first");
        List<Score> all = new ArrayList<>(late);
        all.add(new Score(Score.Part.AFTER, 0, 0.8));
        assertEquals(List.of(0.8, 0.9), CaseScores.of(all).of(Score.Part.AFTER));
    }

    @Test
    void aFaultEndsIt() {
        CaseRun run = new CaseRun(
                Held.plan(1, 0),
                Measure.ACCURACY,
                experiment -> {
                    throw new IllegalStateException("no data");
                },
                1,
                Runnable::run);

        assertThrows(IllegalStateException.class, () -> run.run((found, share) -> {}, () -> false));
    }

    @Test
    void aSetBackThatIsNotRunIsNone() {
        CasePlan plan = Held.plan(1, 0);
        CasePlan without = new CasePlan(plan.before(), plan.after(), null, 1, 0);

        List<Score> scores = run(without, Measure.ACCURACY, 1, 99).scores();
        assertEquals(
                List.of(Part.BEFORE, Part.AFTER),
                scores.stream().map(Score::part).toList());
    }
}
