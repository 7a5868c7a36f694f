package hyperlab.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.activation.DepthSettings.DepthComparison;
import hyperlab.activation.DepthSettings.DepthLine;
import hyperlab.activation.DepthSettings.WeightInitialization;
import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.nn.Activation;
import hyperlab.train.Experiment;
import hyperlab.train.IncrementalStudy;
import hyperlab.train.Quantiles;
import hyperlab.train.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Compares each study with individual trainings, and checks what the lab demonstrates. */
class ActivationStudiesTest {
    private static final ActivationTrainingSettings MOONS =
            new ActivationTrainingSettings("moons", List.of(6, 6), 0.1, 4, 3);

    private static <R> List<List<R>> reports(IncrementalStudy<R> study) {
        List<List<R>> reports = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        study.run(
                (results, share) -> {
                    reports.add(results);
                    shares.add(share);
                },
                () -> false);
        assertEquals(1, shares.get(shares.size() - 1));
        assertEquals(shares.stream().sorted().toList(), shares);
        return reports;
    }

    private static <R> List<R> results(IncrementalStudy<R> study) {
        List<List<R>> reports = reports(study);
        return reports.get(reports.size() - 1);
    }

    /** Runs a study that is canceled after this many checks for cancellation. */
    private static <R> List<List<R>> cancelledAfter(int checks, IncrementalStudy<R> study) {
        AtomicInteger remaining = new AtomicInteger(checks);
        List<List<R>> reports = new ArrayList<>();
        study.run((results, share) -> reports.add(results), () -> remaining.getAndDecrement() <= 0);
        return reports;
    }

    @Test
    void raceLaneMatchesIndividualTrainings() {
        Activation tanh = new Activation.Tanh();
        List<ActivationRaceStudy.FunctionCurves> lanes =
                results(new ActivationRaceStudy(MOONS, List.of(new Activation.Relu(), tanh), 5, 1, Runnable::run));
        List<Double> losses = new ArrayList<>();
        for (int seed = 5; seed < 8; seed++) {
            Experiment experiment = MOONS.experiment(tanh, seed);
            DataSplit partition = DataSplitter.loadAndSplit(experiment.data(), seed, null);
            TrainingRun run = new TrainingRun(experiment, partition, null);
            run.train(report -> {}, () -> false);
            losses.add(run.report().trainLoss());
        }
        Quantiles alone = Quantiles.of(losses.stream().mapToDouble(loss -> loss).toArray());
        assertEquals(alone, lanes.get(1).trainLoss().get(4));
        assertEquals(4, lanes.get(1).epochs());
        assertEquals(Math.log(2), lanes.get(0).baselineLoss(), 0.01);
    }

    @Test
    void raceIsIndependentOfThreadCount() throws InterruptedException {
        List<Activation> functions = ActivationConstants.DEFAULT.sevenFunctions();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<ActivationRaceStudy.FunctionCurves> some =
                results(new ActivationRaceStudy(MOONS, functions, 1, 3, threads));
        threads.shutdown();
        assertEquals(results(new ActivationRaceStudy(MOONS, functions, 1, 1, Runnable::run)), some);
    }

    @Test
    void ranksDivergedTrainingLast() {
        List<ActivationRaceStudy.FunctionCurves> lanes = results(new ActivationRaceStudy(
                MOONS.withLearningRate(1e6), List.of(new Activation.Linear()), 1, 1, Runnable::run));
        assertEquals(3, lanes.get(0).diverged().get(4));
        assertTrue(Double.isNaN(lanes.get(0).trainLoss().get(4).median()));
    }

    @Test
    void deepSigmoidNetworkFailsWhereReluLearns() {
        ActivationTrainingSettings deep = new ActivationTrainingSettings("moons", List.of(8, 8, 8, 8, 8), 0.1, 25, 1);
        List<ActivationRaceStudy.FunctionCurves> lanes = results(new ActivationRaceStudy(
                deep, List.of(new Activation.Sigmoid(), new Activation.Relu()), 42, 1, Runnable::run));
        assertTrue(
                lanes.get(0).trainLoss().get(25).median() > 0.98 * lanes.get(0).baselineLoss());
        assertTrue(
                lanes.get(1).trainLoss().get(25).median() < 0.6 * lanes.get(1).baselineLoss());
    }

    @Test
    void slopesStartEqualAndMatchTheTrainedNetwork() {
        List<PreluSlopeStudy.EpochSlopes> slopes =
                results(new PreluSlopeStudy(MOONS.withSeeds(1), 0.3, 5, 1, Runnable::run));
        assertEquals(5, slopes.size());
        assertEquals(
                new Quantiles(0.3, 0.3, 0.3, 0.3, 0.3), slopes.get(0).slopes().get(1));
        Experiment experiment = MOONS.experiment(new Activation.Prelu(0.3), 5);
        TrainingRun run = new TrainingRun(experiment, DataSplitter.loadAndSplit(experiment.data(), 5, null), null);
        run.train(report -> {}, () -> false);
        double[] learned = run.network().parameters().get(5).values();
        assertEquals(1, learned.length);
        assertEquals(learned[0], slopes.get(4).slopes().get(1).median());
        assertEquals(run.report().trainLoss(), slopes.get(4).loss().median());
    }

    @Test
    void maxoutLearnsAbsoluteValueWithTwoLines() {
        MaxoutStudy.MaxoutFit last =
                last(new MaxoutStudy(MaxoutCurve.ABSOLUTE, 2, MaxoutStudy.DEFAULT_LEARNING_RATE, 40, 42));
        assertTrue(last.loss() < 1e-3);
        assertEquals(2, last.countUsedLines(MaxoutCurve.X_LIMIT));
        for (double x = -3; x <= 3; x += 0.5) {
            assertEquals(Math.abs(x), last.output(x), 0.1);
        }
    }

    @Test
    void moreLinesFitParabolaBetterButNeverASine() {
        double two = last(new MaxoutStudy(MaxoutCurve.PARABOLA, 2, MaxoutStudy.DEFAULT_LEARNING_RATE, 30, 43))
                .loss();
        double five = last(new MaxoutStudy(MaxoutCurve.PARABOLA, 5, MaxoutStudy.DEFAULT_LEARNING_RATE, 30, 43))
                .loss();
        assertTrue(five < two / 2, five + " against " + two);
        MaxoutStudy.MaxoutFit sine =
                last(new MaxoutStudy(MaxoutCurve.SINE, 8, MaxoutStudy.DEFAULT_LEARNING_RATE, 40, 42));
        assertTrue(sine.loss() > 0.02);
    }

    @Test
    void weightSignSelectsUpperOrLowerEnvelope() {
        List<Double> slopes = List.of(-1.0, 1.0, 0.0);
        List<Double> offsets = List.of(0.0, 0.0, -5.0);
        MaxoutStudy.MaxoutFit upper = new MaxoutStudy.MaxoutFit(0, slopes, offsets, 1, 0, false);
        assertEquals(2, upper.output(2));
        assertEquals(2, upper.countUsedLines(3));
        MaxoutStudy.MaxoutFit lower = new MaxoutStudy.MaxoutFit(0, slopes, offsets, -1, 0, false);
        assertEquals(-5, lower.output(2));
        assertEquals(1, lower.countUsedLines(3));
    }

    @Test
    void divergedFitRetainsLastFiniteLines() {
        List<MaxoutStudy.MaxoutFit> fits = results(new MaxoutStudy(MaxoutCurve.PARABOLA, 2, 1e6, 5, 42));
        MaxoutStudy.MaxoutFit last = fits.get(5);
        assertTrue(last.diverged());
        assertTrue(last.slopes().stream().allMatch(Double::isFinite));
    }

    private static MaxoutStudy.MaxoutFit last(MaxoutStudy study) {
        List<MaxoutStudy.MaxoutFit> fits = results(study);
        return fits.get(fits.size() - 1);
    }

    @Test
    void ratesGrowBySquareRootOfTwoToTheMaximum() {
        assertEquals(2, DeadUnitsStudy.rateAt(2, DeadUnitsStudy.RATE_COUNT - 1));
        assertEquals(1, DeadUnitsStudy.rateAt(2, DeadUnitsStudy.RATE_COUNT - 3), 1e-15);
        assertEquals(0.125, DeadUnitsStudy.rateAt(2, 0), 1e-15);
    }

    @Test
    void onlyLargeRatesKillRelus() {
        ActivationTrainingSettings digits = new ActivationTrainingSettings("iris", List.of(16, 16), 3, 4, 2);
        List<DeadUnitsStudy.DeadUnitsResult> deaths = results(new DeadUnitsStudy(digits, 0.01, 42, 1, Runnable::run));
        assertEquals(DeadUnitsStudy.RATE_COUNT, deaths.size());
        double small = deaths.get(0).deadShare().median();
        double large = deaths.get(DeadUnitsStudy.RATE_COUNT - 1).deadShare().median();
        assertTrue(large > small + 0.1, large + " against " + small);
    }

    @Test
    void countsDivergedTrainingsSeparately() {
        List<DeadUnitsStudy.DeadUnitsResult> deaths =
                results(new DeadUnitsStudy(MOONS.withLearningRate(1e9).withEpochs(2), 0.5, 42, 1, Runnable::run));
        DeadUnitsStudy.DeadUnitsResult last = deaths.get(DeadUnitsStudy.RATE_COUNT - 1);
        assertEquals(3, last.leakyDiverged());
        assertTrue(Double.isNaN(last.oneSidedShare().median()));
    }

    @Test
    void linearLayersCollapseToOneLayer() {
        ActivationTrainingSettings choice = new ActivationTrainingSettings("moons", List.of(8, 8), 0.1, 30, 1);
        List<LinearStudy.LinearSnapshot> snapshots = results(new LinearStudy(choice, new Activation.Relu(), 42));
        assertEquals(31, snapshots.size());
        LinearStudy.LinearSnapshot last = snapshots.get(30);
        assertTrue(last.comparison().maxDifference() < 1e-12);
        assertEquals(last.single().report().trainLoss(), last.deep().report().trainLoss(), 0.02);
        assertTrue(last.nonlinear().report().trainLoss() < last.deep().report().trainLoss() / 2);
        assertFalse(last.deep().diverged());
    }

    @Test
    void divergedNetworkRetainsLastFiniteMap() {
        ActivationTrainingSettings choice = new ActivationTrainingSettings("moons", List.of(8, 8), 1e6, 3, 1);
        List<LinearStudy.LinearSnapshot> snapshots = results(new LinearStudy(choice, new Activation.Relu(), 42));
        assertTrue(snapshots.get(3).deep().diverged());
        assertTrue(Double.isFinite(snapshots.get(3).comparison().maxDifference()));
    }

    @Test
    void signalUsesSameSeedsForEveryLine() {
        DepthSettings settings = new DepthSettings(6, 12, DepthComparison.FUNCTIONS, WeightInitialization.AUTO, 0.5, 3);
        List<Activation> functions = List.of(new Activation.Sigmoid(), new Activation.Relu());
        List<List<DepthStudy.DepthLineResult>> reports =
                reports(new DepthStudy(settings.lines(functions), settings, 1));
        assertEquals(6, reports.size());
        DepthStudy.DepthLineResult sigmoid = reports.get(5).get(0);
        assertEquals(3, sigmoid.networks());
        assertEquals(6, sigmoid.forward().size());
        assertEquals(1, sigmoid.backward().get(5).maximum(), 1e-12);
        assertTrue(sigmoid.factor().maximum() < 0.3);
        List<DepthStudy.DepthLineResult> alone =
                results(new DepthStudy(settings.lines(functions.subList(1, 2)), settings, 1));
        assertEquals(alone.get(0), reports.get(5).get(1));
    }

    @Test
    void comparesStartsOnTheSelectedFunction() {
        DepthSettings settings = DepthSettings.DEFAULT.withComparison(DepthComparison.INITIALIZATIONS);
        assertEquals(
                List.of(
                        new DepthLine(new Activation.Tanh(), WeightInitialization.XAVIER),
                        new DepthLine(new Activation.Tanh(), WeightInitialization.HE),
                        new DepthLine(new Activation.Tanh(), WeightInitialization.UNIFORM)),
                settings.lines(List.of(new Activation.Tanh(), new Activation.Relu())));
    }

    @Test
    void cancelsEveryStudy() {
        DepthSettings settings = new DepthSettings(4, 8, DepthComparison.FUNCTIONS, WeightInitialization.AUTO, 0.5, 3);
        assertEquals(
                2,
                cancelledAfter(2, new DepthStudy(settings.lines(List.of(new Activation.Relu())), settings, 1))
                        .size());
        int few = 30;
        assertTrue(cancelledAfter(
                                few,
                                new ActivationRaceStudy(
                                        MOONS, ActivationConstants.DEFAULT.sevenFunctions(), 1, 1, Runnable::run))
                        .size()
                < 5);
        assertTrue(cancelledAfter(few, new PreluSlopeStudy(MOONS, 0.25, 1, 1, Runnable::run))
                        .size()
                < 5);
        assertTrue(cancelledAfter(few, new DeadUnitsStudy(MOONS, 0.01, 1, 1, Runnable::run))
                        .size()
                < 5);
        assertTrue(cancelledAfter(few, new MaxoutStudy(MaxoutCurve.SINE, 3, 0.05, 5, 1))
                        .size()
                < 5);
        assertTrue(cancelledAfter(few, new LinearStudy(MOONS, new Activation.Relu(), 1))
                        .size()
                < 5);
    }
}
