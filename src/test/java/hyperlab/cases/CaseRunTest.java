package hyperlab.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.cases.CaseScore.Configuration;
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
    private record ReportedProgress(List<CaseScore> scores, List<Double> shares) {}

    private static ReportedProgress run(CasePlan plan, Metric measure, int threads, int maxRuns) {
        ExecutorService others = Executors.newCachedThreadPool();
        try {
            List<CaseScore> scores = new ArrayList<>();
            List<Double> shares = new ArrayList<>();
            AtomicInteger ended = new AtomicInteger();
            new CaseRun(plan, measure, CaseFixtures::open, threads, others)
                    .run(
                            (results, share) -> {
                                shares.add(share);
                                ended.set(results.size());
                                scores.clear();
                                scores.addAll(results);
                            },
                            () -> ended.get() >= maxRuns);
            return new ReportedProgress(scores, shares);
        } finally {
            others.shutdown();
        }
    }

    private static double accuracyOf(Experiment experiment) {
        TrainingRun run = CaseFixtures.open(experiment);
        run.train(report -> {}, () -> false);
        Evaluation test = run.test();
        return Objects.requireNonNull(test).accuracy();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void eachScoreIsThatOfItsExperimentAloneOnTheTestPart(int threads) {
        CasePlan plan = CaseFixtures.plan(3, 0);
        CaseScores scores =
                CaseScores.of(run(plan, Metric.ACCURACY, threads, 99).scores());

        assertEquals(3, scores.seeds());
        for (int seed = 0; seed < 3; seed++) {
            assertEquals(
                    accuracyOf(plan.before().withSeed(1 + seed)),
                    scores.before().get(seed));
            assertEquals(
                    accuracyOf(plan.after().withSeed(1 + seed)), scores.after().get(seed));
        }
        assertEquals(scores.before(), scores.of(Configuration.setBackAlone(CaseFixtures.RATE)), "the same experiment");
        assertEquals(scores.after(), scores.of(Configuration.changedAlone(CaseFixtures.RATE)), "the same experiment");
        assertEquals(0, scores.folds());
    }

    @Test
    void foldScoresModelTrainedWithoutIt() {
        CasePlan plan = new CasePlan(
                CaseFixtures.experiment("diabetes", 0.3, 4),
                CaseFixtures.experiment("diabetes", 0.5, 4),
                List.of(),
                null,
                1,
                4);
        CaseScores scores = CaseScores.of(run(plan, Metric.RMSE, 2, 99).scores());

        assertEquals(4, scores.folds());
        assertEquals(List.of(), scores.keys());
        for (int fold = 0; fold < 4; fold++) {
            Experiment own = plan.after()
                    .withData(plan.after()
                            .data()
                            .withSplitSettings(
                                    plan.after().data().splitSettings().withFolds(4, fold)));
            TrainingRun run = CaseFixtures.open(own);
            run.train(report -> {}, () -> false);
            assertEquals(
                    Math.sqrt(2 * run.report().validationLoss()),
                    scores.foldsAfter().get(fold),
                    1e-12);
        }
    }

    @Test
    void rmseIsRootOfMeanSquaredError() {
        CasePlan plan = new CasePlan(
                CaseFixtures.experiment("diabetes", 0.3, 4),
                CaseFixtures.experiment("diabetes", 0.5, 4),
                List.of(),
                null,
                1,
                0);
        CaseScores scores = CaseScores.of(run(plan, Metric.RMSE, 1, 99).scores());
        TrainingRun run = CaseFixtures.open(plan.before());
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
    void reportsProgressToCompletion() {
        ReportedProgress reported = run(CaseFixtures.plan(2, 2), Metric.ACCURACY, 1, 99);

        assertEquals(1, reported.shares().get(reported.shares().size() - 1));
        for (int i = 1; i < reported.shares().size(); i++) {
            assertTrue(reported.shares().get(i) >= reported.shares().get(i - 1));
        }
        assertEquals(4 * 2 + 2 * 2, reported.scores().size());
        assertEquals(
                12,
                new CaseRun(CaseFixtures.plan(2, 2), Metric.ACCURACY, CaseFixtures::open, 1, Runnable::run)
                        .trainingCount());
    }

    @Test
    void cancelledRunReturnsCompleteSeeds() {
        ReportedProgress reported = run(CaseFixtures.plan(5, 2), Metric.ACCURACY, 1, 5);
        CaseScores scores = CaseScores.of(reported.scores());

        assertEquals(5, reported.scores().size());
        assertEquals(1, scores.seeds(), "the second seed has its before alone");
        assertEquals(0, scores.folds());
        assertTrue(reported.shares().get(reported.shares().size() - 1) < 1);
    }

    @Test
    void countsSeedsOnlyWithoutGaps() {
        CaseScore second = new CaseScore(Configuration.AFTER, 1, 0.9);
        List<CaseScore> late = List.of(
                new CaseScore(Configuration.BEFORE, 0, 0.5), new CaseScore(Configuration.BEFORE, 1, 0.6), second);
        assertEquals(0, CaseScores.of(late).seeds(), "else it would be taken for the first");
        List<CaseScore> all = new ArrayList<>(late);
        all.add(new CaseScore(Configuration.AFTER, 0, 0.8));
        assertEquals(List.of(0.8, 0.9), CaseScores.of(all).of(Configuration.AFTER));
    }

    @Test
    void errorEndsRun() {
        CaseRun run = new CaseRun(
                CaseFixtures.plan(1, 0),
                Metric.ACCURACY,
                experiment -> {
                    throw new IllegalStateException("no data");
                },
                1,
                Runnable::run);

        assertThrows(IllegalStateException.class, () -> run.run((results, share) -> {}, () -> false));
    }

    @Test
    void runsOnlyThePlannedConfigurations() {
        CasePlan plan = CaseFixtures.plan(1, 0);
        CasePlan without = new CasePlan(plan.before(), plan.after(), List.of(), null, 1, 0);

        List<CaseScore> scores = run(without, Metric.ACCURACY, 1, 99).scores();
        assertEquals(
                List.of(Configuration.BEFORE, Configuration.AFTER),
                scores.stream().map(CaseScore::configuration).toList());
    }
}
