package hyperlab.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.cases.CaseScore.Configuration;
import hyperlab.data.PredictionTask;
import hyperlab.data.SplitSettings;
import hyperlab.nn.Evaluation;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import hyperlab.train.PairedDifference;
import hyperlab.tune.TuningStudy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseTest {
    private static final CaseScores THREE = CaseScores.of(List.of(0.5, 0.75, 0.5), List.of(0.75, 1.0, 0.5))
            .withFolds(List.of(0.5, 0.5), List.of(0.25, 1.0));

    private static String line(Executable executable) {
        return assertThrows(InvalidInputException.class, executable).getMessage();
    }

    private static Case of(TuningStudy study, List<String> tuned, CaseScores scores) {
        return new Case("iris", CaseFixtures.plan(3, 2), tuned, study, List.of(), Metric.ACCURACY, scores);
    }

    private static TuningStudy study(String key) {
        return CaseFixtures.study(CaseFixtures.plan(3, 2).before(), key);
    }

    @Test
    void storesItsParts() {
        Case workedCase = of(study(CaseFixtures.RATE), List.of(CaseFixtures.RATE), CaseScores.NONE);

        assertEquals(CaseFixtures.RATE, workedCase.mainKey());
        assertEquals(0.001, workedCase.before().training().learningRate());
        assertEquals(0.05, workedCase.after().training().learningRate());
        assertEquals(THREE, workedCase.withRecordedScores(THREE).recordedScores());
    }

    @Test
    void rejectsStudyThatSelectsTestRows() {
        assertEquals(
                "study.space must not contain a key that determines the test rows, got data.splitSeed",
                line(() -> of(study("data.splitSeed"), List.of("data.splitSeed"), CaseScores.NONE)));
        Experiment other = CaseFixtures.plan(3, 2).before();
        Experiment open = other.withData(other.data().withSplitSettings(SplitSettings.DEFAULT));
        assertEquals(
                "study.experiment.data must hold out the same rows as before.data",
                line(() ->
                        of(CaseFixtures.study(open, CaseFixtures.RATE), List.of(CaseFixtures.RATE), CaseScores.NONE)));
        assertEquals(
                "study.experiment must be given: a case needs data",
                line(() -> of(
                        new TuningStudy(
                                null,
                                "branin",
                                study(CaseFixtures.RATE).space(),
                                study(CaseFixtures.RATE).method(),
                                study(CaseFixtures.RATE).objective(),
                                1,
                                1,
                                1),
                        List.of(CaseFixtures.RATE),
                        CaseScores.NONE)));
    }

    @Test
    void rejectsKeysThatWereNotSearched() {
        assertEquals(
                "tuned must be among the keys that the study searches, got network.hidden",
                line(() -> of(study(CaseFixtures.RATE), List.of("network.hidden"), CaseScores.NONE)));
        assertEquals(
                "tuned must be one key or more, each once, got []",
                line(() -> of(study(CaseFixtures.RATE), List.of(), CaseScores.NONE)));
        assertTrue(
                line(() -> of(study(CaseFixtures.RATE), List.of(CaseFixtures.RATE, CaseFixtures.RATE), CaseScores.NONE))
                        .startsWith("tuned must be one key or more, each once"));
        assertEquals(
                "name must be given",
                line(() -> new Case(
                        " ",
                        CaseFixtures.plan(3, 2),
                        List.of(CaseFixtures.RATE),
                        study(CaseFixtures.RATE),
                        List.of(),
                        Metric.ACCURACY,
                        CaseScores.NONE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../x/evil", "/tmp/evil", "a/b", "a\\b", "C:x", "..", ".hidden", "a\nb"})
    void nameLeadsToNoOtherFolder(String name) {
        assertTrue(line(() -> new Case(
                        name,
                        CaseFixtures.plan(3, 2),
                        List.of(CaseFixtures.RATE),
                        study(CaseFixtures.RATE),
                        List.of(),
                        Metric.ACCURACY,
                        CaseScores.NONE))
                .startsWith("name must be a plain name of at most 100 characters"));
    }

    @Test
    void rejectsRecordOfOtherSeedsOrFolds() {
        List<Double> two = List.of(0.5, 0.5);
        List<Double> three = List.of(0.5, 0.5, 0.5);
        CaseScores ofTwo = CaseScores.of(two, two).withFolds(two, two);
        CaseScores ofThreeFolds = CaseScores.of(three, three).withFolds(three, three);

        assertEquals(
                "recorded.before must be as many numbers as seeds, 3, got 2",
                line(() -> of(study(CaseFixtures.RATE), List.of(CaseFixtures.RATE), ofTwo)));
        assertEquals(
                "recorded.foldsBefore must be as many numbers as folds, 2, got 3",
                line(() -> of(study(CaseFixtures.RATE), List.of(CaseFixtures.RATE), ofThreeFolds)));
    }

    @Test
    void rejectsUnpairedScores() {
        List<Double> one = List.of(0.5);

        assertEquals("after must be as many numbers as before, 1, got 0", line(() -> CaseScores.of(one, List.of())));
        assertEquals(
                "setBackAlone.seed must be as many numbers as before, 1, got 2",
                line(() -> CaseScores.of(one, one).with(Configuration.setBackAlone("seed"), List.of(1.0, 1.0))));
        assertEquals(
                "changedAlone.seed must be as many numbers as before, 1, got 2",
                line(() -> CaseScores.of(one, one).with(Configuration.changedAlone("seed"), List.of(1.0, 1.0))));
        assertEquals(
                "linear must be as many numbers as before, 1, got 2",
                line(() -> CaseScores.of(one, one).with(Configuration.LINEAR, List.of(1.0, 1.0))));
        assertEquals(
                "foldsAfter must be as many numbers as foldsBefore, 1, got 0",
                line(() -> CaseScores.of(one, one).withFolds(one, List.of())));
    }

    @Test
    void rejectsPlanWithInvalidTest() {
        CasePlan plan = CaseFixtures.plan(1, 0);
        Experiment before = plan.before();
        SplitSettings split = before.data().splitSettings();

        assertEquals(
                "before.data.testFraction must be > 0: the result of tuning is judged on held-out rows, got 0",
                line(() -> new CasePlan(
                        before.withData(before.data().withSplitSettings(split.withTestFraction(0))),
                        before,
                        List.of(),
                        null,
                        1,
                        0)));
        assertEquals(
                "after.data.splitSeed must be given, so that every seed holds out the same rows",
                line(() -> new CasePlan(
                        before,
                        before.withData(before.data().withSplitSettings(split.withSplitSeed(null))),
                        List.of(),
                        null,
                        1,
                        0)));
        assertEquals(
                "after.data must hold out the same rows as before.data",
                line(() -> new CasePlan(
                        before,
                        before.withData(before.data().withSplitSettings(split.withSplitSeed(8L))),
                        List.of(),
                        null,
                        1,
                        0)));
        assertEquals("seeds must be a whole number from 1 to 256, got 0", line(() -> plan.withSeeds(0)));
        assertEquals("folds must be a whole number from 2 to 20, got 1", line(() -> plan.withFolds(1)));
        assertEquals(7, plan.withSeeds(7).seeds());
    }

    @Test
    void computesDifferenceFromBeforeToAfter() {
        PairedDifference difference = THREE.difference();

        assertEquals(3, difference.pairs());
        assertEquals(2, difference.higherCount());
        assertEquals(0.5 / 3, difference.mean(), 1e-15);
        assertEquals(THREE.foldsAfter(), THREE.of(Configuration.FOLD_AFTER));
        assertEquals(1.0, THREE.array(Configuration.AFTER)[1]);
    }

    @Test
    void findsFirstDifferingScore() {
        CaseScores fewer = CaseScores.of(List.of(0.5), List.of(0.75))
                .with(Configuration.changedAlone("seed"), List.of(0.1))
                .withFolds(List.of(0.5), List.of(0.25));
        CaseScores other = CaseScores.of(List.of(0.5, 0.75), List.of(0.75, 0.9));

        assertNull(THREE.firstDifference(THREE, Metric.ACCURACY));
        assertNull(THREE.firstDifference(fewer, Metric.ACCURACY), "what both have is the same");
        assertEquals(new CaseScore(Configuration.AFTER, 1, 0.9), THREE.firstDifference(other, Metric.ACCURACY));
        CaseScores changed = THREE.with(Configuration.changedAlone("seed"), List.of(0.5, 0.5, 0.5));
        assertEquals(
                new CaseScore(Configuration.changedAlone("seed"), 0, 0.1),
                changed.firstDifference(fewer, Metric.ACCURACY));
        assertEquals(1 + 1 + 1 + 1 + 1, changed.commonCount(fewer));
        assertEquals(3 + 3 + 3 + 2 + 2, changed.count());
    }

    @Test
    void keepsTheFirstSeedsOfEveryConfigurationAndAllFolds() {
        CaseScores two =
                THREE.with(Configuration.LINEAR, List.of(0.1, 0.2, 0.3)).firstSeeds(2);

        assertEquals(2, two.seeds());
        assertEquals(List.of(0.75, 1.0), two.after());
        assertEquals(List.of(0.1, 0.2), two.of(Configuration.LINEAR));
        assertEquals(2, two.folds());
        assertEquals(3, THREE.firstSeeds(9).seeds());
    }

    @Test
    void rejectsReferenceThatIsNotLinearOrHoldsOtherRowsOut() {
        CasePlan plan = CaseFixtures.plan(1, 0);
        Experiment flat = plan.before().withNetwork(plan.before().network().withHidden(List.of()));

        assertEquals(flat, plan.withLinear(flat).linear());
        assertEquals(5, plan.withLinear(flat).withSeeds(1).trainingCount());
        assertEquals(
                "linear.network must have no hidden layers and no convolutions: the reference is linear",
                line(() -> plan.withLinear(plan.before())));
        SplitSettings split = flat.data().splitSettings();
        assertEquals(
                "linear.data must hold out the same rows as before.data",
                line(() -> plan.withLinear(flat.withData(flat.data().withSplitSettings(split.withSplitSeed(8L))))));
    }

    @Test
    void toleratesOnlyRounding() {
        assertTrue(Metric.RMSE.isEqual(60, 60 + 5e-5));
        assertFalse(Metric.RMSE.isEqual(60, 60 + 1e-4));
        assertFalse(Metric.ACCURACY.isEqual(36 / 37.0, 35 / 37.0));
        assertTrue(Metric.RMSE.isEqual(Double.NaN, Double.NaN));
        assertFalse(Metric.RMSE.isEqual(Double.NaN, 1));
    }

    @Test
    void metricsDependOnTask() {
        assertEquals(Metric.ACCURACY, Metric.of(PredictionTask.CLASSIFICATION));
        assertEquals(Metric.RMSE, Metric.of(PredictionTask.REGRESSION));
        assertTrue(Metric.ACCURACY.isLargerBetter());
        assertFalse(Metric.RMSE.isLargerBetter());
        assertEquals(0.75, Metric.ACCURACY.of(new Evaluation(2, 0.75)));
        assertEquals(2, Metric.RMSE.of(new Evaluation(2, Double.NaN)));
    }

    @Test
    void crossValidationRejectsSingleFold() {
        assertEquals(
                "folds must be a whole number from 2 to 20, got 1",
                line(() -> new CrossValidation(CaseFixtures.plan(1, 0).before(), 1)));
    }
}
