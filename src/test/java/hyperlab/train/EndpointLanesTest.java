package hyperlab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.DataSettings;
import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.nn.Activation;
import hyperlab.nn.Loss;
import hyperlab.nn.Network;
import hyperlab.nn.layer.ParameterBlock;
import hyperlab.optim.Adam;
import hyperlab.optim.L1Method;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Penalty;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** Runs side by side have the numbers of {@link TrainingRun}, bit for bit. */
class EndpointLanesTest {
    private static final EndpointRun.EndpointCriteria CRITERIA = new EndpointRun.EndpointCriteria(1e6, Double.NaN);

    /** Penalties with the same formula; the empty list stands for any. */
    private static final List<List<Penalty>> PENALTIES = List.of(
            List.of(Penalty.NONE),
            List.of(),
            List.of(new Penalty(0, 0.001), new Penalty(0, 0.2)),
            List.of(new Penalty(0.01, 0), new Penalty(0.1, 0)),
            List.of(new Penalty(0.02, 0.1, L1Method.PROXIMAL), new Penalty(0.1, 0.01, L1Method.PROXIMAL)));

    /** How a run ended, with all numbers as bits. */
    private record RunEnd(
            boolean diverged,
            double epochs,
            List<Long> losses,
            List<Long> epochLosses,
            @Nullable List<Long> weights) {}

    private static List<Long> bits(double... values) {
        return Arrays.stream(values).mapToObj(Double::doubleToLongBits).toList();
    }

    private static List<Long> weights(Network network) {
        List<Long> all = new ArrayList<>();
        for (ParameterBlock block : network.parameters()) {
            all.addAll(bits(block.values()));
        }
        return all;
    }

    /** The end of a run by the definition of {@link EndpointRun}, from the trainer's own run. */
    private static RunEnd expected(Experiment experiment, DataSplit split) {
        TrainingRun run = new TrainingRun(experiment, split, null);
        double initial = run.report().trainLoss();
        List<Double> epochLosses = new ArrayList<>();
        double sum = 0;
        int samples = 0;
        while (run.outcome() == null) {
            boolean ended = run.step();
            double loss = run.stepReport().batchLoss();
            if (!(loss <= 1e6 * Math.max(1, initial))) {
                return diverged(
                        epochLosses.size() + (double) samples / split.train().samples(), epochLosses);
            }
            samples += run.stepReport().batchSamples();
            sum += loss * run.stepReport().batchSamples();
            if (ended) {
                epochLosses.add(sum / samples);
                samples = 0;
                sum = 0;
            }
        }
        EpochReport last = run.report();
        if (run.outcome() instanceof TrainingOutcome.Diverged) {
            // The trainer notices after each epoch that the loss over all samples is not finite, a run of which only
            // the end matters after the last one.
            return diverged(Double.NaN, List.of());
        }
        return new RunEnd(
                false,
                last.epoch(),
                bits(last.trainLoss(), last.validationLoss(), last.trainAccuracy(), last.validationAccuracy()),
                bits(epochLosses.stream().mapToDouble(Double::doubleValue).toArray()),
                weights(run.network()));
    }

    private static RunEnd diverged(double epochs, List<Double> epochLosses) {
        return new RunEnd(
                true,
                epochs,
                List.of(),
                bits(epochLosses.stream().mapToDouble(Double::doubleValue).toArray()),
                null);
    }

    private static RunEnd end(EndpointRun.EndpointResult result) {
        if (result.train() == null || result.validation() == null) {
            return new RunEnd(true, result.epochs(), List.of(), bits(result.epochLosses()), null);
        }
        return new RunEnd(
                false,
                result.epochs(),
                bits(
                        result.train().loss(),
                        result.validation().loss(),
                        result.train().accuracy(),
                        result.validation().accuracy()),
                bits(result.epochLosses()),
                weights(result.ensemble().members().get(0)));
    }

    private static RunEnd[] sideBySide(List<Experiment> experiments, DataSplit split) {
        RunEnd[] ends = new RunEnd[experiments.size()];
        new EndpointLanes(experiments, split, CRITERIA).run((run, result) -> ends[run] = end(result), () -> false);
        return ends;
    }

    @Property(tries = 300)
    void runsSideBySideAreTrainingRuns(
            @ForAll("experiments") Experiment base, @ForAll("runs") List<TrainingSettings> runs) {
        List<Experiment> experiments =
                runs.stream().map(run -> base.withTraining(merged(base, run))).toList();
        DataSplit split = DataSplitter.loadAndSplit(base.data(), base.seed(), null);
        assertTrue(EndpointLanes.supports(base, split));

        RunEnd[] ends = sideBySide(experiments, split);

        for (int k = 0; k < ends.length; k++) {
            int run = k;
            RunEnd expected = expected(experiments.get(k), split);
            Statistics.collect(expected.diverged() ? "diverged" : "ended");
            if (Double.isNaN(expected.epochs())) {
                assertTrue(ends[k].diverged());
            } else {
                assertEquals(expected, ends[k], () -> run + ": " + experiments.get(run));
            }
        }
        Statistics.coverage(outcomes -> {
            outcomes.check("diverged").percentage(share -> share > 3);
            outcomes.check("ended").percentage(share -> share > 50);
        });
    }

    /** The settings of a run that may differ, with the other ones of the base, and a rate for each of its layers. */
    private static TrainingSettings merged(Experiment base, TrainingSettings run) {
        int layers = base.network().hidden().size() + 1;
        List<Double> layerRates = run.layerRates().isEmpty()
                ? List.of()
                : IntStream.range(0, layers)
                        .mapToObj(layer -> run.layerRates().get(0) / (layer + 1))
                        .toList();
        return run.withLayerRates(layerRates)
                .withLoss(base.training().loss())
                .withBatchSize(base.training().batchSize())
                .withShuffle(base.training().shuffle());
    }

    @Provide
    Arbitrary<Experiment> experiments() {
        List<Activation> activations = Activation.all().stream()
                .filter(each -> !List.of("prelu", "maxout").contains(each.name()))
                .toList();
        Arbitrary<List<Integer>> hidden =
                Arbitraries.integers().between(1, 9).list().ofMaxSize(3);
        Arbitrary<Integer> sizes = Arbitraries.of(1, 2, 3, 4, 5, 8, 16, 17, 23, 40, 64);
        return Combinators.combine(
                        Arbitraries.longs().between(1, 1000),
                        Arbitraries.of("moons", "sine", "bumps", "iris"),
                        hidden,
                        Arbitraries.of(activations),
                        Arbitraries.of(Loss.SQUARED_ERROR, Loss.CROSS_ENTROPY),
                        sizes,
                        Arbitraries.of(true, false))
                .as((seed, source, units, activation, loss, size, shuffle) -> {
                    boolean bundled = source.equals("iris");
                    DataSettings data = DataSettings.DEFAULT.withSource(source);
                    return Experiment.DEFAULT
                            .withSeed(seed)
                            .withData(bundled ? data.withSamples(null) : data.withSamples(57))
                            .withNetwork(
                                    NetworkSettings.DEFAULT.withHidden(units).withActivation(activation))
                            .withTraining(TrainingSettings.DEFAULT
                                    .withLoss(source.equals("moons") || bundled ? loss : Loss.SQUARED_ERROR)
                                    .withBatchSize(new BatchSize(size))
                                    .withShuffle(shuffle));
                });
    }

    /** Several runs, often with the same formula. */
    @Provide
    Arbitrary<List<TrainingSettings>> runs() {
        Arbitrary<Double> rates = Arbitraries.integers().between(-3, 3).map(k -> 0.7 * Math.pow(10, k * 0.7));
        Arbitrary<Penalty> penalties = Combinators.combine(
                        Arbitraries.of(0.0, 0.001, 0.1),
                        Arbitraries.of(0.0, 0.01, 0.3),
                        Arbitraries.of(L1Method.values()))
                .as(Penalty::new);
        List<Optimizer> descents = List.of(new Sgd(0.5, false), new Sgd(0.9, false), new Sgd(0.99, false));
        List<Optimizer> nesterov = List.of(new Sgd(0.5, true), new Sgd(0.9, true));
        List<List<Optimizer>> families = List.of(List.of(Sgd.DEFAULT), descents, nesterov, Optimizer.all());
        return Arbitraries.of(families)
                .flatMap(optimizers -> Arbitraries.of(PENALTIES)
                        .flatMap(shared -> Combinators.combine(
                                        rates,
                                        Arbitraries.of(optimizers),
                                        shared.isEmpty() ? penalties : Arbitraries.of(shared),
                                        Arbitraries.integers().between(0, 7),
                                        Arbitraries.of(0, 0, 0, 2),
                                        Arbitraries.of(Schedule.all()),
                                        Arbitraries.of(true, false))
                                .as((rate, optimizer, penalty, epochs, patience, schedule, layerRates) ->
                                        TrainingSettings.DEFAULT
                                                .withLearningRate(rate)
                                                .withLayerRates(layerRates ? List.of(rate) : List.of())
                                                .withOptimizer(optimizer)
                                                .withPenalty(penalty)
                                                .withEpochs(epochs)
                                                .withPatience(patience)
                                                .withSchedule(schedule))
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(19)));
    }

    @Example
    void differentSettingsAreKeptApart() {
        Experiment base = Experiment.DEFAULT;
        TrainingSettings training = base.training().withOptimizer(Sgd.DEFAULT);
        Experiment plain = base.withTraining(training);
        Experiment key = EndpointLanes.groupKey(plain);

        assertEquals(key, EndpointLanes.groupKey(plain.withTraining(training.withLearningRate(7))));
        assertEquals(key, EndpointLanes.groupKey(plain.withTraining(training.withEpochs(3))));
        assertEquals(key, EndpointLanes.groupKey(plain.withTraining(training.withPatience(3))));
        assertNotEquals(key, EndpointLanes.groupKey(plain.withTraining(training.withBatchSize(new BatchSize(7)))));
        assertNotEquals(key, EndpointLanes.groupKey(plain.withTraining(training.withShuffle(false))));
        assertNotEquals(key, EndpointLanes.groupKey(plain.withTraining(training.withOptimizer(Adam.DEFAULT))));
        assertNotEquals(key, EndpointLanes.groupKey(plain.withSeed(7)));
        assertNotEquals(
                key, EndpointLanes.groupKey(plain.withNetwork(base.network().withHidden(List.of(3)))));
    }

    @Example
    void unsupportedNetworksAreRecognized() {
        DataSplit split = DataSplitter.loadAndSplit(Experiment.DEFAULT.data(), 42, null);
        NetworkSettings network = Experiment.DEFAULT.network();
        for (NetworkSettings unsupported : List.of(
                network.withDropout(0.1),
                network.withHidden(List.of(32)),
                network.withHidden(List.of(20, 20)),
                network.withActivation(Activation.byName("prelu")),
                network.withActivation(Activation.byName("maxout")))) {
            assertFalse(EndpointLanes.supports(Experiment.DEFAULT.withNetwork(unsupported), split));
        }
        assertFalse(EndpointLanes.supports(Experiment.DEFAULT.withEnsemble(2), split));
        assertTrue(EndpointLanes.supports(Experiment.DEFAULT.withNetwork(network.withHidden(List.of(31))), split));
    }

    @Example
    void cancelledRunsDoNotEnd() {
        Experiment experiment = Experiment.DEFAULT;
        DataSplit split = DataSplitter.loadAndSplit(experiment.data(), experiment.seed(), null);
        int[] steps = new int[1];
        TreeSet<Integer> ended = new TreeSet<>();
        new EndpointLanes(
                        List.of(
                                experiment,
                                experiment.withTraining(experiment.training().withEpochs(1))),
                        split,
                        CRITERIA)
                .run((run, result) -> ended.add(run), () -> {
                    steps[0]++;
                    return steps[0] > 1000;
                });
        assertArrayEquals(new Object[] {1}, ended.toArray());
    }
}
