package hyperlab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.DataSettings;
import hyperlab.data.DataSplitter;
import hyperlab.data.SplitOrder;
import hyperlab.image.ImageShape;
import hyperlab.nn.Activation;
import hyperlab.nn.ConvolutionSpec;
import hyperlab.nn.Loss;
import hyperlab.nn.layer.Initializer;
import hyperlab.optim.AdaDelta;
import hyperlab.optim.AdaGrad;
import hyperlab.optim.Adam;
import hyperlab.optim.AdamW;
import hyperlab.optim.Lion;
import hyperlab.optim.NAdam;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Penalty;
import hyperlab.optim.RmsProp;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import hyperlab.rule.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/**
 * Any experiment with small sizes and settings of any strength either trains or is rejected with a one-line message.
 */
class ExperimentPropertiesTest {
    private record TrainingRecord(List<EpochReport> reports, TrainingOutcome outcome) {}

    private static TrainingRecord train(Experiment experiment) {
        List<EpochReport> reports = new ArrayList<>();
        TrainingRun run = new TrainingRun(
                experiment, DataSplitter.loadAndSplit(experiment.data(), experiment.seed(), null), null);
        TrainingOutcome outcome = run.train(
                report -> reports.add(new EpochReport(
                        report.epoch(),
                        report.step(),
                        report.trainLoss(),
                        report.validationLoss(),
                        report.trainAccuracy(),
                        report.validationAccuracy(),
                        report.learningRate(),
                        0,
                        0)),
                () -> false);
        return new TrainingRecord(reports, outcome);
    }

    @Property(tries = 400)
    void anyExperimentTrainsOrIsRejectedInOneLine(@ForAll("experiments") Experiment experiment) {
        TrainingRecord told;
        try {
            told = train(experiment);
        } catch (InvalidInputException error) {
            assertFalse(error.line().isBlank());
            assertFalse(error.line().contains("\n"));
            countOutcome("refused");
            return;
        }
        int epochs = told.outcome().epochs();
        assertEquals(epochs, told.reports().get(told.reports().size() - 1).epoch());
        assertEquals(epochs + 1, told.reports().size());
        assertTrue(told.outcome().bestEpoch() <= epochs);
        boolean diverged = told.outcome() instanceof TrainingOutcome.Diverged;
        countOutcome(diverged ? "diverged" : "trained");
        assertTrue(diverged
                || epochs == experiment.training().epochs()
                || experiment.training().patience() > 0);
        for (EpochReport report : told.reports()) {
            assertTrue(
                    Double.isFinite(report.trainLoss()) || (report.epoch() == 0 && diverged), () -> "loss " + report);
        }
    }

    /** Checks that all three outcomes (rejected, diverged, trained) occur. */
    private static void countOutcome(String outcomeName) {
        Statistics.collect(outcomeName);
        Statistics.coverage(coverage -> {
            coverage.check("refused").percentage(share -> share > 5);
            coverage.check("diverged").percentage(share -> share > 5);
            coverage.check("trained").percentage(share -> share > 15);
        });
    }

    @Property(tries = 60)
    void sameExperimentGivesTheSameResult(@ForAll("experiments") Experiment experiment) {
        TrainingRecord first;
        try {
            first = train(experiment);
        } catch (InvalidInputException error) {
            return;
        }
        assertEquals(first, train(experiment));
    }

    @Provide
    Arbitrary<Experiment> experiments() {
        return Combinators.combine(Arbitraries.longs(), data(), networks(), trainings(), Arbitraries.of(1, 1, 1, 2, 3))
                .as((seed, data, network, training, ensemble) ->
                        new Experiment("", seed, data, network, training, ensemble));
    }

    private static Arbitrary<DataSettings> data() {
        return Combinators.combine(
                        Arbitraries.of(
                                "circle", "xor", "spiral", "blobs", "plane", "sine", "iris", "digits", "digits",
                                "autoMpg"),
                        Arbitraries.of(2, 7, 24, 60, 111),
                        strength(1),
                        Arbitraries.of(0.02, 0.5, 0.8, 0.8, 0.98),
                        Arbitraries.of(SplitOrder.class),
                        flags(),
                        Arbitraries.of(new ImageShape(1, 2, 1), new ImageShape(2, 1, 1), new ImageShape(1, 8, 8))
                                .injectNull(0.9))
                .as((source, samples, noise, train, split, standardize, image) ->
                        new DataSettings(source, samples, noise, train, split, standardize, null, image));
    }

    private static Arbitrary<NetworkSettings> networks() {
        Arbitrary<ConvolutionSpec> convolutions = Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(1, 3))
                .as(ConvolutionSpec::new);
        Arbitrary<Initializer> initializers = Arbitraries.oneOf(
                Arbitraries.of(
                        new Initializer.Auto(), new Initializer.Xavier(), new Initializer.He(), new Initializer.Zero()),
                strength(0.5).filter(range -> range > 0).map(Initializer.Uniform::new));
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.just(List.<ConvolutionSpec>of())),
                                Tuple.of(1, convolutions.list().ofMinSize(1).ofMaxSize(2))),
                        Arbitraries.integers().between(1, 9).list().ofMaxSize(3),
                        activations(),
                        Arbitraries.of(0.0, 0.0, 0.3, 0.99),
                        initializers)
                .as((convolved, hidden, activation, dropout, initializer) ->
                        new NetworkSettings(convolved, hidden, activation, dropout, initializer, null));
    }

    private static Arbitrary<Activation> activations() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        new Activation.Sigmoid(),
                        new Activation.Tanh(),
                        new Activation.Relu(),
                        new Activation.Linear(),
                        new Activation.Softplus(),
                        new Activation.Selu(),
                        new Activation.Gelu(),
                        new Activation.Silu(),
                        new Activation.Mish(),
                        new Activation.Hardswish()),
                strength(0.01).map(Activation.LeakyRelu::new),
                strength(0.25).map(slope -> new Activation.Prelu(-slope)),
                strength(1).filter(alpha -> alpha > 0).map(Activation.Elu::new),
                Arbitraries.integers().between(2, 5).map(Activation.Maxout::new));
    }

    private static Arbitrary<TrainingSettings> trainings() {
        Arbitrary<Integer> warmup = Arbitraries.integers().between(0, 4);
        Arbitrary<Schedule> schedules = Arbitraries.oneOf(
                warmup.map(Schedule.ConstantRate::new),
                Combinators.combine(
                                Arbitraries.integers().between(1, 3),
                                strength(0.1).filter(f -> f > 0),
                                warmup)
                        .as(Schedule.StepDecay::new),
                Combinators.combine(strength(0.9).filter(f -> f > 0), warmup).as(Schedule.ExponentialDecay::new),
                Combinators.combine(strength(0), warmup).as(Schedule.CosineAnnealing::new));
        Arbitrary<BatchSize> batches = Arbitraries.oneOf(
                Arbitraries.integers().between(1, 45).map(BatchSize::new), Arbitraries.just(BatchSize.FULL));
        return Combinators.combine(
                        Arbitraries.of(Loss.class).injectNull(0.8),
                        optimizers(),
                        strength(0.03).filter(rate -> rate > 0),
                        schedules,
                        batches,
                        flags(),
                        Arbitraries.integers().between(0, 5),
                        Combinators.combine(strength(0), strength(0)).as(Penalty::new))
                .as((loss, optimizer, rate, schedule, batch, shuffle, epochs, penalty) -> new TrainingSettings(
                        loss, optimizer, rate, schedule, batch, shuffle, epochs, penalty, epochs / 3));
    }

    private static Arbitrary<Optimizer> optimizers() {
        Arbitrary<Double> decay = Arbitraries.of(0.0, 0.5, 0.9, 0.999999);
        Arbitrary<Double> epsilon = Arbitraries.of(1e-300, 1e-8, 1.0, 1e300);
        return Arbitraries.oneOf(
                decay.map(momentum -> new Sgd(momentum, momentum > 0)),
                decay.map(momentum -> new Sgd(momentum, false)),
                epsilon.map(AdaGrad::new),
                Combinators.combine(decay, epsilon).as(RmsProp::new),
                Combinators.combine(decay, epsilon).as(AdaDelta::new),
                Combinators.combine(decay, decay, epsilon).as(Adam::new),
                Combinators.combine(decay, decay, epsilon, strength(0.004)).as(NAdam::new),
                Combinators.combine(decay, decay, epsilon, strength(0.01)).as(AdamW::new),
                Combinators.combine(decay, decay, strength(0.01)).as(Lion::new));
    }

    /** The usual value (most often), zero, and extreme values. */
    private static Arbitrary<Double> strength(double usual) {
        return Arbitraries.of(usual, usual, usual, 0.0, 1.0, 1e-300, 1e-9, 1e3, 1e150, 1e300, Double.MAX_VALUE);
    }

    private static Arbitrary<Boolean> flags() {
        return Arbitraries.of(true, false);
    }
}
