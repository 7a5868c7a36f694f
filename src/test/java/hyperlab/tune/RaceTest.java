package hyperlab.tune;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.train.Experiment;
import hyperlab.train.TrainingSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class RaceTest {
    private static final double NAN = Double.NaN;

    private static Study branin(int trials) {
        return new Study(
                null,
                "branin",
                new FunctionTrials("branin").space(),
                new Method.RandomSearch(),
                Objective.VALIDATION_LOSS,
                trials,
                1,
                1);
    }

    private static Study network(Method method, int trials) {
        return new Study(
                Experiment.DEFAULT.withTraining(TrainingSettings.DEFAULT.withEpochs(27)),
                null,
                new SearchSpace(List.of(new SearchSpace.Parameter("x", new Axis.Linear(0, 1)))),
                method,
                Objective.VALIDATION_LOSS,
                trials,
                4,
                1);
    }

    private static Trials worth(java.util.function.DoubleUnaryOperator value) {
        return (trial, values) -> (epochs, listener, cancelled) ->
                new Result(Result.Ending.REACHED, epochs, value.applyAsDouble(Double.parseDouble(values.get("x"))), 0);
    }

    @Test
    void theBudgetIsCountedInEpochsOfWholeTrials() {
        assertEquals(4 * 27, StudyPlan.epochs(network(new Method.RandomSearch(), 4)));
        assertEquals(5 * 27, StudyPlan.epochs(network(Method.Bayesian.DEFAULT, 5)));
        // 27 trials to epoch 1, 9 on to epoch 3, 3 on to epoch 9, 1 on to epoch 27
        assertEquals(27 + 9 * 2 + 3 * 6 + 18, StudyPlan.epochs(network(Method.Halving.DEFAULT, 27)));
        for (Method method : List.of(Method.Halving.DEFAULT, Method.Hyperband.DEFAULT)) {
            Study within = StudyPlan.within(network(method, 1), 10);
            assertTrue(StudyPlan.epochs(within) <= 270);
            assertTrue(StudyPlan.epochs(within.withTrials(within.trials() + 1)) > 270);
        }
        assertEquals(9, StudyPlan.trials(branin(11).withMethod(new Method.Grid(null))));
    }

    @Test
    void aCourseFallsAndEndsAtTheBestOfItsStudy() {
        Race race = new Race(branin(20), List.of(new Method.RandomSearch(), new Method.Bayesian(5)), 2);
        for (int method = 0; method < 2; method++) {
            double[] best = race.run(method, 1, study -> new FunctionTrials("branin"), Runnable::run, () -> false)
                    .best();
            assertEquals(20, best.length);
            for (int i = 1; i < best.length; i++) {
                assertTrue(best[i] <= best[i - 1]);
            }
            TuningRun alone = new TuningRun(
                    race.study(method, 1), new FunctionTrials("branin"), Journal.NONE, new StudyListener() {});
            alone.run(Runnable::run, 1, () -> false);
            assertEquals(alone.best().orElseThrow().value(), best[19]);
        }
    }

    @Test
    void aHalvedSearchHasNoBestBeforeATrialIsWhole() {
        Race race = new Race(network(new Method.RandomSearch(), 6), List.of(Method.Halving.DEFAULT), 1);
        double[] best = race.run(0, 0, study -> worth(x -> x), Runnable::run, () -> false)
                .best();
        assertTrue(Double.isNaN(best[0]));
        assertTrue(Double.isFinite(best[5]));
    }

    @Test
    void whoIsAheadIsCountedSeedBySeed() {
        List<List<Race.Course>> courses = List.of(
                List.of(course(3, 1), course(2, 2), course(NAN, 5)), List.of(course(2, 2), course(2, 1), course(4, 5)));
        assertArrayEquals(new int[] {0, 2}, Race.ahead(courses, 1, false));
        assertArrayEquals(new int[] {1, 1}, Race.ahead(courses, 2, false));
        assertArrayEquals(new int[] {1, 1}, Race.ahead(courses, 1, true));
    }

    private static Race.Course course(double... best) {
        return new Race.Course(best);
    }

    @Test
    void aPersonsTrialsAreACourseToo() {
        Study study = branin(4);
        List<TrialRow> rows = java.util.stream.IntStream.range(0, 3)
                .mapToObj(i -> new TrialRow(
                        i, TrialRow.State.COMPLETED, 1, List.of(5.0, 7.0, 2.0).get(i), 0, java.util.Map.of(), ""))
                .toList();
        assertArrayEquals(new double[] {5, 5, 2, 2}, Race.Course.of(study, rows).best());
    }
}
