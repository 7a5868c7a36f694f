package hyperlab.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.DataSettings;
import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.data.SplitOrder;
import hyperlab.file.ExperimentOverrides;
import hyperlab.file.RunLoader;
import hyperlab.finding.Argument;
import hyperlab.finding.Finding;
import hyperlab.finding.Message;
import hyperlab.finding.Severity;
import hyperlab.nn.Activation;
import hyperlab.nn.Loss;
import hyperlab.nn.WeightLayer;
import hyperlab.nn.layer.Initializer;
import hyperlab.optim.Adam;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Sgd;
import hyperlab.train.BatchSize;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.NetworkSettings;
import hyperlab.train.TrainingOutcome;
import hyperlab.train.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs with one deliberate problem each, and healthy runs. */
class TrainingDoctorTest {
    private static final Sgd SGD = new Sgd(0, false);
    private static final Activation RELU = new Activation.Relu();
    private static final Activation TANH = new Activation.Tanh();

    @Test
    void reportsDivergedRunAndLowersRate() {
        Experiment faulty = standardized(of("autoMpg", null, List.of(), RELU, SGD, 3, 60));
        Finding<TrainingEvidence, Experiment> found = only(Problem.DIVERGING, faulty);
        assertEquals(TrainingEvidence.Certainty.CERTAIN, found.evidence().certainty());
        assertEquals(0.3, remedy(found).training().learningRate());
        assertEquals(faulty, remedy(found).withTraining(faulty.training()));
    }

    @Test
    void usesSuggestedRateAsRemedy() {
        Experiment faulty = of("digits", 400, List.of(16), RELU, SGD, 50, 10);
        DataSplit partition = DataSplitter.loadAndSplit(faulty.data(), faulty.seed(), null);
        TrainingRun run = new TrainingRun(faulty, partition, null);
        List<EpochReport> rows = new ArrayList<>();
        TrainingOutcome outcome = run.train(rows::add, () -> false);
        LearningRateRangeTest test = LearningRateRangeTest.run(
                faulty, partition, null, new LearningRateRange(1e-4, 50, 200), point -> {}, () -> false);
        LearningRateRangeTest.RateInterval suggestion = test.suggestion();
        assertNotNull(suggestion);
        Finding<TrainingEvidence, Experiment> found = TrainingDoctor.examine(new DiagnosisInput(
                        faulty,
                        DiagnosisInput.DataSummary.of(partition, lossOf(faulty, partition)),
                        rows,
                        outcome,
                        null,
                        null,
                        suggestion.to()))
                .get(0);
        assertEquals(Problem.DIVERGING, found.evidence().problem());
        List<Problem> mended = examined(remedy(found));
        assertTrue(!mended.contains(Problem.DIVERGING), mended.toString());
    }

    /** Applies the first remedy again and again, as a user would, and returns the problems on the way. */
    private static List<Problem> afterTriedRemedies(Experiment start) {
        RunLoader loader = new RunLoader(null);
        List<Problem> problems = new ArrayList<>();
        Experiment now = start;
        for (int round = 0; round < 5; round++) {
            Experiment current = now;
            TrainingRun run = loader.open(current);
            List<EpochReport> rows = new ArrayList<>();
            run.train(rows::add, () -> false);
            List<Finding<TrainingEvidence, Experiment>> found = TrainingDoctor.examine(
                    DiagnosisInput.of(run, rows),
                    () -> suggestedRate(current, run.partition()),
                    (change, problem) -> RemedyTrial.of(loader.open(change), problem, () -> false));
            if (found.isEmpty()) {
                return problems;
            }
            problems.add(found.get(0).evidence().problem());
            assertNotNull(found.get(0).remedy(), () -> "a dead end after " + problems);
            assertNotEquals(current, found.get(0).remedy().change(), "the remedy changes something");
            now = found.get(0).remedy().change();
        }
        return problems;
    }

    private static @Nullable Double suggestedRate(Experiment experiment, DataSplit partition) {
        LearningRateRangeTest.RateInterval suggestion = LearningRateRangeTest.run(
                        experiment, partition, null, LearningRateRange.DEFAULT, point -> {}, () -> false)
                .suggestion();
        return suggestion == null ? null : (Double) suggestion.to();
    }

    @Test
    void triedRemediesLeadOutOfATooLargeRate() {
        Experiment spiral = ExperimentOverrides.with(
                Experiment.DEFAULT, Map.of("data.source", "spiral", "training.learningRate", "10"));
        assertEquals(List.of(Problem.DEAD_UNITS), afterTriedRemedies(spiral), "the suggested rate alone does not help");
        Experiment iris = ExperimentOverrides.with(
                Experiment.DEFAULT,
                Map.of(
                        "data.source",
                        "iris",
                        "training.optimizer.name",
                        "sgd",
                        "network.activation.name",
                        "tanh",
                        "training.learningRate",
                        "10"));
        assertEquals(
                List.of(Problem.DIVERGING, Problem.SATURATED_UNITS),
                afterTriedRemedies(iris),
                "a suggestion that is the current rate is none");
    }

    private static Finding<TrainingEvidence, Experiment> tried(RemedyTrial.Trier trier) {
        Experiment faulty = of("moons", null, List.of(8), new Activation.Sigmoid(), SGD, 2000, 12);
        return TrainingDoctor.examine(lookedAt(faulty), () -> null, trier).get(0);
    }

    private static Message noteOf(Finding<TrainingEvidence, Experiment> finding) {
        Message note = finding.note();
        assertNotNull(note);
        return note;
    }

    @Test
    void saysWhatTrialsOfRemediesShowed() {
        List<Double> rates = new ArrayList<>();
        Finding<TrainingEvidence, Experiment> third = tried((change, problem) -> {
            rates.add(change.training().learningRate());
            assertEquals(Problem.DIVERGING, problem);
            return new RemedyTrial(
                    rates.size() == 3 ? RemedyTrial.TrialResult.CURED : RemedyTrial.TrialResult.FAILED, 12, 0.5);
        });
        assertEquals(List.of(200.0, 20.0, 2.0), rates);
        assertEquals(2, remedy(third).training().learningRate());
        assertEquals(
                Message.of(
                        "doctor.trial.curedAfter", Argument.integer(12), Argument.integer(2), Argument.number(0.5, 3)),
                noteOf(third));

        Finding<TrainingEvidence, Experiment> none =
                tried((change, problem) -> new RemedyTrial(RemedyTrial.TrialResult.FAILED, 12, Double.NaN));
        assertNull(none.remedy(), "nothing that was seen to fail is offered");
        assertEquals("doctor.trial.failed", noteOf(none).key());

        Finding<TrainingEvidence, Experiment> learns = tried((change, problem) -> new RemedyTrial(
                RemedyTrial.TrialResult.LEARNS, 12, change.training().learningRate() == 20 ? 0.2 : 0.3));
        assertEquals(20, remedy(learns).training().learningRate());
        assertEquals("doctor.trial.learns", noteOf(learns).key());

        Finding<TrainingEvidence, Experiment> unknown = tried((change, problem) -> RemedyTrial.UNKNOWN);
        assertEquals(200, remedy(unknown).training().learningRate());
        assertNull(unknown.note(), "without a trial, nothing is said about one");
    }

    @Test
    void reportsLossFarAboveInitialValue() {
        Experiment faulty = of("moons", null, List.of(8), new Activation.Sigmoid(), SGD, 2000, 12);
        Finding<TrainingEvidence, Experiment> found =
                TrainingDoctor.examine(lookedAt(faulty)).get(0);
        assertEquals(Problem.DIVERGING, found.evidence().problem());
        assertTrue(found.evidence().measured() > 2 * found.evidence().reference());
    }

    @Test
    void fixesInitializationIfNoStepWasMade() {
        Experiment wide = of("digits", 200, List.of(16), RELU, SGD, 0.1, 10);
        Experiment faulty = wide.withNetwork(wide.network().withInitializer(new Initializer.Uniform(1e200)));
        Finding<TrainingEvidence, Experiment> found = found(Problem.DIVERGING, faulty);
        assertEquals(0, found.evidence().fromEpoch());
        assertEquals(0, found.evidence().toEpoch());
        assertTrue(found.evidence().inAccuracy());
        assertEquals(wide, remedy(found));
        Experiment given = faulty.withNetwork(faulty.network().withInitialWeights("weights.json"));
        assertEquals(faulty, new Remedies(caseOf(given)).finiteInitialization());
        assertEquals(standardized(wide), new Remedies(caseOf(wide)).finiteInitialization());
        assertNull(new Remedies(caseOf(standardized(wide))).finiteInitialization());
    }

    private static DiagnosisInput caseOf(Experiment experiment) {
        EpochReport row = new EpochReport(0, 0, Double.NaN, Double.NaN, 0.1, 0.1, 0.1, 0, 0);
        return new DiagnosisInput(
                experiment, new DiagnosisInput.DataSummary(1, 1, 1), List.of(row), null, null, null, null);
    }

    /** Training and validation accuracies of epochs 0, 1, …. */
    private static boolean showsInAccuracy(Problem problem, double[] train, double[] validation) {
        List<EpochReport> rows = new ArrayList<>();
        for (int k = 0; k < train.length; k++) {
            rows.add(new EpochReport(k, k, 1, 1, train[k], validation[k], 0.1, 0, 0));
        }
        DiagnosisInput given = new DiagnosisInput(
                Experiment.DEFAULT, new DiagnosisInput.DataSummary(100, 1, 1), rows, null, null, null, null);
        return AccuracyEvidence.confirms(
                given, new TrainingEvidence(problem, TrainingEvidence.Certainty.LIKELY, 1, 1, 1, train.length - 1));
    }

    @Test
    void marksAccuracyOnlyIfItConfirmsLoss() {
        double[] level = {0.1, 0.5, 0.5, 0.5, 0.51};
        double[] rising = {0.1, 0.5, 0.6, 0.7, 0.8};
        double[] falling = {0.9, 0.8, 0.6, 0.5, 0.4};
        double[] leaping = {0.5, 0.7, 0.5, 0.7, 0.5};
        double[] none = {Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        assertTrue(showsInAccuracy(Problem.OVERFIT, rising, level(0.5)));
        assertTrue(!showsInAccuracy(Problem.OVERFIT, rising, rising), "validation rises with it");
        assertTrue(!showsInAccuracy(Problem.OVERFIT, level(0.5), level(0.5)), "nothing is learned");
        assertTrue(showsInAccuracy(Problem.UNDERFIT, level, level));
        assertTrue(!showsInAccuracy(Problem.UNDERFIT, rising, rising));
        assertTrue(showsInAccuracy(Problem.FLAT_AT_PRIOR, level, level));
        assertTrue(!showsInAccuracy(Problem.FLAT_AT_PRIOR, rising, rising));
        assertTrue(showsInAccuracy(Problem.NOISY_BATCH, leaping, leaping));
        assertTrue(!showsInAccuracy(Problem.NOISY_BATCH, rising, rising));
        assertTrue(showsInAccuracy(Problem.DIVERGING, falling, falling));
        assertTrue(!showsInAccuracy(Problem.DIVERGING, rising, rising));
        assertTrue(showsInAccuracy(Problem.TOO_SLOW, level, level));
        assertTrue(!showsInAccuracy(Problem.TOO_SLOW, rising, rising));
        for (Problem problem : Problem.values()) {
            assertTrue(!showsInAccuracy(problem, none, none), "of regression: " + problem);
        }
        assertTrue(!showsInAccuracy(Problem.DEAD_UNITS, level, level), "layers show it");
    }

    private static double[] level(double share) {
        return new double[] {share, share, share, share, share};
    }

    @Test
    void reportsMismatchedScalesAndStandardizes() {
        Experiment faulty = of("wine", null, List.of(8), TANH, SGD, 0.01, 10);
        Finding<TrainingEvidence, Experiment> found =
                TrainingDoctor.examine(lookedAt(faulty)).get(0);
        assertEquals(Problem.UNLIKE_SCALES, found.evidence().problem());
        assertTrue(remedy(found).data().standardize());
        assertTrue(found.evidence().measured() > 1000);
        assertTrue(!examined(remedy(found)).contains(Problem.UNLIKE_SCALES));
    }

    @Test
    void reportsLossFlatAtBaselineAndBreaksSymmetry() {
        Experiment faulty = of("moons", null, List.of(8), RELU, new Adam(0.9, 0.999, 1e-8), 0.01, 10);
        faulty = faulty.withNetwork(faulty.network().withInitializer(new Initializer.Zero()));
        Finding<TrainingEvidence, Experiment> found = found(Problem.FLAT_AT_PRIOR, faulty);
        assertEquals(Math.log(2), found.evidence().reference(), 0.01);
        assertEquals(Initializer.Auto.DEFAULT, remedy(found).network().initializer());
        assertTrue(!examined(remedy(found)).contains(Problem.FLAT_AT_PRIOR));
    }

    @Test
    void addsUnitsToLinearModelOnCircle() {
        Finding<TrainingEvidence, Experiment> found =
                found(Problem.FLAT_AT_PRIOR, of("circle", null, List.of(), RELU, SGD, 0.03, 20));
        assertEquals(List.of(8), remedy(found).network().hidden());
    }

    @Test
    void reportsDeadUnitsAndTheirLayers() {
        Experiment faulty = of("moons", null, List.of(16, 16), RELU, new Adam(0.9, 0.999, 1e-8), 1, 10);
        Finding<TrainingEvidence, Experiment> found = found(Problem.DEAD_UNITS, faulty);
        assertTrue(found.evidence().measured() > 0.4);
        assertTrue(!found.evidence().layers().isEmpty());
        assertEquals(new Activation.LeakyRelu(0.01), remedy(found).network().activation());
        assertTrue(!examined(remedy(found)).contains(Problem.DEAD_UNITS));
    }

    @Test
    void lowersRateIfUnitsDieBeforeLearning() {
        Experiment faulty = of("digits", 400, List.of(32), RELU, new Sgd(0.9, false), 3, 10);
        Finding<TrainingEvidence, Experiment> found = found(Problem.DEAD_UNITS, faulty);
        assertEquals(0.3, remedy(found).training().learningRate());
    }

    @Test
    void reportsOnlyDeadUnitsIfTheyCauseFlatLoss() {
        Experiment faulty = of("digits", 600, List.of(32), RELU, SGD, 2, 20);
        Finding<TrainingEvidence, Experiment> found = only(Problem.DEAD_UNITS, faulty);
        assertEquals(0.2, remedy(found).training().learningRate());
        assertEquals(List.of(), examined(remedy(found)));
    }

    @Test
    void lowersRateIfLossJumpedToBaseline() {
        Finding<TrainingEvidence, Experiment> found =
                found(Problem.FLAT_AT_PRIOR, of("spiral", null, List.of(16), TANH, SGD, 1, 15));
        assertEquals(0.1, remedy(found).training().learningRate());
    }

    @Test
    void doesNotReportZeroInitializedUnitsAsDead() {
        Experiment faulty = of("digits", 300, List.of(16), RELU, SGD, 0.1, 10);
        faulty = faulty.withNetwork(faulty.network().withInitializer(new Initializer.Zero()));
        only(Problem.FLAT_AT_PRIOR, faulty);
    }

    @Test
    void reportsSaturatedUnitsAndChangesInitialization() {
        Experiment faulty = of("spiral", null, List.of(16, 16), TANH, SGD, 0.003, 10);
        faulty = faulty.withNetwork(faulty.network().withInitializer(new Initializer.Uniform(30)));
        Finding<TrainingEvidence, Experiment> found = found(Problem.SATURATED_UNITS, faulty);
        assertTrue(found.evidence().measured() >= 0.5);
        assertEquals(Initializer.Auto.DEFAULT, remedy(found).network().initializer());
        assertTrue(!examined(remedy(found)).contains(Problem.SATURATED_UNITS));
    }

    @Test
    void reportsVanishingGradientAndChangesActivation() {
        Experiment faulty = of("circle", null, List.of(8, 8, 8, 8, 8, 8), new Activation.Sigmoid(), SGD, 0.1, 10);
        Finding<TrainingEvidence, Experiment> found = found(Problem.VANISHING_GRADIENT, faulty);
        assertTrue(found.evidence().measured() < 1e-3);
        assertEquals(2, found.evidence().layers().size());
        assertEquals(RELU, remedy(found).network().activation());
        assertTrue(!examined(remedy(found)).contains(Problem.VANISHING_GRADIENT));
    }

    @Test
    void reportsExplodingGradientAndChangesInitialization() {
        Experiment faulty = of("circle", null, List.of(32, 32, 32, 32), RELU, SGD, 1e-12, 1);
        faulty = faulty.withNetwork(faulty.network().withInitializer(new Initializer.Uniform(4)));
        Finding<TrainingEvidence, Experiment> found = found(Problem.EXPLODING_GRADIENT, faulty);
        assertTrue(found.evidence().measured() > 1e3);
        assertEquals(Initializer.Auto.DEFAULT, remedy(found).network().initializer());
        assertTrue(!examined(remedy(found)).contains(Problem.EXPLODING_GRADIENT));
    }

    @Test
    void reportsNoisyBatchAndEnlargesIt() {
        Experiment faulty = of("moons", null, List.of(8), TANH, SGD, 0.5, 30);
        faulty = faulty.withData(faulty.data().withNoise(0.6));
        faulty = faulty.withTraining(faulty.training().withBatchSize(new BatchSize(1)));
        Finding<TrainingEvidence, Experiment> found = found(Problem.NOISY_BATCH, faulty);
        assertTrue(found.evidence().reference() > 1);
        assertEquals(new BatchSize(4), remedy(found).training().batchSize());
    }

    @Test
    void reportsSlowTrainingAndRaisesRate() {
        Experiment faulty = of("moons", null, List.of(8, 8), TANH, SGD, 1e-4, 30);
        Finding<TrainingEvidence, Experiment> found = only(Problem.TOO_SLOW, faulty);
        assertEquals(1e-3, remedy(found).training().learningRate());
        assertEquals(found.evidence().measured(), found.evidence().reference());
        assertTrue(
                !examined(of("moons", null, List.of(8, 8), TANH, SGD, 0.1, 30)).contains(Problem.TOO_SLOW));
    }

    @Test
    void reportsOverfittingFromBestEpochAndStopsEarly() {
        Experiment faulty = of("moons", 60, List.of(64, 64), RELU, new Adam(0.9, 0.999, 1e-8), 0.01, 200);
        faulty = faulty.withData(faulty.data().withNoise(0.5).withTrainFraction(0.5));
        Finding<TrainingEvidence, Experiment> found = found(Problem.OVERFIT, faulty);
        assertTrue(found.evidence().measured() > 1.05 * found.evidence().reference());
        assertTrue(found.evidence().fromEpoch() < found.evidence().toEpoch());
        assertEquals(20, remedy(found).training().patience());
        assertTrue(!examined(remedy(found)).contains(Problem.OVERFIT));
    }

    /** A large rate raises the loss of a long run again, far above its value at the epoch that generalized best. */
    @Test
    void reportsOverfittingEvenIfTrainingLossJumps() {
        List<EpochReport> rows = new ArrayList<>();
        for (int k = 0; k < 40; k++) {
            double train = k % 3 == 0 ? 0.05 : 1.0 / (k + 1) / (k + 1);
            rows.add(new EpochReport(k, k, train, k < 5 ? 1.0 / (k + 1) : 0.1 * k, 0.9, 0.9, 0.1, 0, 0));
        }
        DiagnosisInput given = new DiagnosisInput(
                Experiment.DEFAULT, new DiagnosisInput.DataSummary(100, 1, 1), rows, null, null, null, null);
        assertEquals(List.of(Problem.OVERFIT), kinds(TrainingDoctor.examine(given)));
    }

    @Test
    void reportsUnderfittingAndAddsUnits() {
        Experiment faulty = of("spiral", null, List.of(2), TANH, new Adam(0.9, 0.999, 1e-8), 0.03, 60);
        Finding<TrainingEvidence, Experiment> found = only(Problem.UNDERFIT, faulty);
        assertEquals(List.of(8), remedy(found).network().hidden());
        assertTrue(found.evidence().measured() > 0.6 * found.evidence().reference());
    }

    static List<Experiment> healthy() {
        Optimizer adam = new Adam(0.9, 0.999, 1e-8);
        return List.of(
                Experiment.DEFAULT,
                of("circle", null, List.of(8), TANH, adam, 0.03, 40),
                of("xor", null, List.of(8), RELU, SGD, 0.1, 60),
                of("gauss", null, List.of(4), TANH, SGD, 0.03, 20),
                of("spiral", null, List.of(16, 16), TANH, adam, 0.01, 100),
                standardized(of("iris", null, List.of(8), RELU, adam, 0.01, 40)),
                standardized(of("wine", null, List.of(8), TANH, SGD, 0.05, 40)),
                standardized(of("breastCancer", null, List.of(8), new Activation.Sigmoid(), adam, 0.01, 15)),
                of("digits", 600, List.of(32), RELU, adam, 0.003, 15),
                standardized(of("autoMpg", null, List.of(16), RELU, adam, 0.01, 40)),
                of("sine", null, List.of(16, 16), TANH, adam, 0.01, 60));
    }

    @ParameterizedTest
    @MethodSource("healthy")
    void reportsNothingForHealthyRuns(Experiment experiment) {
        DataSplit partition = DataSplitter.loadAndSplit(experiment.data(), experiment.seed(), null);
        TrainingRun run = new TrainingRun(experiment, partition, null);
        List<EpochReport> rows = new ArrayList<>(List.of(run.report()));
        while (run.outcome() == null) {
            if (run.step()) {
                rows.add(run.report());
                if (run.epoch() % 5 == 0 || run.outcome() != null) {
                    assertEquals(List.of(), kinds(TrainingDoctor.examine(caseOf(run, rows))), "epoch " + run.epoch());
                }
            }
        }
    }

    private static Experiment standardized(Experiment experiment) {
        return experiment.withData(experiment.data().withStandardize(true));
    }

    private static Experiment of(
            String source,
            @Nullable Integer samples,
            List<Integer> hidden,
            Activation activation,
            Optimizer optimizer,
            double rate,
            int epochs) {
        return Experiment.DEFAULT
                .withData(new DataSettings(source, samples, 0.1, 0.8, SplitOrder.SHUFFLED, false, null, null))
                .withNetwork(NetworkSettings.DEFAULT.withHidden(hidden).withActivation(activation))
                .withTraining(Experiment.DEFAULT
                        .training()
                        .withOptimizer(optimizer)
                        .withLearningRate(rate)
                        .withEpochs(epochs));
    }

    private static Loss lossOf(Experiment experiment, DataSplit partition) {
        return experiment.training().lossFor(partition.all().task());
    }

    private static DiagnosisInput lookedAt(Experiment experiment) {
        DataSplit partition = DataSplitter.loadAndSplit(experiment.data(), experiment.seed(), null);
        TrainingRun run = new TrainingRun(experiment, partition, null);
        List<EpochReport> rows = new ArrayList<>();
        run.train(rows::add, () -> false);
        return caseOf(run, rows);
    }

    private static DiagnosisInput caseOf(TrainingRun run, List<EpochReport> rows) {
        return DiagnosisInput.of(run, rows);
    }

    private static List<Problem> examined(Experiment experiment) {
        return kinds(TrainingDoctor.examine(lookedAt(experiment)));
    }

    private static List<Problem> kinds(List<Finding<TrainingEvidence, Experiment>> findings) {
        return findings.stream().map(finding -> finding.evidence().problem()).toList();
    }

    private static Finding<TrainingEvidence, Experiment> only(Problem problem, Experiment experiment) {
        List<Finding<TrainingEvidence, Experiment>> results = TrainingDoctor.examine(lookedAt(experiment));
        assertEquals(List.of(problem), kinds(results));
        return results.get(0);
    }

    private static Finding<TrainingEvidence, Experiment> found(Problem problem, Experiment experiment) {
        List<Finding<TrainingEvidence, Experiment>> results = TrainingDoctor.examine(lookedAt(experiment));
        return results.stream()
                .filter(finding -> finding.evidence().problem() == problem)
                .findFirst()
                .orElseThrow(() -> new AssertionError(kinds(results)));
    }

    private static Experiment remedy(Finding<TrainingEvidence, Experiment> finding) {
        assertNotNull(finding.remedy());
        return finding.remedy().change();
    }

    @Test
    void runsRangeTestOnlyToLowerRate() {
        Experiment faulty = of("digits", 200, List.of(16), RELU, SGD, 50, 3);
        Experiment tested = faulty.withTraining(faulty.training().withLearningRate(0.2));
        assertEquals(
                tested,
                remedy(TrainingDoctor.examine(lookedAt(faulty), () -> 0.2).get(0)));
        assertEquals(
                5,
                remedy(TrainingDoctor.examine(lookedAt(faulty), () -> null).get(0))
                        .training()
                        .learningRate());
        Experiment slow = of("moons", null, List.of(8, 8), TANH, SGD, 1e-4, 30);
        assertEquals(List.of(Problem.TOO_SLOW), kinds(TrainingDoctor.examine(lookedAt(slow), () -> {
            throw new AssertionError("the rate is not lowered");
        })));
    }

    private static Finding<TrainingEvidence, Experiment> finding(
            Problem problem, double measured, double reference, List<WeightLayer> layers) {
        return TrainingFindings.of(
                new TrainingEvidence(
                        problem, TrainingEvidence.Certainty.LIKELY, measured, reference, 3, 7, layers, false),
                null);
    }

    @Test
    void argumentsIncludeEpochsLayersAndCertainty() {
        WeightLayer hidden = new WeightLayer(0, WeightLayer.LayerKind.HIDDEN, 1, 8, List.of(0), List.of(0, 1));
        WeightLayer output = new WeightLayer(1, WeightLayer.LayerKind.OUTPUT, 1, 2, List.of(2), List.of(2, 3));
        Finding<TrainingEvidence, Experiment> dead = finding(Problem.DEAD_UNITS, 0.5, 0.4, List.of(hidden, output));
        assertEquals("doctor.deadUnits", dead.key());
        assertEquals(Severity.WARNING, dead.severity());
        assertEquals(
                List.of(
                        Argument.number(50, 2),
                        Argument.number(0.4, 3),
                        Argument.integer(3),
                        Argument.integer(7),
                        Argument.list(List.of(
                                Message.of("chart.hiddenLayer", Argument.integer(1)), Message.of("chart.outputLayer"))),
                        Message.of("doctor.certainty.likely")),
                dead.arguments());
        assertEquals(
                Argument.number(0.5, 3),
                finding(Problem.OVERFIT, 0.5, 0.4, List.of()).arguments().get(0));
    }

    @Test
    void nonFiniteLossHasItsOwnText() {
        assertEquals(
                "doctor.diverging", finding(Problem.DIVERGING, 9, 2, List.of()).key());
        Finding<TrainingEvidence, Experiment> overflow = finding(Problem.DIVERGING, Double.NaN, 2, List.of());
        assertEquals("doctor.divergingOverflow", overflow.key());
        assertEquals(Severity.DANGER, overflow.severity());
        assertEquals(Argument.literal(""), overflow.arguments().get(0));
        Finding<TrainingEvidence, Experiment> start =
                finding(Problem.DIVERGING, Double.NaN, Double.POSITIVE_INFINITY, List.of());
        assertEquals("doctor.divergingStart", start.key());
        assertEquals(Argument.literal("∞"), start.arguments().get(1));
    }

    @Test
    void suggestsEachRemedyOnce() {
        Experiment leaky = of("moons", null, List.of(4), new Activation.LeakyRelu(0.01), SGD, 0.1, 3);
        Remedies remedies = new Remedies(lookedAt(leaky));
        assertNull(remedies.leakyActivation());
        Experiment endless = leaky.withTraining(leaky.training().withEpochs(1_000_000));
        assertEquals(
                100, new Remedies(caseOf(endless)).earlyStopping().training().patience());
        Experiment full = leaky.withTraining(
                leaky.training().withBatchSize(BatchSize.FULL).withPatience(3));
        assertNull(new Remedies(lookedAt(full)).largerBatch());
        assertNull(new Remedies(lookedAt(full)).earlyStopping());
    }
}
