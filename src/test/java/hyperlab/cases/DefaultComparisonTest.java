package hyperlab.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.cases.DefaultComparison.Evidence;
import hyperlab.data.SplitSettings;
import hyperlab.file.ExperimentOverrides;
import hyperlab.file.RunLoader;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingOutcome;
import hyperlab.train.TrainingRun;
import hyperlab.train.TrainingSettings;
import hyperlab.tune.DefaultSearchSpace;
import hyperlab.tune.PairedComparison.Verdict;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningObjective;
import hyperlab.tune.TuningStudy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DefaultComparisonTest {
    private static final int SEEDS = 5;

    private static Experiment experiment(String... assignments) {
        return ExperimentOverrides.with(
                Experiment.DEFAULT.withTraining(TrainingSettings.DEFAULT.withEpochs(2)), List.of(assignments));
    }

    private static TuningStudy study(Experiment experiment, TuningObjective objective) {
        return new TuningStudy(
                experiment, null, DefaultSearchSpace.space(), new SearchMethod.RandomSearch(), objective, 12, 100, 1);
    }

    private static DefaultComparison.Plan plan(
            Experiment experiment, TuningObjective objective, Map<String, String> values) {
        TrialRecord best = new TrialRecord(7, TrialRecord.TrialStatus.COMPLETED, 2, 0.1, 1, values, null);
        return DefaultComparison.Plan.of(study(experiment, objective), best, ExperimentOverrides::with, SEEDS);
    }

    private static DefaultComparison run(DefaultComparison.Plan plan) {
        List<PairedSeedStudy.SeedScore> scores = new ArrayList<>();
        plan.study(new RunLoader(null)::open, 1, Runnable::run)
                .run(
                        (now, share) -> {
                            scores.clear();
                            scores.addAll(now);
                        },
                        () -> false);
        return plan.result(scores);
    }

    private static TrainingRun trained(Experiment experiment) {
        TrainingRun run = new RunLoader(null).open(experiment);
        run.train(report -> {}, () -> false);
        return run;
    }

    @Test
    void bothTrainWithTheSameSeedsThatNoTrialUsed() {
        Map<String, String> values = Map.of("training.learningRate", "0.3");
        DefaultComparison.Plan plan = plan(experiment(), TuningObjective.VALIDATION_LOSS, values);
        // Trials 0 … 11 use the seeds 100 … 111.
        assertEquals(112, plan.standard().seed());
        assertEquals(experiment("training.learningRate=0.3", "seed=112"), plan.tuned());
        DefaultComparison found = run(plan);
        assertEquals(SEEDS, found.seeds());
        for (int k = 0; k < SEEDS; k++) {
            assertEquals(
                    trained(experiment("seed=" + (112 + k))).report().validationLoss(),
                    found.standard().get(k));
            assertEquals(
                    trained(experiment("training.learningRate=0.3", "seed=" + (112 + k)))
                            .report()
                            .validationLoss(),
                    found.best().get(k));
        }
        assertTrue(plan.isAnsweredBy(found));
        assertFalse(plan(experiment(), TuningObjective.VALIDATION_LOSS, Map.of("ensemble", "3"))
                .isAnsweredBy(found));
    }

    @Test
    void anEnsembleUsesNoSeedOfATrial() {
        // The networks of trial 11 use the seeds 111 … 113.
        assertEquals(
                114,
                plan(experiment("ensemble=3"), TuningObjective.VALIDATION_LOSS, Map.of("training.learningRate", "0.3"))
                        .standard()
                        .seed());
    }

    @Test
    void heldOutRowsDecideAndTheQuantityIsThatOfTheStudy() {
        Experiment iris = experiment("data.source=iris", "data.testFraction=0.25", "data.splitSeed=1");
        Map<String, String> values = Map.of("training.learningRate", "0.1");
        DefaultComparison accuracy = run(plan(iris, TuningObjective.VALIDATION_ACCURACY, values));
        assertEquals(Evidence.HELD_OUT, accuracy.evidence());
        assertTrue(accuracy.test());
        TrainingRun first = trained(iris.withSeed(112));
        assertEquals(
                Objects.requireNonNull(first.test()).accuracy(),
                accuracy.standard().get(0));
        DefaultComparison loss = run(plan(iris, TuningObjective.TRAIN_LOSS, values));
        assertEquals(
                Objects.requireNonNull(first.test()).loss(), loss.standard().get(0));
    }

    @Test
    void saysWhetherTheRowsTookPartInTheChoice() {
        Map<String, String> values = Map.of("training.learningRate", "0.1");
        assertEquals(
                Evidence.NEW,
                plan(experiment(), TuningObjective.VALIDATION_LOSS, values).evidence());
        assertEquals(
                Evidence.SEEN,
                plan(experiment("data.source=iris"), TuningObjective.VALIDATION_LOSS, values)
                        .evidence());
        // Without a seed of its own, the split of another seed tests on rows that the study has used.
        Experiment moving = experiment("data.source=iris", "data.testFraction=0.25");
        assertEquals(
                Evidence.SEEN,
                plan(moving, TuningObjective.VALIDATION_LOSS, values).evidence());
        assertEquals(
                Evidence.SEEN,
                plan(
                                moving.withData(moving.data().withSplitSettings(new SplitSettings(0, 1L, 0, 0))),
                                TuningObjective.VALIDATION_LOSS,
                                values)
                        .evidence());
    }

    @Test
    void rejectsABestTrialWithTheDefaultsSettingsOrOtherData() {
        Experiment base = experiment("training.learningRate=0.25");
        InvalidInputException same = assertThrows(
                InvalidInputException.class,
                () -> plan(base, TuningObjective.VALIDATION_LOSS, Map.of("training.learningRate", "0.25")));
        assertEquals(Rule.NOTHING_TUNED, same.rule());
        InvalidInputException other = assertThrows(
                InvalidInputException.class,
                () -> plan(base, TuningObjective.VALIDATION_LOSS, Map.of("data.noise", "0")));
        assertEquals(Rule.SAME_TEST_ROWS, other.rule());
        assertEquals(
                base.withSeed(112).withData(base.data().withStandardize(true)),
                plan(base, TuningObjective.VALIDATION_LOSS, Map.of("data.standardize", "true"))
                        .tuned());
    }

    @Test
    void aDivergedRunHasNoValueAndItsPairDoesNotCount() {
        Experiment wild = experiment("data.source=wine", "data.testFraction=0.25", "data.splitSeed=1");
        DefaultComparison found =
                run(plan(wild, TuningObjective.VALIDATION_LOSS, Map.of("training.learningRate", "1e200")));
        List<Boolean> diverged = new ArrayList<>();
        for (int k = 0; k < SEEDS; k++) {
            TrainingRun alone =
                    trained(ExperimentOverrides.with(wild.withSeed(112 + k), Map.of("training.learningRate", "1e200")));
            diverged.add(alone.outcome() instanceof TrainingOutcome.Diverged);
        }
        assertTrue(diverged.contains(true));
        assertEquals(diverged, found.best().stream().map(value -> value.isNaN()).toList());
        assertEquals(
                Verdict.TOO_FEW,
                found.comparison(TuningObjective.VALIDATION_LOSS).verdict());
    }

    @Test
    void theObjectiveDecidesWhatIsBetter() {
        List<Double> low = List.of(0.10, 0.12, 0.11, 0.13, 0.12);
        List<Double> high = List.of(0.20, 0.23, 0.20, 0.24, 0.21);
        DefaultComparison found = new DefaultComparison(7, 1, Evidence.NEW, false, high, low);
        assertEquals(
                Verdict.BETTER,
                found.comparison(TuningObjective.VALIDATION_LOSS).verdict());
        assertEquals(
                Verdict.WORSE,
                found.comparison(TuningObjective.VALIDATION_ACCURACY).verdict());
        assertThrows(
                InvalidInputException.class,
                () -> new DefaultComparison(7, 1, Evidence.NEW, false, high, List.of(0.1)));
    }
}
