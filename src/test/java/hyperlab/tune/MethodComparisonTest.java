package hyperlab.tune;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.train.Experiment;
import hyperlab.train.TrainingSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class MethodComparisonTest {
    private static final double NAN = Double.NaN;

    private static TuningStudy branin(int trials) {
        return new TuningStudy(
                null,
                "branin",
                new FunctionTrialFactory("branin").space(),
                new SearchMethod.RandomSearch(),
                TuningObjective.VALIDATION_LOSS,
                trials,
                1,
                1);
    }

    private static TuningStudy network(SearchMethod method, int trials) {
        return new TuningStudy(
                Experiment.DEFAULT.withTraining(TrainingSettings.DEFAULT.withEpochs(27)),
                null,
                new SearchSpace(
                        List.of(new SearchSpace.Hyperparameter("x", new SearchDimension.LinearDimension(0, 1)))),
                method,
                TuningObjective.VALIDATION_LOSS,
                trials,
                4,
                1);
    }

    private static TrialFactory worth(java.util.function.DoubleUnaryOperator value) {
        return (trial, values) -> (epochs, listener, cancelled) -> new JobResult(
                JobResult.JobOutcome.COMPLETED, epochs, value.applyAsDouble(Double.parseDouble(values.get("x"))), 0);
    }

    @Test
    void budgetIsCountedInEpochsOfWholeTrials() {
        assertEquals(4 * 27, StudyBudget.epochs(network(new SearchMethod.RandomSearch(), 4)));
        assertEquals(5 * 27, StudyBudget.epochs(network(SearchMethod.Bayesian.DEFAULT, 5)));
        // 27 trials to epoch 1, 9 on to epoch 3, 3 on to epoch 9, 1 on to epoch 27
        assertEquals(27 + 9 * 2 + 3 * 6 + 18, StudyBudget.epochs(network(SearchMethod.Halving.DEFAULT, 27)));
        for (SearchMethod method : List.of(SearchMethod.Halving.DEFAULT, SearchMethod.Hyperband.DEFAULT)) {
            TuningStudy within = StudyBudget.withinBudget(network(method, 1), 10);
            assertTrue(StudyBudget.epochs(within) <= 270);
            assertTrue(StudyBudget.epochs(within.withTrials(within.trials() + 1)) > 270);
        }
        assertEquals(9, StudyBudget.trials(branin(11).withMethod(new SearchMethod.Grid(null))));
    }

    @Test
    void curveFallsToTheBestValueOfTheStudy() {
        MethodComparison race = MethodComparison.ofMethods(
                branin(20), List.of(new SearchMethod.RandomSearch(), new SearchMethod.Bayesian(5)), 2);
        for (int method = 0; method < 2; method++) {
            double[] best = race.run(method, 1, study -> new FunctionTrialFactory("branin"), Runnable::run, () -> false)
                    .best();
            assertEquals(20, best.length);
            for (int i = 1; i < best.length; i++) {
                assertTrue(best[i] <= best[i - 1]);
            }
            TuningRun alone = new TuningRun(
                    race.study(method, 1), new FunctionTrialFactory("branin"), Journal.NONE, new StudyListener() {});
            alone.run(Runnable::run, 1, () -> false);
            assertEquals(alone.best().orElseThrow().value(), best[19]);
        }
    }

    @Test
    void successiveHalvingHasNoBestBeforeATrialIsComplete() {
        MethodComparison race = MethodComparison.ofMethods(
                network(new SearchMethod.RandomSearch(), 6), List.of(SearchMethod.Halving.DEFAULT), 1);
        double[] best = race.run(0, 0, study -> worth(x -> x), Runnable::run, () -> false)
                .best();
        assertTrue(Double.isNaN(best[0]));
        assertTrue(Double.isFinite(best[5]));
    }

    @Test
    void winsAreCountedPerSeed() {
        List<List<MethodComparison.BestSoFarCurve>> courses = List.of(
                List.of(course(3, 1), course(2, 2), course(NAN, 5)), List.of(course(2, 2), course(2, 1), course(4, 5)));
        assertArrayEquals(new int[] {0, 2}, MethodComparison.countWins(courses, 1, false));
        assertArrayEquals(new int[] {1, 1}, MethodComparison.countWins(courses, 2, false));
        assertArrayEquals(new int[] {1, 1}, MethodComparison.countWins(courses, 1, true));
    }

    private static MethodComparison.BestSoFarCurve course(double... best) {
        return new MethodComparison.BestSoFarCurve(best);
    }

    @Test
    void manualTrialsHaveACurveToo() {
        TuningStudy study = branin(4);
        List<TrialRecord> rows = java.util.stream.IntStream.range(0, 3)
                .mapToObj(i -> new TrialRecord(
                        i,
                        TrialRecord.TrialStatus.COMPLETED,
                        1,
                        List.of(5.0, 7.0, 2.0).get(i),
                        0,
                        java.util.Map.of(),
                        null))
                .toList();
        assertArrayEquals(
                new double[] {5, 5, 2, 2},
                MethodComparison.BestSoFarCurve.of(study, rows).best());
    }
}
